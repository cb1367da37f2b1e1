import { isLobby, type PersonId, plenaryOf, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import {
  type Attendance,
  type OpenSession,
  openSessions,
  type Seat,
  type Sessions,
  type Visits,
} from './sessions.state.ts';

/** Attendance and visits with the time in a seat that somebody gives up at `now` (ms since the epoch). */
export const spent = (
  session: Pick<OpenSession, 'attendance' | 'visits'>,
  person: PersonId,
  seat: Seat | undefined,
  now: number,
): Pick<OpenSession, 'attendance' | 'visits'> => ({
  attendance: counted(session.attendance, person, seat, now),
  visits: visited(session.visits, person, seat, now),
});

// A connection that never came back ended when it was lost, not when its place was given up.
function counted(attendance: Attendance, person: PersonId, seat: Seat | undefined, now: number): Attendance {
  if (!seat || isLobby(seat.room)) return attendance;
  const time = Math.max(0, (seat.lostAt ?? now) - seat.since);
  return { ...attendance, [person]: (attendance[person] ?? 0) + time };
}

/** The visits of breakouts with the one that ends now. */
function visited(visits: Visits, person: PersonId, seat: Seat | undefined, now: number): Visits {
  if (!seat || isLobby(seat.room) || seat.room === plenaryOf(sessionOf(seat.room))) return visits;
  const to = Math.max(seat.since, seat.lostAt ?? now);
  return { ...visits, [seat.room]: [...(visits[seat.room] ?? []), { person, from: seat.since, to }] };
}

/**
 * By what somebody's speaking time is multiplied for what they missed of the open session: its time so far by the time that they
 * spent in its rooms, 1 at least. In the first minutes of somebody nothing is told by it yet.
 */
export function absenceFactor(state: Sessions, person: PersonId, now: number): number {
  for (const { seats, attendance, openedAt } of openSessions(state)) {
    const seat = seats[person];
    if (!seat) continue;
    const passed = now - openedAt;
    const present = counted(attendance, person, seat, now)[person] ?? 0;
    return Math.max(1, passed / Math.max(present, limits.factorFrom));
  }
  return 1;
}
