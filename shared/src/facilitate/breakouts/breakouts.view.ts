import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { Breakout, Breakouts, Broadcast, Grouping, Live, Result, Sent } from './breakouts.state.ts';
import { type Prepared, preparedFor } from './prepared.ts';
import type { RotationSettings } from './rotation/settings.ts';

/** A grouping as hosts see it: in place of the changes, how many can be taken back and done again. */
export type GroupingView = Omit<Grouping, 'past' | 'future'> & { undo: number; redo: number };

/** A room as everybody of the session sees it. */
export type RoomCard = Pick<Breakout, 'room' | 'names' | 'mark' | 'cluster' | 'roles'> & {
  /** How many belong there now. */
  taken: number;
};

/** What those see who see into a room. */
export type RoomInside = {
  prepared: Prepared;
  help: Live['help'][RoomId] | null;
  results: readonly Result[];
  broadcasts: readonly Broadcast[];
};

/** What hosts see besides. */
export type LiveForHosts = Pick<Live, 'places' | 'sent' | 'asks' | 'help' | 'guests' | 'broadcasts'>;

export type LiveView = Pick<Live, 'session' | 'grouping' | 'openedAt' | 'movesAt' | 'endsAt'> &
  Pick<Grouping, 'title' | 'way' | 'round' | 'late' | 'plenary' | 'seats'> & {
    isClosing: boolean;
    rooms: readonly RoomCard[];
    inside: { readonly [room: RoomId]: RoomInside };
    hosts: LiveForHosts | null;
  };

/** What the rooms of a grouping bring back, with where it comes from. */
export type HarvestView = {
  grouping: string;
  title: string;
  /** The room that the plenary looks at; null for all of them. */
  room: RoomId | null;
  rooms: readonly (Pick<Breakout, 'room' | 'names' | 'mark' | 'cluster' | 'results'> & { task: Prepared['task'] })[];
};

export type BreakoutsView = {
  /** For hosts: every kept grouping, and what a rotation was asked for last. */
  plan: { groupings: { readonly [grouping: string]: GroupingView }; rotation: RotationSettings } | null;
  live: { readonly [session: SessionId]: LiveView };
  harvests: { readonly [session: SessionId]: HarvestView };
};

/** What one person alone is told: where they go, where they belong, and what they have asked for. */
export type BreakoutsOwn = {
  sent: (Sent & { session: SessionId }) | null;
  place: RoomId | null;
  asked: Live['asks'][PersonId] | null;
  /** Where a visiting host came from. */
  from: RoomId | null;
};

/** The breakouts as an audience sees them ([B9]-[B11]). */
export function viewOf(state: Breakouts, audience: Audience): BreakoutsView {
  const isForHosts = isHost(audience.role);
  return {
    plan: isForHosts ? planOf(state) : null,
    live: isForHosts || audience.place ? mapped(state.live, live => liveView(state, live, audience, isForHosts)) : {},
    harvests:
      audience.place && !isLobby(audience.place.room) ? mapped(state.harvests, one => harvestView(state, one)) : {},
  };
}

/** What somebody alone sees of the breakouts that are open. */
export function ownOf({ live }: Breakouts, person: PersonId): BreakoutsOwn {
  const all = Object.values(live);
  const sent = all.find(one => one.sent[person]);
  const to = sent?.sent[person];
  return {
    sent: sent && to ? { ...to, session: sent.session } : null,
    place: all.map(({ places }) => places[person]).find(Boolean) ?? null,
    asked: all.map(({ asks }) => asks[person]).find(Boolean) ?? null,
    from: all.map(({ guests }) => guests[person]).find(Boolean) ?? null,
  };
}

const plans = new WeakMap<Breakouts['groupings'], { [grouping: string]: GroupingView }>();
const shownGroupings = new WeakMap<Grouping, GroupingView>();

// The same objects for the same state, so that comparing two views costs what changed.
function planOf({ groupings, rotation }: Breakouts): NonNullable<BreakoutsView['plan']> {
  const known =
    plans.get(groupings) ??
    Object.fromEntries(
      Object.entries(groupings).flatMap(([id, one]) => (one.status === 'kept' ? [[id, groupingView(one)]] : [])),
    );
  plans.set(groupings, known);
  return { groupings: known, rotation };
}

function groupingView(grouping: Grouping): GroupingView {
  const known = shownGroupings.get(grouping);
  if (known) return known;
  const { past, future, ...rest } = grouping;
  const view = { ...rest, undo: past.length, redo: future.length };
  shownGroupings.set(grouping, view);
  return view;
}

function liveView(state: Breakouts, live: Live, audience: Audience, isForHosts: boolean): LiveView | null {
  const of = state.groupings[live.grouping];
  if (!of || (!isForHosts && audience.place?.session !== live.session)) return null;
  const { session, grouping, openedAt, movesAt, endsAt, closing } = live;
  const { title, way, round, late, plenary, seats } = of;
  return {
    ...{ session, grouping, openedAt, movesAt, endsAt, title, way, round, late, plenary, seats },
    isClosing: closing !== null,
    rooms: cardsOf(of, live),
    inside: Object.fromEntries(
      roomsOf(audience).flatMap(room => (sessionOf(room) === session ? [[room, insideOf(of, live, room)]] : [])),
    ),
    hosts: isForHosts ? forHosts(live) : null,
  };
}

const forHosts = ({ places, sent, asks, help, guests, broadcasts }: Live): LiveForHosts => ({
  ...{ places, sent, asks, help, guests, broadcasts },
});

function cardsOf({ rooms }: Grouping, { places }: Live): RoomCard[] {
  const taken = new Map<RoomId, number>();
  for (const room of Object.values(places)) taken.set(room, (taken.get(room) ?? 0) + 1);
  return rooms.map(({ room, names, mark, cluster, roles }) => ({
    ...{ room, names, mark, cluster, roles },
    taken: taken.get(room) ?? 0,
  }));
}

function insideOf(of: Grouping, live: Live, room: RoomId): RoomInside {
  const own = of.rooms.find(one => one.room === room);
  return {
    prepared: own ? preparedFor(of.prepared, own.prepared) : { task: {}, questions: {}, material: [] },
    help: live.help[room] ?? null,
    results: own?.results ?? [],
    broadcasts: live.broadcasts.filter(({ rooms }) => isFor(rooms, room)),
  };
}

/** What is for all rooms reaches the plenary as well. */
const isFor = (rooms: Broadcast['rooms'], room: RoomId): boolean =>
  !isLobby(room) && (rooms === 'all' || rooms.includes(room));

function harvestView(state: Breakouts, { grouping, room }: Breakouts['harvests'][SessionId]): HarvestView | null {
  const of = state.groupings[grouping];
  if (!of) return null;
  return {
    grouping,
    title: of.title,
    room,
    rooms: of.rooms.map(({ room: id, names, mark, cluster, results, prepared }) => ({
      ...{ room: id, names, mark, cluster, results },
      task: preparedFor(of.prepared, prepared).task,
    })),
  };
}

function mapped<From, To>(entries: { readonly [key: string]: From }, into: (value: From) => To | null) {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => {
      const to = into(value);
      return to === null ? [] : [[key, to] as const];
    }),
  );
}

/** True for a breakout that was ever prepared. */
export const isPrepared = ({ groupings }: Pick<Breakouts, 'groupings'>, room: RoomId): boolean =>
  Object.values(groupings).some(({ rooms }) => rooms.some(one => one.room === room));

/** How the breakouts among these rooms are called, in groupings of any age. */
export const roomNamesIn = ({ groupings }: Pick<Breakouts, 'groupings'>, rooms: ReadonlySet<RoomId>) =>
  Object.fromEntries(
    Object.values(groupings).flatMap(({ rooms: own }) =>
      own.flatMap(({ room, names, mark }) => (rooms.has(room) ? [[room, { names, mark }] as const] : [])),
    ),
  );

export type RoomNames = ReturnType<typeof roomNamesIn>;
