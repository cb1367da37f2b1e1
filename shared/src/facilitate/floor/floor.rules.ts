import { z } from 'zod';
import type { RuleContext } from '../../kernel/context.ts';
import { Id, isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { defineSlice, type Ask as Read, type StateParts } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { decide, maySpeakAs } from './floor.decide.ts';
import { evolve, type FloorFact } from './floor.evolve.ts';
import { facts, messages, refusals } from './floor.messages.ts';
import { nextAsk, withNext } from './floor.next.ts';
import { endOf, type Floor, floorOf, namedIn, type RoomFloor, roomOf, type SessionFloor } from './floor.state.ts';
import { countsIn, viewOf } from './floor.view.ts';

/**
 * The floor of each room: who has the right to speak, who waits for it, in which order and why.
 *
 * [F1] One person holds the floor of a room at most; it is theirs while they sit there and may speak.
 * [F2] Everybody sees the same order; it follows from what was recorded and depends on no clock.
 * [F3] Nobody waits for ever: whoever asks more than (deficit / lambda) seconds after somebody, without a host's word, is served after them.
 * [F4] Somebody waits once for a turn, once with a point of process, and once with a reply; a turn has one reply, and a reply none.
 * [F5] Where no host gives the floor by hand, a free floor goes to the first of those who wait and are here.
 * [F6] Whose connection is lost keeps their place and is passed over until they are back; who holds the floor loses it after a grace time.
 * [F7] Whoever leaves a room, or may no longer speak, waits there no more and holds nothing there.
 * [F8] A round asks everybody who is here once, and once more those who passed or were away; it ends after the last of them.
 * [F9] A turn ends by itself only where the session hands over, its time is up, and somebody waits.
 * [F10] Hosts give, take back, skip, place, extend, begin and end; nobody else does, and one withdraws and ends what is one's own alone.
 * [F11] Nobody's speaking time is shown: order and reasons tell what they need and no number.
 * [F12] Who takes their place back within the time of an undo has lost no time by it.
 */
export const floor = defineSlice<Floor>()({
  name: 'floor',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  // One part for each session, so that a change in one writes no other again.
  parts: { split: state => state, join: parts => parts as Floor } satisfies StateParts<Floor>,
  decide,
  evolve,
  view: viewOf,
  urgent: ['floor.given', 'floor.ended'],
  gathered: ['floor.asked'],
  deadline(state) {
    const due = roomsIn(state).flatMap(({ session, room }) => dueIn(session, room));
    return due.length > 0 ? Math.min(...due) : null;
  },
  tick: (state, context) => roomsIn(state).flatMap(({ name }) => tickIn(state, name, context)),
  follow: {
    'people.edited': gone,
    'people.removed': gone,
    // Who loses their connection keeps their place, and a session that closes ends all of its floors at once.
    'sessions.left': (state, { data }, context) => {
      if (data.reason === 'closed') return [];
      return data.reason === 'connection' ? vanished(state, { data }, context) : gone(state, { data }, context);
    },
    'sessions.moved': arrived,
    'sessions.appointed': gone,
    'sessions.entered': arrived,
    'sessions.admitted': arrived,
    'sessions.lost': lost,
    'sessions.regained': back,
    'sessions.closed': (state, { data: { session } }) =>
      Object.keys(floorOf(state, session).rooms).length > 0 ? [{ kind: 'floor.closed', data: { session } }] : [],
  },
  asks: {
    /** Who speaks in each room of a session, and how many wait there. */
    counts: {
      input: z.strictObject({ session: Id }),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }) => countsIn(state, session),
    } satisfies Read<Floor, z.ZodType<{ session: SessionId }>>,
  },
});

type About = { data: { person: PersonId } };

const roomsIn = (state: Floor): { session: SessionFloor; room: RoomFloor; name: RoomId }[] =>
  Object.values(state).flatMap(session =>
    Object.entries(session.rooms).map(([name, room]) => ({ session, room, name })),
  );

const roomsNaming = (state: Floor, person: PersonId): RoomId[] =>
  roomsIn(state)
    .filter(({ room }) => namedIn(room).has(person))
    .map(({ name }) => name);

/** Takes somebody out of every floor where they no longer sit or may no longer speak ([F7]). */
function gone(state: Floor, { data: { person } }: About, context: RuleContext): FloorFact[] {
  return roomsIn(state)
    .filter(({ room }) => namedIn(room).has(person) || room.left[person])
    .map(({ name }) => name)
    .filter(room => context.placeOf(person)?.room !== room || !maySpeakAs(context.roleIn(person, room)))
    .flatMap(room => withNext(state, room, [{ kind: 'floor.gone', data: { room, person } }], context));
}

/** The connection of somebody is lost: they are passed over from now on ([F6]). */
function lost(state: Floor, { data: { person } }: About): FloorFact[] {
  return roomsNaming(state, person).map(room => ({ kind: 'floor.away', data: { room, person, on: true } }));
}

/** The seat of somebody was given up because their connection did not come back: they keep their place, and hold nothing. */
function vanished(state: Floor, { data: { person } }: About, context: RuleContext): FloorFact[] {
  return roomsNaming(state, person).flatMap(room => {
    const { holder } = roomOf(floorOf(state, sessionOf(room)), room);
    const away: FloorFact = { kind: 'floor.away', data: { room, person, on: true } };
    if (holder?.person !== person) return [away];
    const ended: FloorFact = { kind: 'floor.ended', data: { room, turn: holder.turn, reason: 'lost' } };
    return withNext(state, room, [away, ended], context);
  });
}

/** Somebody is back where they waited. */
function back(state: Floor, { data: { person } }: About, context: RuleContext): FloorFact[] {
  const room = context.placeOf(person)?.room;
  if (!room || !namedIn(roomOf(floorOf(state, sessionOf(room)), room)).has(person)) return [];
  return withNext(state, room, [{ kind: 'floor.away', data: { room, person, on: false } }], context);
}

/** Somebody is in a room: they wait in no other one, and what they have there is theirs again. */
function arrived(state: Floor, about: About, context: RuleContext): FloorFact[] {
  const room = context.placeOf(about.data.person)?.room;
  if (!room || isLobby(room)) return [];
  return [...gone(state, about, context), ...back(state, about, context), ...came(state, about, context)];
}

/** Somebody who comes while a round goes on takes part in it. */
function came(state: Floor, { data: { person } }: About, context: RuleContext): FloorFact[] {
  const room = context.placeOf(person)?.room;
  if (!room || isLobby(room)) return [];
  const { round, holder } = roomOf(floorOf(state, sessionOf(room)), room);
  const role = context.roleIn(person, room);
  const takesPart = role === 'participant' || role === 'note-taker';
  const isKnown = round && [...round.waiting, ...round.again, ...round.heard, holder?.person].includes(person);
  return round && takesPart && !isKnown ? [{ kind: 'floor.joined', data: { room, person } }] : [];
}

/** The instants at which something happens by itself in a room. */
function dueIn({ rule, spoken }: SessionFloor, room: RoomFloor): number[] {
  const { holder, queue } = room;
  const places = queue.flatMap(({ away }) => (away === null ? [] : [away + limits.placeKept]));
  if (!holder) return places;
  const lost = holder.away === null ? [] : [holder.away + limits.floorGrace];
  const end = endOf(holder);
  const waits = room.round !== null || nextAsk({ rule, spoken, rooms: {} }, room) !== null;
  return [...places, ...lost, ...(end !== null && rule.atEnd === 'hand-over' && waits ? [end] : [])];
}

function tickIn(state: Floor, name: RoomId, context: RuleContext): FloorFact[] {
  const session = floorOf(state, sessionOf(name));
  const room = roomOf(session, name);
  const { now } = context;
  const { holder, queue } = room;
  const kept = new Set(
    queue.flatMap(({ away, person }) => (away !== null && away + limits.placeKept <= now ? [person] : [])),
  );
  const expired: FloorFact[] = [...kept].map(person => ({ kind: 'floor.gone', data: { room: name, person } }));
  const isLost = holder !== null && holder.away !== null && holder.away + limits.floorGrace <= now;
  const end = holder && endOf(holder);
  const waits = room.round !== null || nextAsk(session, room) !== null;
  const isOver = end !== null && end <= now && session.rule.atEnd === 'hand-over' && waits;
  if (expired.length === 0 && !isLost && !isOver) return [];
  const over: FloorFact[] =
    holder && (isLost || isOver)
      ? [{ kind: 'floor.ended', data: { room: name, turn: holder.turn, reason: isLost ? 'lost' : 'time' } }]
      : [];
  return withNext(state, name, [...over, ...expired], context);
}
