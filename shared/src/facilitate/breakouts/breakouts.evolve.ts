import type { RoomId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts } from './breakouts.messages.ts';
import { placed, redone, stepTo, undone, withoutRoom, withPlace } from './breakouts.places.ts';
import { type Breakout, type Breakouts, dealtTo, type Grouping, type Result } from './breakouts.state.ts';
import { evolveLive } from './live.evolve.ts';
import { nothingPrepared, type Prepared } from './prepared.ts';

type BreakoutsFact = Recorded<FactOf<typeof facts>>;
type FactNamed<Kind> = Extract<BreakoutsFact, { kind: Kind }>;

/** The state of the breakouts after one more fact. */
export function evolve(state: Breakouts, fact: BreakoutsFact): Breakouts {
  switch (fact.kind) {
    case 'breakouts.prepared':
      return withoutOldest({
        ...state,
        groupings: { ...state.groupings, [fact.data.grouping]: made(fact) },
      });
    case 'breakouts.set':
      return { ...state, rotation: fact.data.settings };
    case 'breakouts.harvested': {
      const { session, grouping, room } = fact.data;
      const { [session]: _, ...others } = state.harvests;
      return { ...state, harvests: grouping === null ? others : { ...others, [session]: { grouping, room } } };
    }
    case 'breakouts.reported':
      return withResults(state, fact.data.room, results => reported(results, fact));
    case 'breakouts.retracted':
      return withResults(state, fact.data.room, results => results.filter(({ result }) => result !== fact.data.result));
    default:
      return 'grouping' in fact.data && fact.kind !== 'breakouts.opened'
        ? withGrouping(state, fact.data.grouping, before => arranged(before, fact))
        : evolveLive(state, fact);
  }
}

/** One grouping after a fact about it alone. */
function arranged(before: Grouping, fact: BreakoutsFact): Grouping {
  switch (fact.kind) {
    case 'breakouts.dealt': {
      const { sizes, people } = fact.data;
      return placed(before, stepTo(before.places, dealtTo(before.rooms, sizes, people)));
    }
    case 'breakouts.placed':
      return placed(before, Object.fromEntries(fact.data.people.map(person => [person, fact.data.room])));
    case 'breakouts.undone':
      return undone(before);
    case 'breakouts.redone':
      return redone(before);
    case 'breakouts.dropped': {
      const { room } = fact.data;
      const places = withoutRoom(before.places, room);
      // What could be taken back may lead to the room that is gone.
      return { ...before, places, rooms: before.rooms.filter(one => one.room !== room), past: [], future: [] };
    }
    case 'breakouts.titled':
      return { ...before, title: fact.data.title };
    case 'breakouts.discarded':
      return { ...before, status: 'discarded' };
    case 'breakouts.recovered':
      return { ...before, status: 'kept' };
    case 'breakouts.ruled': {
      const { minutes, late, plenary, seats } = fact.data;
      return { ...before, minutes, late, plenary, seats };
    }
    default:
      return furnished(before, fact);
  }
}

/** A grouping after its rooms, or what is prepared for them, have changed. */
function furnished(before: Grouping, fact: BreakoutsFact): Grouping {
  switch (fact.kind) {
    case 'breakouts.added': {
      const { room, names, mark, cluster } = fact.data;
      return { ...before, rooms: [...before.rooms, newRoom({ room, names, mark, cluster })] };
    }
    case 'breakouts.named':
      return withRoom(before, fact.data.room, room => ({ ...room, names: fact.data.names }));
    case 'breakouts.appointed': {
      const { room, role, person } = fact.data;
      const named = withRoom(before, room, one => {
        const { [role]: _, ...others } = one.roles;
        return { ...one, roles: person === null ? others : { ...others, [role]: person } };
      });
      // Who has a role in a room goes there.
      return person === null ? named : { ...named, places: withPlace(named.places, person, room) };
    }
    case 'breakouts.described': {
      const { room, field, language, text } = fact.data;
      return withPrepared(before, room, prepared => {
        const { [language]: _, ...others } = prepared[field];
        return { ...prepared, [field]: text === '' ? others : { ...others, [language]: { text, at: fact.at } } };
      });
    }
    case 'breakouts.attached': {
      const { room, material } = fact.data;
      return withPrepared(before, room, prepared => ({ ...prepared, material: [...prepared.material, material] }));
    }
    case 'breakouts.detached': {
      const { room, material } = fact.data;
      return withPrepared(before, room, prepared => ({
        ...prepared,
        material: prepared.material.filter(one => one.material !== material),
      }));
    }
    default:
      return before;
  }
}

const newRoom = (data: Pick<Breakout, 'room' | 'names' | 'mark' | 'cluster'>): Breakout => ({
  ...data,
  roles: {},
  prepared: nothingPrepared,
  results: [],
});

function made({ data, at }: FactNamed<'breakouts.prepared'>): Grouping {
  const { grouping, session, title, way, round, sizes, people } = data;
  return {
    grouping,
    session,
    title,
    way,
    round,
    rooms: data.rooms.map(newRoom),
    places: dealtTo(data.rooms, sizes, people),
    minutes: limits.usualBreakoutMinutes,
    late: way === 'cluster' ? 'cluster' : way === 'choice' ? 'choose' : 'smallest',
    plenary: 'closed',
    seats: null,
    prepared: nothingPrepared,
    madeAt: at,
    status: 'kept',
    runs: [],
    past: [],
    future: [],
  };
}

const withGrouping = (state: Breakouts, id: string, change: (before: Grouping) => Grouping): Breakouts => {
  const before = state.groupings[id];
  return before ? { ...state, groupings: { ...state.groupings, [id]: change(before) } } : state;
};

const withRoom = (grouping: Grouping, room: RoomId, change: (before: Breakout) => Breakout): Grouping => ({
  ...grouping,
  rooms: grouping.rooms.map(one => (one.room === room ? change(one) : one)),
});

const withPrepared = (grouping: Grouping, room: RoomId | null, change: (before: Prepared) => Prepared): Grouping =>
  room === null
    ? { ...grouping, prepared: change(grouping.prepared) }
    : withRoom(grouping, room, one => ({ ...one, prepared: change(one.prepared) }));

function withResults(
  state: Breakouts,
  room: RoomId,
  change: (before: readonly Result[]) => readonly Result[],
): Breakouts {
  const found = Object.values(state.groupings).find(({ rooms }) => rooms.some(one => one.room === room));
  if (!found) return state;
  return withGrouping(state, found.grouping, grouping =>
    withRoom(grouping, room, one => ({ ...one, results: change(one.results) })),
  );
}

/** One result more, or the one of this id in other words; whoever wrote it first stays its author. */
function reported(before: readonly Result[], { data, at }: FactNamed<'breakouts.reported'>): readonly Result[] {
  const { result, text, person } = data;
  if (before.some(one => one.result === result))
    return before.map(one => (one.result === result ? { ...one, text } : one));
  return [...before, { result, text, by: person, at }];
}

/** Lets go of the discarded groupings that were made first, beyond as many as a session may keep; never of one that was open. */
function withoutOldest(state: Breakouts): Breakouts {
  const gone = Object.values(state.groupings)
    .filter(({ status, runs }) => status === 'discarded' && runs.length === 0)
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(limits.groupingsPerSession)
    .map(({ grouping }) => grouping);
  if (gone.length === 0) return state;
  const left = Object.entries(state.groupings).filter(([id]) => !gone.includes(id));
  return { ...state, groupings: Object.fromEntries(left) };
}
