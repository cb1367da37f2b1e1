import { groupedBy } from '../../../kernel/grouped.ts';
import type { PersonId } from '../../../kernel/ids.ts';

/** Somebody in a room from one instant to another, in ms since the epoch. */
export type Visit = { person: PersonId; from: number; to: number };

/** Two people, `one` before `two` by id: how long they were in one room, and in how many rooms for long enough to have met. */
export type Together = { one: PersonId; two: PersonId; seconds: number; times: number };

/**
 * Time together, in seconds, after which two people have met. Of five people who share five minutes each has had a minute: long
 * enough to say who they are, and for the other to have heard it.
 */
const enoughSeconds = 300;

/** In a short round half of it is enough, but nobody meets in less than a minute, such as in a room that was opened by mistake. */
const leastSeconds = 60;

/** Who has met whom, from the visits of each room that was open; pairs in the order of their ids. */
export function togetherIn(rooms: readonly (readonly Visit[])[]): Together[] {
  const pairs = new Map<string, Together>();
  for (const visits of rooms) {
    const enough = Math.max(leastSeconds, Math.min(enoughSeconds, openSeconds(visits) / 2));
    for (const [key, { one, two, seconds }] of pairsIn(visits)) {
      const known = pairs.get(key);
      pairs.set(key, {
        ...{ one, two },
        seconds: (known?.seconds ?? 0) + seconds,
        times: (known?.times ?? 0) + Number(seconds >= enough),
      });
    }
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/** How long somebody was there, in seconds. */
function openSeconds(visits: readonly Visit[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of [...visits].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum / 1_000;
}

function pairsIn(visits: readonly Visit[]): Map<string, Omit<Together, 'times'>> {
  const pairs = new Map<string, Omit<Together, 'times'>>();
  const people = [...groupedBy(visits, ({ person }) => person)].sort(([a], [b]) => (a < b ? -1 : 1));
  people.forEach(([one, first], at) => {
    for (const [two, second] of people.slice(at + 1)) {
      const seconds = overlap(first, second) / 1_000;
      if (seconds > 0) pairs.set(`${one} ${two}`, { one, two, seconds });
    }
  });
  return pairs;
}

/** Nobody is in a room twice at once, so that the parts add up. */
function overlap(first: readonly Visit[], second: readonly Visit[]): number {
  let sum = 0;
  for (const one of first)
    for (const two of second) sum += Math.max(0, Math.min(one.to, two.to) - Math.max(one.from, two.from));
  return sum;
}
