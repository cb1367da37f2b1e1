import type { z } from 'zod';
import type { RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import type { facts, messages, refusals } from './sessions.messages.ts';
import { isOpenRoom, type OpenSession, openSession, type Sessions } from './sessions.state.ts';

type SessionFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** Begins or ends to watch another room of the session one sits in ([M17]). */
export function watch(
  state: Sessions,
  { room, on }: { room: RoomId; on: boolean },
  { actor }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, sessionOf(room));
  if (!open || !isOpenRoom(state, room)) return refuse('sessions.no-room');
  const seat = actor === 'engine' ? undefined : open.seats[actor.person];
  if (actor === 'engine' || !seat || seat.room === room) return refuse('sessions.not-here');
  if ((seat.watches ?? []).includes(room) === on) return accept();
  return accept({ kind: 'sessions.watched', data: { session: open.session, person: actor.person, room, on } });
}

/** Begins or ends to hear another room; one at a time ([M20]). */
export function listen(
  state: Sessions,
  { room, on }: { room: RoomId; on: boolean },
  { actor }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, sessionOf(room));
  if (!open || !isOpenRoom(state, room) || isLobby(room)) return refuse('sessions.no-room');
  const seat = actor === 'engine' ? undefined : open.seats[actor.person];
  if (actor === 'engine' || !seat || seat.room === room) return refuse('sessions.not-here');
  if ((seat.listens === room) === on) return accept();
  return accept({
    kind: 'sessions.listened',
    data: { session: open.session, person: actor.person, room: on ? room : null },
  });
}

type Said = z.infer<typeof messages.address.input>['to'];

/** Lets one's voice go into other rooms, or to one person alone; null ends that ([M21]). */
export function address(
  state: Sessions,
  { session, to }: { session: SessionId; to: Said },
  { actor }: RuleContext,
): Decision<SessionFact, Refusal> {
  const open = openSession(state, session);
  const seat = actor === 'engine' ? undefined : open?.seats[actor.person];
  if (!open || actor === 'engine' || !seat || isLobby(seat.room)) return refuse('sessions.not-here');
  const { person } = actor;
  if (to === null)
    return seat.addresses ? accept({ kind: 'sessions.addressed', data: { session, person, to } }) : accept();
  if (to.to === 'rooms' && to.rooms !== 'all' && !to.rooms.every(room => isBreakout(open, room)))
    return refuse('sessions.no-room');
  if (to.to === 'person' && (to.person === person || !isSeatedInside(open, to.person)))
    return refuse('sessions.not-here');
  return accept({ kind: 'sessions.addressed', data: { session, person, to } });
}

/** True for a breakout that is open. */
export const isBreakout = ({ session, rooms }: Pick<OpenSession, 'session' | 'rooms'>, room: RoomId): boolean =>
  rooms.includes(room) && !isLobby(room) && room !== plenaryOf(session);

const isSeatedInside = ({ seats }: OpenSession, person: PersonId): boolean => {
  const room = seats[person]?.room;
  return room !== undefined && !isLobby(room);
};

/** Somebody ends all that they see, hear and say beyond their own room. */
export function stopping(state: Sessions, session: SessionId, person: PersonId): SessionFact[] {
  const seat = openSession(state, session)?.seats[person];
  if (!seat) return [];
  return [
    ...(seat.watches ?? []).map(room => ({
      kind: 'sessions.watched' as const,
      data: { session, person, room, on: false },
    })),
    ...(seat.listens ? [{ kind: 'sessions.listened' as const, data: { session, person, room: null } }] : []),
    ...(seat.addresses ? [{ kind: 'sessions.addressed' as const, data: { session, person, to: null } }] : []),
  ];
}
