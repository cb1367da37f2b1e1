import { type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts } from './floor.messages.ts';
import { orderOf } from './floor.order.ts';
import { wentOn, without } from './floor.round.ts';
import {
  type Ask,
  type Floor,
  floorOf,
  type RoomFloor,
  type Round,
  roomOf,
  type SessionFloor,
  type Spoken,
  type Turn,
} from './floor.state.ts';

export type FloorFact = FactOf<typeof facts>;
type Kind = FloorFact['kind'];
type Of<K extends Kind> = Extract<Recorded<FloorFact>, { kind: K }>;
type InRoom = Exclude<Kind, 'floor.ruled' | 'floor.closed'>;

/** The floor after a fact. */
export function evolve(state: Floor, fact: Recorded<FloorFact>): Floor {
  switch (fact.kind) {
    case 'floor.ruled': {
      const { session, ...rule } = fact.data;
      return { ...state, [session]: { ...floorOf(state, session), rule } };
    }
    case 'floor.closed': {
      const { [fact.data.session]: closed, ...rest } = state;
      return closed ? { ...rest, [fact.data.session]: { ...closed, rooms: {} } } : state;
    }
    default: {
      const { room } = fact.data;
      const session = sessionOf(room);
      const before = floorOf(state, session);
      // The table's key is the kind of the fact.
      const change = changes[fact.kind] as (before: Here, fact: Recorded<FloorFact>) => Changed;
      const after = change({ session: before, room: roomOf(before, room), name: room }, fact);
      const rooms = after.room ? { ...before.rooms, [room]: after.room } : before.rooms;
      return { ...state, [session]: { ...before, rooms, spoken: after.spoken ?? before.spoken } };
    }
  }
}

type Here = { session: SessionFloor; room: RoomFloor; name: RoomId };
type Changed = { room?: RoomFloor; spoken?: SessionFloor['spoken'] };

const changes: { [K in InRoom]: (here: Here, fact: Of<K>) => Changed } = {
  'floor.asked': ({ session, room }, { data, at }) => {
    const { item, person, as, town, heard, factor } = data;
    const ask = { item, person, as, at, away: null, placed: null };
    const left = omit(room.left, person);
    return {
      room: { ...room, left, queue: [...room.queue, ask] },
      spoken: weighed(session, person, { town, heard, factor }),
    };
  },
  'floor.withdrawn': ({ session, room }, { data }) => {
    const ask = room.queue.find(({ item }) => item === data.item);
    const left = ask ? { ...room.left, [ask.person]: ask } : room.left;
    return { room: { ...removed(session, room, ({ item }) => item === data.item), left } };
  },
  'floor.restored': ({ room }, { data, actor }) => {
    const ask = room.left[actor];
    if (ask?.item !== data.item) return {};
    const queue = [...room.queue, { ...ask, placed: null }].sort((a, b) => a.at - b.at);
    return { room: { ...room, queue, left: omit(room.left, actor) } };
  },
  'floor.placed': ({ session, room }, { data }) => ({ room: placed(session, room, data) }),
  'floor.given': ({ session, room }, { data, at }) => {
    const { turn, person, as, item, seconds, town, heard, factor } = data;
    const rest = item === null ? room : removed(session, room, one => one.item === item);
    const holder: Turn = { turn, person, as, since: at, seconds, away: null };
    // Whoever waits to reply to a turn that is over has asked for one of their own.
    const queue = as === 'reply' || as === 'process' ? rest.queue : withoutReplies(rest.queue);
    return {
      room: { ...rest, queue, holder, turns: turn + 1 },
      spoken: weighed(session, person, { town, heard, factor }),
    };
  },
  'floor.ended': ({ session, room }, { data, at }) => {
    const { holder } = room;
    return holder && holder.turn === data.turn ? ended(session, room, holder, at, data.reason) : {};
  },
  'floor.extended': ({ room }, { data }) => {
    const { holder } = room;
    if (holder?.turn !== data.turn || holder.seconds === null) return {};
    return { room: { ...room, holder: { ...holder, seconds: holder.seconds + data.seconds } } };
  },
  'floor.away': ({ room }, { data, at }) => {
    const away = (one: { person: PersonId; away: number | null }) =>
      one.person === data.person ? { ...one, away: data.on ? (one.away ?? at) : null } : one;
    const holder = room.holder && { ...room.holder, ...away(room.holder) };
    return { room: { ...room, holder, queue: room.queue.map(ask => ({ ...ask, ...away(ask) })) } };
  },
  'floor.gone': ({ session, room }, { data, at }) => {
    const { person } = data;
    const { holder } = room;
    const over = holder?.person === person ? ended(session, room, holder, at, 'lost') : { room };
    const rest = removed(session, over.room, ask => ask.person === person);
    return {
      ...over,
      room: { ...rest, left: omit(rest.left, person), round: rest.round && without(rest.round, person) },
    };
  },
  'floor.began': ({ room }, { data }) => {
    const { round, order, seconds, people } = data;
    const started: Round = { round, order, seconds, waiting: people, again: [], heard: [], stage: 'first' };
    return { room: { ...room, round: started } };
  },
  'floor.joined': ({ room }, { data }) => {
    const { round } = room;
    return round ? { room: { ...room, round: { ...round, waiting: [...round.waiting, data.person] } } } : {};
  },
  'floor.missed': ({ room }, { data }) =>
    room.round ? { room: { ...room, round: wentOn(room.round, data.person, 'passed') } } : {},
  'floor.finished': ({ room }, { data }) =>
    room.round?.round === data.round ? { room: { ...room, round: null } } : {},
};

/** A turn that is over: what was spoken counts, and a round goes on. */
function ended(
  { spoken }: SessionFloor,
  room: RoomFloor,
  holder: Turn,
  at: number,
  reason: Of<'floor.ended'>['data']['reason'],
) {
  const { person, as, since } = holder;
  const held = Math.max(0, at - since);
  const before = spoken[person] ?? { held: 0, heard: 0, town: null, factor: 1 };
  const counts = reason !== 'passed';
  const isRound = as === 'round' && room.round !== null;
  const round = isRound && room.round ? wentOn(room.round, person, counts ? 'heard' : 'passed') : room.round;
  const lengths =
    counts && as !== 'reply' && as !== 'process'
      ? [...room.lengths, held].slice(-limits.turnsRemembered)
      : room.lengths;
  return {
    room: { ...room, holder: null, last: counts ? person : room.last, lengths, round },
    ...(counts && { spoken: { ...spoken, [person]: { ...before, held: before.held + held } } }),
  };
}

/** Moves an ask to a place among those who wait: the places that others have been given stay theirs. */
function placed(
  { spoken, rule }: SessionFloor,
  room: RoomFloor,
  { item, to }: { item: string; to: number },
): RoomFloor {
  const ask = room.queue.find(one => one.item === item);
  if (!ask) return room;
  const rest = removed({ spoken, rule }, room, one => one.item === item).queue;
  const moved = rest.map(one => (one.placed !== null && one.placed >= to ? { ...one, placed: one.placed + 1 } : one));
  const at = room.queue.indexOf(ask);
  return { ...room, queue: [...moved.slice(0, at), { ...ask, placed: Math.min(to, rest.length) }, ...moved.slice(at)] };
}

/** The queue without some: whom a host has placed behind them moves up. */
function removed(
  { spoken, rule }: Pick<SessionFloor, 'spoken' | 'rule'>,
  room: RoomFloor,
  goes: (ask: RoomFloor['queue'][number]) => boolean,
): RoomFloor {
  const order = orderOf(room.queue, { spoken, policy: rule.policy, last: room.last });
  const places = order.flatMap((ask, place) => (goes(ask) ? [place] : []));
  if (places.length === 0) return room;
  const queue = room.queue
    .filter(ask => !goes(ask))
    .map(ask => {
      const { placed: own } = ask;
      return own === null ? ask : { ...ask, placed: own - places.filter(place => place < own).length };
    });
  return { ...room, queue };
}

const withoutReplies = (queue: readonly Ask[]): Ask[] =>
  queue
    .filter(({ as, person }) => as !== 'reply' || !queue.some(other => other.person === person && other.as === 'turn'))
    .map(ask => (ask.as === 'reply' ? { ...ask, as: 'turn' } : ask));

function weighed({ spoken }: SessionFloor, person: PersonId, known: Omit<Spoken, 'held'>) {
  return { ...spoken, [person]: { held: spoken[person]?.held ?? 0, ...known } };
}

function omit<Value>(all: { readonly [key: string]: Value }, key: string): { readonly [key: string]: Value } {
  const { [key]: gone, ...rest } = all;
  return gone === undefined ? all : rest;
}
