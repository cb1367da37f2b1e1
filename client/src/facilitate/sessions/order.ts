import type { Session, Sessions } from '@multaqa/shared/facilitate/sessions/sessions.state';

/** Sessions in the order of their beginning, numbered from one; cancelled ones are left out. */
export function numbered(sessions: Sessions): { number: number; session: Session }[] {
  return Object.values(sessions)
    .filter(({ status }) => status !== 'cancelled')
    .sort((a, b) => a.plan.startsAt - b.plan.startsAt)
    .map((session, at) => ({ number: at + 1, session }));
}

/** The session that matters now: the open one, else the next that is planned. */
export function currentOf(sessions: Sessions): { number: number; session: Session } | null {
  const all = numbered(sessions);
  return (
    all.find(({ session }) => session.status === 'open') ??
    all.find(({ session }) => session.status === 'planned') ??
    null
  );
}
