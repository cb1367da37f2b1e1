import { append } from '../../kernel/chunked.ts';
import { without } from '../../kernel/entries.ts';
import { type PersonId, sessionOf } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { facts, NudgeKind } from './exchange.messages.ts';
import {
  type Exchange,
  exchangeIn,
  type Nudge,
  type RoomExchange,
  roomOf,
  type Seat,
  type SessionExchange,
  unmeasured,
} from './exchange.state.ts';
import { dialsOf } from './figures/dials.ts';
import { allEnded, withRuns } from './speech.ts';

type ExchangeFact = Recorded<FactOf<typeof facts>>;
type Of<Kind extends ExchangeFact['kind']> = Extract<ExchangeFact, { kind: Kind }>;

/** The state after a fact of the exchange. What is told of a session that measures nothing leaves it as it is. */
export function evolve(state: Exchange, fact: ExchangeFact): Exchange {
  const session = 'session' in fact.data ? fact.data.session : sessionOf(fact.data.room);
  const before = exchangeIn(state, session);
  if (fact.kind === 'exchange.ruled') {
    const { figures, nudges } = fact.data;
    const rule = { figures, nudges };
    return { ...state, [session]: figures === 'off' ? unmeasured(rule) : { ...before, rule } };
  }
  if (before.rule.figures === 'off') return state;
  const after = changed(before, fact);
  return after === before ? state : { ...state, [session]: after };
}

function changed(before: SessionExchange, fact: Exclude<ExchangeFact, Of<'exchange.ruled'>>): SessionExchange {
  switch (fact.kind) {
    case 'exchange.spoken':
      return spoken(before, fact);
    case 'exchange.seated':
      return seated(before, fact);
    case 'exchange.closed':
      return closed(before, fact.at);
    case 'exchange.contributed':
      return contributed(before, fact);
    case 'exchange.replied': {
      const { author, person } = fact.data;
      const of = before.replies[author] ?? {};
      return {
        ...before,
        replies: { ...before.replies, [author]: { ...of, [person]: (of[person] ?? 0) + 1 } },
      };
    }
    case 'exchange.nudged': {
      const { person, nudge, room } = fact.data;
      return withNudge(before, person, nudge, { at: fact.at, room, status: 'shown' });
    }
    case 'exchange.dismissed': {
      const { person, nudge } = fact.data;
      const known = before.nudges[person]?.[nudge];
      return known ? withNudge(before, person, nudge, { ...known, status: 'dismissed' }) : before;
    }
    default:
      return before;
  }
}

const withRoom = (session: SessionExchange, room: string, next: RoomExchange): SessionExchange => ({
  ...session,
  rooms: { ...session.rooms, [room]: next },
});

const withNudge = (session: SessionExchange, person: PersonId, kind: NudgeKind, nudge: Nudge): SessionExchange => ({
  ...session,
  nudges: { ...session.nudges, [person]: { ...session.nudges[person], [kind]: nudge } },
});

/** Whoever has been heard needs no encouragement any more. */
function spoken(before: SessionExchange, { data }: Of<'exchange.spoken'>): SessionExchange {
  const room = roomOf(before, data.room);
  const speech = withRuns(room.speech, data, room.seats);
  const speakers = data.runs.filter(({ person }) => speech.spoken[person] !== room.speech.spoken[person]);
  const heardAt = { ...before.heardAt };
  for (const { person, to } of speakers) heardAt[person] = Math.max(to, heardAt[person] ?? 0);
  const heard = { ...withRoom(before, data.room, { ...room, speech }), heardAt };
  const encouraged = speakers.reduce((now, { person }) => answered(now, person, ['silent', 'invited']), heard);
  return data.runs.length > 0 ? encouraged : fallenSilent(encouraged, data.room);
}

/** What changes for everybody in a room changes when all of them are told: nobody speaks there, so that whoever spoke for long has stopped. */
function fallenSilent(before: SessionExchange, id: string): SessionExchange {
  const room = roomOf(before, id);
  const { spoken: ms, going } = room.speech;
  const { n, lack } = dialsOf(room);
  const even = lack ? null : Math.floor(Object.values(ms).reduce((sum, one) => sum + one, 0) / n);
  const told = withRoom(before, id, { ...room, even });
  const stopped = Object.keys(before.nudges).filter(person => before.places[person]?.room === id && !going[person]);
  return stopped.reduce((now, person) => answered(now, person, ['speaking']), told);
}

function answered(session: SessionExchange, person: PersonId, kinds: readonly NudgeKind[]): SessionExchange {
  return kinds.reduce((now, kind) => {
    const nudge = now.nudges[person]?.[kind];
    return nudge?.status === 'shown' ? withNudge(now, person, kind, { ...nudge, status: 'done' }) : now;
  }, session);
}

const endedAt = (seats: readonly Seat[], isThis: (seat: Seat) => boolean, at: number): Seat[] =>
  seats.map(seat => (seat.to === null && isThis(seat) ? { ...seat, to: Math.max(at, seat.from) } : seat));

function seated(before: SessionExchange, { data: { person, at }, at: now }: Of<'exchange.seated'>): SessionExchange {
  const place = before.places[person];
  const left = place ? withoutSeat(before, person, place.room, now) : before;
  if (!at) return left;
  const room = roomOf(left, at.room);
  const seat: Seat = { person, as: at.as, of: at.of, from: now, to: null };
  return {
    ...withRoom(left, at.room, { ...room, seats: [...room.seats, seat] }),
    places: { ...left.places, [person]: { room: at.room, as: at.as, from: now } },
    cameAt: { ...left.cameAt, [person]: left.cameAt[person] ?? now },
  };
}

function withoutSeat(before: SessionExchange, person: PersonId, room: string, now: number): SessionExchange {
  const known = roomOf(before, room);
  const seats = endedAt(known.seats, seat => seat.person === person, now);
  return { ...withRoom(before, room, { ...known, seats }), places: without(before.places, person) };
}

function closed(before: SessionExchange, now: number): SessionExchange {
  const rooms = Object.entries(before.rooms).map(([id, room]) => [
    id,
    { ...room, seats: endedAt(room.seats, () => true, now), speech: allEnded(room.speech) },
  ]);
  return { ...before, rooms: Object.fromEntries(rooms), places: {}, nudges: {} };
}

function contributed(before: SessionExchange, { data, at }: Of<'exchange.contributed'>): SessionExchange {
  const { person, channel } = data;
  const contribution = { ...data, at };
  const room = roomOf(before, data.room);
  const next = {
    ...withRoom(before, data.room, { ...room, wrote: { ...room.wrote, [person]: true } }),
    contributions: append(before.contributions, contribution),
    latest: { ...before.latest, [person]: { ...before.latest[person], [channel]: contribution } },
    heardAt: { ...before.heardAt, [person]: at },
  };
  return answered(next, person, ['silent', 'invited']);
}
