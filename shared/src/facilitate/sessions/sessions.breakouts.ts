import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, type SessionId } from '../../kernel/ids.ts';
import type { RoomRole } from '../../kernel/messages.ts';
import type { FactOf } from '../../kernel/slice.ts';
import { isBreakout } from './sessions.hearing.ts';
import type { facts } from './sessions.messages.ts';
import { type OpenSession, openSession, type Sessions } from './sessions.state.ts';

type SessionFact = FactOf<typeof facts>;
type Going = readonly { person: PersonId; room: RoomId }[];
type Role = { room: RoomId; person: PersonId; role: RoomRole };

/** The breakouts that are open in a session. */
export const breakoutsOf = (state: Sessions, session: SessionId): RoomId[] => {
  const open = openSession(state, session);
  return open ? open.rooms.filter(room => isBreakout(open, room)) : [];
};

/** The rooms of a grouping open: they are rooms of the session, and who has a role in one holds it. */
export function arranging(
  state: Sessions,
  { session, rooms, appointed }: { session: SessionId; rooms: readonly RoomId[]; appointed: readonly Role[] },
  roleOf: RuleContext['roleOf'],
): SessionFact[] {
  const open = openSession(state, session);
  if (!open) return [];
  return [...rearranging(state, session, rooms), ...appointed.flatMap(one => given(open, one, roleOf))];
}

/** The breakouts of a session are these from now on. */
export function rearranging(state: Sessions, session: SessionId, rooms: readonly RoomId[]): SessionFact[] {
  const before = breakoutsOf(state, session);
  const isSame = before.length === rooms.length && rooms.every(room => before.includes(room));
  if (!openSession(state, session) || isSame) return [];
  return [{ kind: 'sessions.rearranged', data: { session, rooms: [...rooms] } }];
}

/** Somebody has a role in a room that is open, in place of somebody else. */
export function appointing(
  state: Sessions,
  {
    session,
    room,
    role,
    person,
    before,
  }: {
    session: SessionId | null;
    room: RoomId;
    role: RoomRole;
    person: PersonId | null;
    before: PersonId | null;
  },
  roleOf: RuleContext['roleOf'],
): SessionFact[] {
  const open = session === null ? null : openSession(state, session);
  if (!open?.rooms.includes(room)) return [];
  const isHeld = before !== null && open.appointed[room]?.[before] === role;
  return [
    ...(isHeld
      ? [{ kind: 'sessions.appointed' as const, data: { session: open.session, room, person: before, role: null } }]
      : []),
    ...(person === null ? [] : given(open, { room, person, role }, roleOf)),
  ];
}

/** A host is one in every room, and needs no role there. */
const given = (open: OpenSession, { room, person, role }: Role, roleOf: RuleContext['roleOf']): SessionFact[] =>
  isHost(roleOf(person)) || open.appointed[room]?.[person] === role
    ? []
    : [{ kind: 'sessions.appointed', data: { session: open.session, room, person, role } }];

/** These people go to their rooms, and whoever sits in a breakout that is not among `rooms` to the plenary ([M22]). */
export function moving(state: Sessions, session: SessionId, rooms: readonly RoomId[], people: Going): SessionFact[] {
  const open = openSession(state, session);
  if (!open) return [];
  const plenary = plenaryOf(session);
  const to = new Map(people.map(({ person, room }) => [person, room]));
  const moves = Object.entries(open.seats).flatMap(([person, { room }]): SessionFact[] => {
    if (isLobby(room)) return [];
    const stays = room === plenary || rooms.includes(room) ? room : plenary;
    const next = to.get(person) ?? stays;
    return next === room || (next !== plenary && !rooms.includes(next))
      ? []
      : [{ kind: 'sessions.moved', data: { session, person, room: next } }];
  });
  return [...moves, ...rearranging(state, session, rooms)];
}
