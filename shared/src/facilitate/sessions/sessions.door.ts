import { isHost, type RuleContext } from '../../kernel/context.ts';
import {
  isLobby,
  lobbyOf,
  type PersonId,
  plenaryOf,
  type RoomId,
  type SessionId,
  sessionOf,
} from '../../kernel/ids.ts';
import type { RoomRole } from '../../kernel/messages.ts';
import { accept, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import type { facts, refusals } from './sessions.messages.ts';
import { isOpenRoom, type OpenSession, openSession, type Sessions } from './sessions.state.ts';

type SessionFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Left = Extract<SessionFact, { kind: 'sessions.left' }>;

/** Somebody leaves a session, for this reason. */
export const leaving = (session: SessionId, person: PersonId, reason: Left['data']['reason']): Left => ({
  kind: 'sessions.left',
  data: { session, person, reason },
});

/** Takes a seat, or takes it again: in the plenary for those who may, in the lobby for the others ([M4], [M5], [M11], [M13]). */
export function enter(state: Sessions, session: SessionId, { actor }: RuleContext): Decision<SessionFact, Refusal> {
  const open = openSession(state, session);
  if (!open || actor === 'engine') return refuse('sessions.not-open');
  const { person, role } = actor;
  const seat = open.seats[person];
  if (seat) return seat.lostAt === null ? accept() : accept({ kind: 'sessions.regained', data: { session, person } });
  if (open.sentOut[person] === 'barred') return refuse('sessions.barred');
  const isKnown = isHost(role) || open.admitted[person] === true;
  if (open.door === 'locked' && !isKnown) return refuse('sessions.locked');
  const isWelcome = isKnown || open.admission === 'direct';
  const room = isWelcome ? plenaryOf(session) : lobbyOf(session);
  return accept({ kind: 'sessions.entered', data: { session, person, room } });
}

/** Locks or unlocks the door of an open session ([M11]). */
export function turn(state: Sessions, session: SessionId, door: OpenSession['door']): Decision<SessionFact, Refusal> {
  const open = openSession(state, session);
  if (!open) return refuse('sessions.not-open');
  return open.door === door ? accept() : accept({ kind: `sessions.${door}`, data: { session } });
}

/** Sends somebody out, for now or for the rest of the session ([M12], [M13]). */
export function expel(
  state: Sessions,
  { session, person, bar }: { session: SessionId; person: PersonId; bar: boolean },
  { actor, roleOf }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, session);
  if (!open || actor === 'engine') return refuse('sessions.not-open');
  if (person === actor.person) return refuse('sessions.yourself');
  if (actor.role !== 'organiser' && isHost(roleOf(person))) return refuse('sessions.host');
  const isHere = open.seats[person] !== undefined;
  // Who slipped out a moment ago can still be barred, but only somebody of the dialogue.
  if (!isHere && (!bar || !roleOf(person))) return refuse('sessions.not-here');
  // One fact, as when they leave by themselves: others could count more of them by the positions in the log ([M14]).
  if (isHere) return accept(leaving(session, person, bar ? 'barred' : 'expelled'));
  return accept({ kind: 'sessions.barred', data: { session, person } });
}

/** Gives somebody a role in one room, or takes it back ([M16]). */
export function appoint(
  state: Sessions,
  { room, person, role }: { room: RoomId; person: PersonId; role: RoomRole | null },
  { roleOf }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, sessionOf(room));
  if (!open || !isOpenRoom(state, room) || isLobby(room)) return refuse('sessions.no-room');
  if (!roleOf(person)) return refuse('sessions.unknown');
  if (role && isHost(roleOf(person))) return refuse('sessions.host');
  const has = open.appointed[room]?.[person] ?? null;
  return has === role
    ? accept()
    : accept({ kind: 'sessions.appointed', data: { session: open.session, room, person, role } });
}

/** Passes the notes of a room on: whoever had that role there has it no more ([M24]). */
export function hand(
  state: Sessions,
  { room, person }: { room: RoomId; person: PersonId },
  { roleOf, peopleIn }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, sessionOf(room));
  const role = roleOf(person);
  if (!open || !isOpenRoom(state, room) || isLobby(room)) return refuse('sessions.no-room');
  if (!peopleIn(room).includes(person)) return refuse('sessions.not-here');
  const { session, appointed } = open;
  const held = appointed[room] ?? {};
  // A facilitator, of the dialogue or of this room, has other things to do; observers and interpreters write nothing.
  if ((role !== 'participant' && role !== 'note-taker') || held[person] === 'facilitator')
    return refuse('sessions.host');
  if (held[person] === 'note-taker') return accept();
  const before = Object.keys(held).filter(one => held[one] === 'note-taker');
  return accept<SessionFact>(
    ...before.map(one => ({ kind: 'sessions.appointed' as const, data: { session, room, person: one, role: null } })),
    { kind: 'sessions.appointed', data: { session, room, person, role: 'note-taker' } },
  );
}
