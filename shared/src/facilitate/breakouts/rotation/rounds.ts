import type { PersonId, RoomId, SessionId } from '../../../kernel/ids.ts';
import type { Grouping } from '../breakouts.state.ts';
import type { Before } from './coverage.ts';
import type { RotationSettings } from './settings.ts';
import { togetherIn } from './together.ts';

/** A round of a rotation: it was held, it is open now, it stays as it is, or it is to be planned; `grouping` is null until there is one. */
export type RotationRound = {
  session: SessionId;
  round: number;
  grouping: string | null;
  state: 'held' | 'live' | 'fixed' | 'open';
};

/** What is known of groupings where rounds are told apart. */
type Known = Pick<Grouping, 'grouping' | 'session' | 'way' | 'round' | 'runs' | 'status'>;

export type RoundsKnown = {
  groupings: { readonly [grouping: string]: Known };
  /** Groupings that are open now. */
  live: ReadonlySet<string>;
  /** Sessions that are over or cancelled: nothing is planned in them any more. */
  over: ReadonlySet<SessionId>;
  /** Groupings that stay as they are. */
  fixed: ReadonlySet<string>;
};

/**
 * The rounds that are asked for, session after session: what took place first, then those that are to be planned. `surplus` are groupings of
 * rounds that are no longer asked for. A new round has the lowest number that is free, so that no two have the same.
 */
export function rotationRounds(
  known: RoundsKnown,
  { sessions }: Pick<RotationSettings, 'sessions'>,
): { rounds: RotationRound[]; surplus: string[] } {
  const rotation = Object.values(known.groupings)
    .filter(({ way, status }) => way === 'rotation' && status === 'kept')
    .sort((a, b) => (a.round ?? 0) - (b.round ?? 0) || (a.grouping < b.grouping ? -1 : 1));
  const taken = new Set(rotation.map(({ round }) => round));
  const free = () => {
    let number = 1;
    while (taken.has(number)) number += 1;
    taken.add(number);
    return number;
  };
  const surplus: string[] = [];
  const rounds = sessions.flatMap(({ session, rounds: wanted }) => {
    const own = rotation.filter(one => one.session === session).map(one => roundOf(known, one));
    const settled = own.filter(({ state }) => state !== 'open');
    const open = own.filter(({ state }) => state === 'open');
    const left = known.over.has(session) ? 0 : Math.max(0, wanted - settled.length);
    surplus.push(...open.slice(left).flatMap(({ grouping }) => grouping ?? []));
    const fresh = Array.from({ length: Math.max(0, left - open.length) }, () => ({
      ...{ session, round: free(), grouping: null },
      state: 'open' as const,
    }));
    return [...settled, ...open.slice(0, left), ...fresh];
  });
  return { rounds, surplus };
}

function roundOf({ live, fixed }: RoundsKnown, { session, round, grouping, runs }: Known): RotationRound {
  const state = live.has(grouping) ? 'live' : runs.length > 0 ? 'held' : fixed.has(grouping) ? 'fixed' : 'open';
  return { session, round: round ?? 0, grouping, state };
}

/** Somebody in a breakout since an instant (ms since the epoch); `to` is null while they are there. */
type Stay = { person: PersonId; from: number; to: number | null };

/**
 * Who has met, as it really was: by the visits of rooms that were open. Of groupings that are open or stay as they are (`planned`), what
 * is planned counts.
 */
export function metBefore(
  visits: { readonly [room: RoomId]: readonly Stay[] },
  planned: readonly Pick<Grouping, 'rooms' | 'places'>[],
  now: number,
): Before {
  const open = new Set(planned.flatMap(({ rooms }) => rooms.map(({ room }) => room)));
  const held = Object.entries(visits).filter(([room]) => !open.has(room));
  return [
    ...togetherIn(held.map(([, stays]) => stays.map(({ to, ...stay }) => ({ ...stay, to: to ?? now })))),
    ...planned.flatMap(meetingsIn),
  ];
}

/** Everybody with everybody of the same room. */
function meetingsIn({ places }: Pick<Grouping, 'places'>): Before {
  const people = Object.keys(places).sort();
  return people.flatMap((one, at) =>
    people.slice(at + 1).flatMap(two => (places[one] === places[two] ? [{ one, two, times: 1 }] : [])),
  );
}
