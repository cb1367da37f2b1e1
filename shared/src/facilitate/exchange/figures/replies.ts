import { groupedBy } from '../../../kernel/grouped.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { rounded, type Told, type Turn } from './told.ts';

/** How often somebody (the second key) replied to somebody (the first). */
export type Replies = ReadonlyMap<PersonId, ReadonlyMap<PersonId, number>>;

/**
 * r_ij: how often j took the next turn within ten seconds of i's turn in the same room, or replied to what i wrote. Turns of
 * hosts stand aside: the next turn is that of the next voice.
 */
export function repliesOf({ turns, replies }: Pick<Told, 'turns' | 'replies'>): Replies {
  const counts = new Map<PersonId, Map<PersonId, number>>();
  const add = (author: PersonId, person: PersonId, times: number) => {
    const by = counts.get(author) ?? new Map<PersonId, number>();
    counts.set(author, by.set(person, (by.get(person) ?? 0) + times));
  };
  for (const { before, next } of nextTurns(turns))
    if (before.person !== next.person && next.from - before.to <= limits.replyPause) add(before.person, next.person, 1);
  for (const { author, person, times } of replies) add(author, person, times);
  return counts;
}

/** Each turn of a voice with the one after it in the same room. */
export function nextTurns(turns: readonly Turn[]): { before: Turn; next: Turn }[] {
  const rooms = groupedBy(
    turns.filter(({ as }) => as === 'voice'),
    ({ room }) => room,
  );
  return [...rooms.values()].flatMap(inRoom =>
    inRoom.slice(1).flatMap((next, at) => {
      const before = inRoom[at];
      return before ? [{ before, next }] : [];
    }),
  );
}

/** Σ min(r_ij, r_ji) / Σ max(r_ij, r_ji) over pairs; null without replies. */
export function reciprocityOf(replies: Replies): number | null {
  const people = [...new Set([...replies.keys(), ...[...replies.values()].flatMap(by => [...by.keys()])])].sort();
  let [least, most] = [0, 0];
  people.forEach((a, at) => {
    for (const b of people.slice(at + 1)) {
      const [to, fro] = [replies.get(a)?.get(b) ?? 0, replies.get(b)?.get(a) ?? 0];
      least += Math.min(to, fro);
      most += Math.max(to, fro);
    }
  });
  return most > 0 ? rounded(least / most) : null;
}

/** Replies within and across groups, each figure null where it says nothing. `external` and `internal` count replies. */
export type Mixing = {
  internal: number;
  external: number;
  ei: number | null;
  baseline: number | null;
  difference: number | null;
  assortativity: number | null;
};

/** Above this share of pairs across groups the index cannot tell mixing from chance (features 5.3). */
const bluntShare = 0.9;

/**
 * How replies cross groups.
 * - `ei`: (external − internal) / (external + internal) (Krackhardt and Stern 1988, doi:10.2307/2786835);
 *   `baseline`: what random mixing of these people gives, 1 − 2 Σ s(s − 1) / (n(n − 1)); `difference`: of the two, null where
 *   more than nine of ten pairs are external by chance.
 * - `assortativity`: (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g) (Newman 2003, doi:10.1103/PhysRevE.67.026126); 0 is random mixing.
 */
export function mixingOf(replies: Replies, groups: ReadonlyMap<PersonId, string>): Mixing {
  const pairs = [...replies].flatMap(([author, by]) =>
    [...by].flatMap(([person, times]) => {
      const [of, from] = [groups.get(author), groups.get(person)];
      return of === undefined || from === undefined ? [] : [{ of, from, times }];
    }),
  );
  const all = timesOf(pairs);
  const internal = timesOf(pairs.filter(({ of, from }) => of === from));
  const into = groupedBy(pairs, ({ from }) => from);
  // Counts are whole numbers: their sums are the same in any order.
  const expected = [...groupedBy(pairs, ({ of }) => of)].reduce(
    (sum, [group, some]) => sum + timesOf(some) * timesOf(into.get(group) ?? []),
    0,
  );
  const baseline = baselineOf([...groupedBy(groups.values(), group => group).values()].map(({ length }) => length));
  const ei = all > 0 ? (all - 2 * internal) / all : null;
  const isBlunt = baseline === null || (baseline + 1) / 2 > bluntShare;
  const rest = all * all - expected;
  return {
    internal,
    external: all - internal,
    ei: ei === null ? null : rounded(ei),
    baseline: baseline === null ? null : rounded(baseline),
    difference: ei === null || isBlunt ? null : rounded(ei - baseline),
    assortativity: rest > 0 ? rounded((all * internal - expected) / rest) : null,
  };
}

const timesOf = (pairs: readonly { times: number }[]): number => pairs.reduce((sum, { times }) => sum + times, 0);

/** The external-internal index of random mixing among groups of these sizes; null for fewer than two people. */
function baselineOf(sizes: readonly number[]): number | null {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  return n < 2 ? null : 1 - (2 * sizes.reduce((sum, size) => sum + size * (size - 1), 0)) / (n * (n - 1));
}
