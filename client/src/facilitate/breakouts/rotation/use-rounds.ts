import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import {
  type Before,
  type Coverage,
  coverageOf,
  type RoundRooms,
} from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { metBefore, type RotationRound, rotationRounds } from '@multaqa/shared/facilitate/breakouts/rotation/rounds';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { type Yardsticks, yardsticksOf } from '@multaqa/shared/facilitate/breakouts/rotation/yardsticks';
import { useDeferredValue, useMemo } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import type { Visits } from '../use-visits.ts';
import { isOver, useSessionsInOrder } from './use-sessions.ts';

/** A round that is a grouping by now, with who is in each of its rooms. */
export type KnownRound = RotationRound & { of: GroupingView; rooms: RoundRooms };

/** The rounds of a rotation, and what they come to. */
export type Rounds = {
  all: readonly KnownRound[];
  /** How many are asked for and are no groupings yet. */
  missing: number;
  /** Those of `all` that have not been held, in their order: what is planned. */
  ahead: readonly KnownRound[];
  /** Who has really met so far. */
  before: Before;
  coverage: Coverage;
  /** A moment behind what is on the screen; null while no round is planned. */
  yardsticks: Yardsticks | null;
};

/** The rounds that a rotation has or is asked for; the numbers follow every change of places. */
export function useRounds(
  settings: RotationSettings,
  fixed: ReadonlySet<string>,
  guests: readonly Guest[],
  visits: Visits,
): Rounds {
  const groupings = useView(({ breakouts }) => breakouts.plan?.groupings);
  const live = useView(({ breakouts }) => breakouts.live);
  const sessions = useSessionsInOrder();
  const { all, missing } = useMemo(() => {
    const known = groupings ?? {};
    const { rounds } = rotationRounds(
      {
        groupings: known,
        live: new Set(Object.values(live).map(one => one.grouping)),
        over: new Set(sessions.filter(isOver).map(({ session }) => session)),
        fixed,
      },
      settings,
    );
    const found = rounds.flatMap((round): KnownRound[] => {
      const of = round.grouping === null ? undefined : known[round.grouping];
      return of ? [{ ...round, of, rooms: roomsOf(of) }] : [];
    });
    return { all: found, missing: rounds.length - found.length };
  }, [groupings, live, sessions, fixed, settings]);
  const ahead = useMemo(() => all.filter(({ state }) => state !== 'held'), [all]);
  const before = useMemo(() => {
    const planned = new Set(ahead.flatMap(({ of }) => of.rooms.map(({ room }) => room)));
    const held = Object.entries(visits.of).filter(([room]) => !planned.has(room));
    return metBefore(Object.fromEntries(held), [], visits.at);
  }, [ahead, visits]);
  const coverage = useMemo(
    () =>
      coverageOf(
        guests,
        before,
        ahead.map(({ rooms }) => rooms),
      ),
    [guests, before, ahead],
  );
  const counts = useDeferredValue(ahead.map(({ rooms }) => rooms.length).join());
  const { apart, seed } = settings;
  const yardsticks = useMemo(
    () => (counts === '' ? null : yardsticksOf(guests, before, counts.split(',').map(Number), apart, seed)),
    [guests, before, counts, apart, seed],
  );
  return { all, missing, ahead, before, coverage, yardsticks };
}

/** Who is in each room of a grouping, in the order of its rooms. */
function roomsOf({ rooms, places }: GroupingView): RoundRooms {
  const people = new Map<string, string[]>(rooms.map(({ room }) => [room, []]));
  for (const [person, room] of Object.entries(places)) people.get(room)?.push(person);
  return rooms.map(({ room }) => ({ people: people.get(room) ?? [] }));
}
