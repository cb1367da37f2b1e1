import type { Groups, Place, RuleContext, Times } from './context.ts';
import type { Id, PersonId, RoomId, SessionId } from './ids.ts';
import { type DocumentSpec, higherRole, type MessageSpec, type Phase, type Role, type SignalSpec } from './messages.ts';
import type { AnySlice, Fact, FactRegistry, Recorded } from './slice.ts';

/** The state of one dialogue: one entry per slice. */
export type State = { readonly [slice: string]: unknown };

export type Actor = PersonId | 'engine';

/** What the composed rules ask of the state that single slices may not ask each other. */
export type StateQueries = {
  /** The slices that tell who may be here, in which role and where. */
  slices: readonly string[];
  roleOf(state: State, person: PersonId): Role | null;
  /** The role that somebody holds in this room alone, if any. */
  roomRoleOf(state: State, person: PersonId, room: RoomId): Role | undefined;
  placeOf(state: State, person: PersonId): Place | null;
  /** The rooms that somebody watches besides their own, in order of their ids. */
  watchesOf(state: State, person: PersonId): readonly RoomId[];
  peopleIn(state: State, room: RoomId): PersonId[];
  phaseOf(state: State): Phase;
  isOpenRoom(state: State, room: RoomId): boolean;
  endedFor(state: State, person: PersonId, session: SessionId): number | null;
  answersLocked(state: State): boolean;
  clusterOf(state: State, person: PersonId): string | null;
  /** True for the plenary of every session and every breakout that was ever prepared. */
  isRoom(state: State, room: RoomId): boolean;
  timesOf(state: State, session: SessionId): Times | null;
  groupsOf(state: State, person: PersonId): Groups;
  isConnected(state: State, person: PersonId): boolean;
  absenceFactor(state: State, person: PersonId, now: number): number;
  heardFor(state: State, person: PersonId): number;
  /** Who is in the rooms of an open session with a connection, the lobby not counted. */
  seatsIn(state: State, session: SessionId): { person: PersonId; room: RoomId }[];
  /** Who wrote a message of a room, or asked a question there with their name; null for nobody who is told. */
  authorOf(state: State, room: RoomId, artefact: Id): PersonId | null;
  /** True for a run of a poll that shows everybody who chose what. */
  namesVoters(state: State, run: Id): boolean;
};

type Follower = { slice: AnySlice; follow(state: unknown, fact: Recorded, context: RuleContext): readonly Fact[] };

export type Composition = ReturnType<typeof compose>;

/** The slices by name, and the context in which their rules are asked. */
export function compose(slices: readonly AnySlice[], queries: StateQueries) {
  const byName = new Map(slices.map(slice => [slice.name, slice]));
  const followers = followersOf(slices);

  const roleIn = (state: State, person: PersonId, room: RoomId): Role | null => {
    const role = queries.roleOf(state, person);
    return role && higherRole(role, queries.roomRoleOf(state, person, room));
  };

  const contextFor = (state: State, actor: RuleContext['actor'], now: number): RuleContext => ({
    now,
    actor,
    phase: queries.phaseOf(state),
    roleOf: person => queries.roleOf(state, person),
    roleIn: (person, room) => roleIn(state, person, room),
    placeOf: person => queries.placeOf(state, person),
    peopleIn: room => queries.peopleIn(state, room),
    isOpenRoom: room => queries.isOpenRoom(state, room),
    endedFor: (person, session) => queries.endedFor(state, person, session),
    answersLocked: queries.answersLocked(state),
    clusterOf: person => queries.clusterOf(state, person),
    isRoom: room => queries.isRoom(state, room),
    timesOf: session => queries.timesOf(state, session),
    groupsOf: person => queries.groupsOf(state, person),
    isConnected: person => queries.isConnected(state, person),
    absenceFactor: person => queries.absenceFactor(state, person, now),
    heardFor: person => queries.heardFor(state, person),
    seatsIn: session => queries.seatsIn(state, session),
    authorOf: (room, artefact) => queries.authorOf(state, room, artefact),
    namesVoters: run => queries.namesVoters(state, run),
  });

  return {
    slices,
    queries,
    initial: Object.fromEntries(slices.map(slice => [slice.name, slice.initial])) as State,
    roleIn,
    contextFor,

    /** The slice of a name; undefined where there is none. */
    slice: (name: string): AnySlice | undefined => byName.get(name),

    /** The slice whose fact this is; undefined for facts of a slice that this release does not have. */
    sliceOf: (kind: string): AnySlice | undefined => byName.get(partsOf(kind).slice),

    /** Which slices follow facts of this kind. */
    followersOf: (kind: string): readonly Follower[] => followers.get(kind) ?? [],

    /** The context of somebody who acts; null for strangers and removed people. */
    contextOf(state: State, by: Actor, now: number): RuleContext | null {
      if (by === 'engine') return contextFor(state, by, now);
      const role = queries.roleOf(state, by);
      return role && contextFor(state, { person: by, role, place: queries.placeOf(state, by) }, now);
    },

    /** The context after a fact. Who acts keeps the role they acted in, even when the fact has just taken it. */
    contextAfter: (state: State, { actor, now }: RuleContext): RuleContext =>
      contextFor(state, actor === 'engine' ? actor : { ...actor, place: queries.placeOf(state, actor.person) }, now),

    /** The specification of a command of this kind; null when there is none. */
    specOf: (kind: string): MessageSpec | null => member(byName, kind, 'messages'),

    /** The specification of a signal of this kind; null when there is none. */
    signalOf: (kind: string): SignalSpec | null => member(byName, kind, 'signals'),

    /** The slice whose kind of documents this is, with its tables; null when there is none. */
    documentOf(kind: string): { slice: AnySlice; spec: DocumentSpec } | null {
      const slice = slices.find(({ documents }) => documents && Object.hasOwn(documents, kind));
      const spec = slice?.documents?.[kind];
      return slice && spec ? { slice, spec } : null;
    },

    /** The specification of a read of this kind; null when there is none. */
    askOf: (kind: string): NonNullable<AnySlice['asks']>[string] | null => member(byName, kind, 'asks'),
  };
}

/** A kind is `slice.name`; without a point it is of no slice. */
function partsOf(kind: string): { slice: string; name: string } {
  const point = kind.indexOf('.');
  return { slice: kind.slice(0, Math.max(point, 0)), name: kind.slice(point + 1) };
}

/** The entry `name` in a table of the slice, for a kind `slice.name`. */
function member<Table extends 'messages' | 'signals' | 'asks'>(
  byName: ReadonlyMap<string, AnySlice>,
  kind: string,
  table: Table,
): NonNullable<AnySlice[Table]>[string] | null {
  const { slice, name } = partsOf(kind);
  const entries = byName.get(slice)?.[table] as Record<string, NonNullable<AnySlice[Table]>[string]> | undefined;
  return entries && Object.hasOwn(entries, name) ? (entries[name] ?? null) : null;
}

function followersOf(slices: readonly AnySlice[]): ReadonlyMap<string, readonly Follower[]> {
  const all = slices.flatMap(slice =>
    Object.entries(slice.follow ?? {}).map(([kind, follow]) => ({
      kind,
      // The table's key is the kind of the facts that it is called with.
      follower: { slice, follow: follow as Follower['follow'] },
    })),
  );
  const kinds = new Set(all.map(({ kind }) => kind) as (keyof FactRegistry)[]);
  return new Map(
    [...kinds].map(kind => [kind, all.filter(one => one.kind === kind).map(({ follower }) => follower)] as const),
  );
}
