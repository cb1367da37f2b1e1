import type { Distances } from './distance.ts';

/**
 * Two branches that become one. Branches are numbered: below `size` the positions of people, from `size` on the merges in their order.
 * `height`: the mean distance between the people of both, 0 to 1; `people`: how many are in it now.
 */
export type Merge = { a: number; b: number; height: number; people: number };

/**
 * The tree of who is like whom, from the nearest pair up: average linkage (Sokal, Michener 1958), found by chains of nearest
 * neighbours in the square of the number of people (Murtagh 1983). One merge fewer than people, the lowest first.
 */
export function treeOf({ size, flat }: Distances): Merge[] {
  const distances = flat.slice();
  const counts = new Array<number>(size).fill(1);
  const open = new Set(Array.from({ length: size }, (_, at) => at));
  const raw: { a: number; b: number; height: number }[] = [];
  const chain: number[] = [];
  while (open.size > 1) {
    if (chain.length === 0) chain.push(firstOf(open));
    const last = chain.at(-1) as number;
    const near = nearestTo(distances, size, last, open, chain.at(-2));
    if (near !== chain.at(-2)) {
      chain.push(near);
      continue;
    }
    chain.length -= 2;
    raw.push({ a: near, b: last, height: distances[near * size + last] as number });
    join(distances, size, counts, open, near, last);
  }
  return numbered(raw, size);
}

const firstOf = (open: ReadonlySet<number>): number => open.values().next().value ?? 0;

/** The nearest of those that are open; among equals the one that the chain came from, so that it ends. */
function nearestTo(
  distances: Float64Array,
  size: number,
  one: number,
  open: ReadonlySet<number>,
  previous: number | undefined,
): number {
  let best = previous ?? -1;
  let least = previous === undefined ? Number.POSITIVE_INFINITY : (distances[one * size + previous] as number);
  for (const other of open) {
    const distance = distances[one * size + other] as number;
    if (other !== one && distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** The branch of `b` goes into that of `a`: its distances are the means over both, weighted by people. */
function join(distances: Float64Array, size: number, counts: number[], open: Set<number>, a: number, b: number): void {
  const [one, two] = [counts[a] as number, counts[b] as number];
  open.delete(b);
  for (const other of open) {
    const mean =
      (one * (distances[a * size + other] as number) + two * (distances[b * size + other] as number)) / (one + two);
    distances[a * size + other] = mean;
    distances[other * size + a] = mean;
  }
  counts[a] = one + two;
}

/** The merges from the lowest up, with the branches that they join under their numbers. */
function numbered(raw: readonly { a: number; b: number; height: number }[], size: number): Merge[] {
  const branch = Array.from({ length: size }, (_, at) => at);
  const counts = new Array<number>(2 * size).fill(1);
  const root = (at: number): number => {
    let [one, number] = [at, branch[at] as number];
    while (number !== one && number < size) [one, number] = [number, branch[number] as number];
    return number;
  };
  const sorted = [...raw].sort((one, two) => one.height - two.height);
  return sorted.map(({ a, b, height }, at) => {
    const [left, right] = [root(a), root(b)];
    const people = (counts[left] as number) + (counts[right] as number);
    counts[size + at] = people;
    branch[a] = size + at;
    branch[b] = a;
    return { a: Math.min(left, right), b: Math.max(left, right), height, people };
  });
}
