import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useMemo } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';

/** The sessions that are held or still to be held, in their order. */
export function useSessionsInOrder(): readonly SessionView[] {
  const sessions = useView(view => view.sessions);
  return useMemo(
    () =>
      Object.values(sessions)
        .filter(({ status }) => status !== 'cancelled')
        .sort((a, b) => a.plan.startsAt - b.plan.startsAt || (a.session < b.session ? -1 : 1)),
    [sessions],
  );
}

/** True for a session in which nothing is planned any more. */
export const isOver = ({ status }: Pick<SessionView, 'status'>): boolean =>
  status === 'closed' || status === 'cancelled';
