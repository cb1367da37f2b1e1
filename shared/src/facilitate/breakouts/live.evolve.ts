import { without } from '../../kernel/entries.ts';
import { type PersonId, plenaryOf, type RoomId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, Reason } from './breakouts.messages.ts';
import { withPlace } from './breakouts.places.ts';
import type { Breakouts, Live, Places } from './breakouts.state.ts';

type BreakoutsFact = Recorded<FactOf<typeof facts>>;
type FactNamed<Kind> = Extract<BreakoutsFact, { kind: Kind }>;

/** The state after a fact about the breakouts that are open. */
export function evolveLive(state: Breakouts, fact: BreakoutsFact): Breakouts {
  if (fact.kind === 'breakouts.opened') return opened(state, fact);
  if (fact.kind === 'breakouts.closed') return closed(state, fact);
  if (!('session' in fact.data) || fact.data.session === null) return state;
  const live = state.live[fact.data.session];
  if (!live) return state;
  const next = whileLive(live, fact);
  return next === live ? state : { ...state, live: { ...state.live, [live.session]: next } };
}

function whileLive(live: Live, fact: BreakoutsFact): Live {
  switch (fact.kind) {
    case 'breakouts.widened':
      return { ...live, rooms: fact.data.rooms };
    case 'breakouts.sent':
      return sent(live, fact);
    case 'breakouts.went':
      return went(live, fact);
    case 'breakouts.entered':
      return entered(live, fact);
    case 'breakouts.timed':
    case 'breakouts.stayed':
      return { ...live, endsAt: fact.data.endsAt, closing: null };
    case 'breakouts.closing':
      return { ...live, endsAt: fact.data.endsAt, closing: { before: live.endsAt } };
    default:
      return asked(live, fact);
  }
}

/** What people want of hosts, and what hosts tell them. */
function asked(live: Live, fact: BreakoutsFact): Live {
  switch (fact.kind) {
    case 'breakouts.asked': {
      const { person, wish, text } = fact.data;
      return { ...live, asks: { ...live.asks, [person]: { wish, text, at: live.asks[person]?.at ?? fact.at } } };
    }
    case 'breakouts.declined':
      return { ...live, asks: without(live.asks, fact.data.person) };
    case 'breakouts.help-asked': {
      const { room, person, text } = fact.data;
      return { ...live, help: { ...live.help, [room]: { person, text, at: live.help[room]?.at ?? fact.at } } };
    }
    case 'breakouts.help-ended':
      return { ...live, help: without(live.help, fact.data.room) };
    case 'breakouts.broadcasted': {
      const { session: _, ...data } = fact.data;
      if (fact.actor === 'engine') return live;
      const all = [...live.broadcasts, { ...data, by: fact.actor, at: fact.at }];
      return { ...live, broadcasts: all.slice(-limits.broadcastsKept) };
    }
    case 'breakouts.unsaid':
      return { ...live, broadcasts: live.broadcasts.filter(({ broadcast }) => broadcast !== fact.data.broadcast) };
    default:
      return live;
  }
}

function opened(state: Breakouts, { data, at }: FactNamed<'breakouts.opened'>): Breakouts {
  const { session, grouping, movesAt, endsAt, rooms, people } = data;
  const of = state.groupings[grouping];
  if (!of) return state;
  // Another grouping that was open ends here: its rooms stay until their people have gone.
  const after = state.live[session] ? withRun(state, session, at) : state;
  const live: Live = {
    session,
    grouping,
    openedAt: at,
    movesAt,
    endsAt,
    closing: null,
    rooms,
    places: { ...of.places, ...Object.fromEntries(people.map(({ person, room }) => [person, room])) },
    sent: sentTo(people, movesAt, person => (of.places[person] ? of.way : 'late')),
    asks: {},
    help: {},
    guests: {},
    broadcasts: [],
  };
  return { ...after, live: { ...after.live, [session]: live }, harvests: without(after.harvests, session) };
}

function closed(state: Breakouts, { data: { session }, at }: FactNamed<'breakouts.closed'>): Breakouts {
  if (!state.live[session]) return state;
  const grouping = state.live[session].grouping;
  const after = withRun(state, session, at);
  const hasResults = after.groupings[grouping]?.rooms.some(({ results }) => results.length > 0);
  // What the rooms bring back is in the plenary without anybody's doing; hosts put it away.
  const harvests = hasResults ? { ...after.harvests, [session]: { grouping, room: null } } : after.harvests;
  return { ...after, harvests, live: without(after.live, session) };
}

/** The grouping that is open in a session was open until now. */
function withRun(state: Breakouts, session: string, closedAt: number): Breakouts {
  const live = state.live[session];
  const of = live && state.groupings[live.grouping];
  if (!live || !of) return state;
  const runs = [...of.runs, { openedAt: live.openedAt, closedAt }].slice(-limits.groupingsPerSession);
  return { ...state, groupings: { ...state.groupings, [of.grouping]: { ...of, runs } } };
}

const sentTo = (
  people: readonly { person: PersonId; room: RoomId }[],
  at: number,
  whyOf: (person: PersonId) => Reason,
): Live['sent'] => Object.fromEntries(people.map(({ person, room }) => [person, { room, at, why: whyOf(person) }]));

function sent(live: Live, { data: { people, at, why } }: FactNamed<'breakouts.sent'>): Live {
  // Where they go is where they belong from now on, so that who is lost on the way comes back there.
  const asks = withoutAll(live.asks, people);
  return { ...live, places: placing(live, people), asks, sent: { ...live.sent, ...sentTo(people, at, () => why) } };
}

/** Nobody is sent before all have gone together, so that whoever goes first ends that wait. */
const went = (live: Live, { data: { rooms, people } }: FactNamed<'breakouts.went'>): Live => ({
  ...live,
  movesAt: null,
  rooms,
  sent: withoutAll(live.sent, people),
  guests: withoutAll(live.guests, people),
  places: placing(live, people),
});

type Going = readonly { person: PersonId; room: RoomId }[];

function withoutAll<T>(entries: { readonly [person: PersonId]: T }, people: Going): { readonly [person: PersonId]: T } {
  const gone = new Set(people.map(({ person }) => person));
  return Object.fromEntries(Object.entries(entries).filter(([person]) => !gone.has(person)));
}

/** Who is sent to the plenary has no room of their own any more. */
function placing({ places, session }: Pick<Live, 'places' | 'session'>, people: Going): Places {
  const after = new Map(Object.entries(places));
  for (const { person, room } of people) {
    if (room === plenaryOf(session)) after.delete(person);
    else after.set(person, room);
  }
  return Object.fromEntries(after);
}

function entered(live: Live, { data: { person, room, from, as } }: FactNamed<'breakouts.entered'>): Live {
  const left = {
    ...live,
    sent: without(live.sent, person),
    help: as === 'guest' ? without(live.help, room) : live.help,
  };
  if (as === 'guest') {
    // A host who goes from room to room comes back to where they began.
    const origin = live.guests[person] ?? from;
    const guests = room === origin ? without(live.guests, person) : { ...live.guests, [person]: origin };
    return { ...left, guests };
  }
  const places = room === plenaryOf(live.session) ? left.places : withPlace(left.places, person, room);
  return { ...left, places, asks: without(left.asks, person), guests: without(left.guests, person) };
}
