import { type RotationSettings, usualRotation } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { useCallback, useMemo, useState } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { isOver, useSessionsInOrder } from './use-sessions.ts';

/** How many rounds a session has that nobody has thought of yet. */
const usualRounds = 1;

/** What a rotation is asked for: as it was planned last, with what this person has changed since. */
export function useSettings(): [settings: RotationSettings, change: (part: Partial<RotationSettings>) => void] {
  const known = useView(({ breakouts }) => breakouts.plan?.rotation ?? usualRotation);
  const sessions = useSessionsInOrder();
  const [changed, setChanged] = useState<Partial<RotationSettings>>({});
  const settings = useMemo(() => {
    const all = { ...known, ...changed };
    const rounds = new Map(all.sessions.map(one => [one.session, one.rounds]));
    return {
      ...all,
      sessions: sessions.map(one => ({
        session: one.session,
        rounds: rounds.get(one.session) ?? (isOver(one) ? 0 : usualRounds),
      })),
    };
  }, [known, changed, sessions]);
  const change = useCallback((part: Partial<RotationSettings>) => setChanged(before => ({ ...before, ...part })), []);
  return [settings, change];
}
