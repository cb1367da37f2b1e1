import { groupedBy } from '../../../kernel/grouped.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { overlapMs } from '../speech.ts';
import type { Stay, Turn } from './told.ts';

/** Ms that the one was heard by the other, by speaker and listener. */
export type Exposure = ReadonlyMap<PersonId, ReadonlyMap<PersonId, number>>;

/** Ms that each voice spoke in turns while each other voice was in the room with a connection. */
export function exposureOf(turns: readonly Turn[], stays: readonly Stay[]): Exposure {
  const inRoom = groupedBy(
    stays.filter(({ as }) => as === 'voice'),
    ({ room }) => room,
  );
  const heard = new Map<PersonId, Map<PersonId, number>>();
  for (const turn of turns) {
    if (turn.as !== 'voice') continue;
    const by = heard.get(turn.person) ?? new Map<PersonId, number>();
    heard.set(turn.person, by);
    for (const stay of inRoom.get(turn.room) ?? []) {
      const ms = stay.person === turn.person ? 0 : overlapMs(turn, stay);
      if (ms > 0) by.set(stay.person, (by.get(stay.person) ?? 0) + ms);
    }
  }
  return heard;
}

/** Sums of an exposure by the groups of speaker and listener; people without a group are left out. */
export function groupedExposure(
  exposure: Exposure,
  groupOf: (person: PersonId) => string | null,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const sums = new Map<string, Map<string, number>>();
  for (const [speaker, by] of exposure)
    for (const [listener, ms] of by) {
      const [a, b] = [groupOf(speaker), groupOf(listener)];
      if (a === null || b === null) continue;
      const row = sums.get(a) ?? new Map<string, number>();
      sums.set(a, row.set(b, (row.get(b) ?? 0) + ms));
    }
  return sums;
}

/** Of all pairs of groups, the share that heard each other in one direction at least, and in both. */
export type Coverage = { groups: number; either: number; both: number };

/** How many of the pairs of these groups heard each other; `heardMs` tells for how long the second heard the first. */
export function coverageOf(groups: readonly string[], heardMs: (a: string, b: string) => number): Coverage {
  let [either, both] = [0, 0];
  groups.forEach((a, at) => {
    for (const b of groups.slice(at + 1)) {
      const ways = [heardMs(a, b), heardMs(b, a)].filter(ms => ms >= limits.heardFor).length;
      if (ways > 0) either += 1;
      if (ways === 2) both += 1;
    }
  });
  return { groups: groups.length, either, both };
}

/** Pairs of `m` groups. */
export const pairsOf = (m: number): number => (m * (m - 1)) / 2;
