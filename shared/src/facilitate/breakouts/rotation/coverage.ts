import type { PersonId } from '../../../kernel/ids.ts';
import { type Guest, meets } from '../guest.ts';
import type { Together } from './together.ts';

/** Pairs of people and pairs of towns. */
export type Pairs = { people: number; towns: number };

/** Who has met before the rounds that are looked at. */
export type Before = readonly Pick<Together, 'one' | 'two' | 'times'>[];

/** The rooms of a round, by who is in each of them. */
export type RoundRooms = readonly { people: readonly PersonId[] }[];

/** How many pairs meet. Interpreters meet nobody, and whose town nobody knows meets as a person only. */
export type Coverage = {
  /** All pairs that there are. */
  of: Pairs;
  /** Those that have met before the first of these rounds. */
  before: Pairs;
  /** Per round: pairs in its rooms, those of them that meet for the first time, and all that have met by its end. */
  rounds: readonly { people: number; fresh: Pairs; met: Pairs }[];
  /** All that have met in the end. */
  met: Pairs;
};

/** Counts the pairs that meet, round by round. It takes less than a millisecond for 400 people, so that it follows every change by hand. */
export function coverageOf(guests: readonly Guest[], before: Before, rounds: readonly RoundRooms[]): Coverage {
  const known = openPairs(guests);
  for (const { one, two, times } of before) if (times > 0) known.meet(one, two);
  const start = known.count();
  const told = rounds.map(rooms => {
    const from = known.count();
    let people = 0;
    for (const { people: there } of rooms) people += known.meetAll(there);
    const met = known.count();
    return { people, fresh: { people: met.people - from.people, towns: met.towns - from.towns }, met };
  });
  return { of: known.of, before: start, rounds: told, met: known.count() };
}

export type OpenPairs = {
  of: Pairs;
  meet(one: PersonId, two: PersonId): void;
  /** Lets everybody of a room meet; says how many pairs there are in it. */
  meetAll(people: readonly PersonId[]): number;
  count(): Pairs;
  /** For each person, and each town with its people, how many others have not been met. */
  left(): { people: ReadonlyMap<PersonId, number>; towns: readonly { people: number; others: number }[] };
};

/** Pairs that have met, none at first. */
export function openPairs(guests: readonly Guest[]): OpenPairs {
  const meeting = guests.filter(meets);
  const size = meeting.length;
  const at = new Map(meeting.map(({ person }, position) => [person, position]));
  const names = [...new Set(meeting.map(({ town }) => town))].filter(town => town !== '');
  const number = new Map(names.map((town, position) => [town, position]));
  const town = meeting.map(guest => number.get(guest.town) ?? -1);
  const met = new Uint8Array(size * size);
  const townsMet = new Uint8Array(names.length ** 2);
  const count = { people: 0, towns: 0 };
  const join = (one: number, two: number) => {
    const pair = Math.min(one, two) * size + Math.max(one, two);
    if (met[pair] === 1) return;
    met[pair] = 1;
    count.people += 1;
    const [from, to] = [town[one] as number, town[two] as number];
    if (from < 0 || to < 0 || from === to) return;
    const towns = Math.min(from, to) * names.length + Math.max(from, to);
    if (townsMet[towns] === 0) count.towns += 1;
    townsMet[towns] = 1;
  };
  return {
    of: { people: pairsOf(size), towns: pairsOf(names.length) },
    count: () => ({ ...count }),
    meet(one, two) {
      const [i, j] = [at.get(one), at.get(two)];
      if (i !== undefined && j !== undefined && i !== j) join(i, j);
    },
    meetAll(people) {
      const there = people.flatMap(person => at.get(person) ?? []);
      there.forEach((one, place) => {
        for (let other = place + 1; other < there.length; other += 1) join(one, there[other] as number);
      });
      return pairsOf(there.length);
    },
    left() {
      const others = (all: Uint8Array, total: number, one: number) => {
        let unmet = total - 1;
        for (let two = 0; two < total; two += 1)
          unmet -= all[Math.min(one, two) * total + Math.max(one, two)] as number;
        return unmet;
      };
      return {
        people: new Map(meeting.map(({ person }, one) => [person, others(met, size, one)])),
        towns: names.map((_, one) => ({
          people: town.filter(number => number === one).length,
          others: others(townsMet, names.length, one),
        })),
      };
    },
  };
}

/** Pairs among so many. */
export const pairsOf = (count: number): number => (count * (count - 1)) / 2;
