import type { SessionsView, SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';

/** SessionsView in the order of their beginning, numbered from one; cancelled ones are left out. */
export function numbered(sessions: SessionsView): { number: number; session: SessionView }[] {
  return Object.values(sessions)
    .filter(({ status }) => status !== 'cancelled')
    .sort((a, b) => a.plan.startsAt - b.plan.startsAt)
    .map((session, at) => ({ number: at + 1, session }));
}

/** The session that matters now: the open one, else the next that is planned. */
export function currentOf(sessions: SessionsView): { number: number; session: SessionView } | null {
  const all = numbered(sessions);
  return (
    all.find(({ session }) => session.status === 'open') ??
    all.find(({ session }) => session.status === 'planned') ??
    null
  );
}
