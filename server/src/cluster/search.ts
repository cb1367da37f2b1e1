import { type Arrangement, apply, arrange, costOf, moveChange, swapChange, tiny } from './arrangement.ts';
import type { Problem, Unit } from './problem.ts';

/** What one broken rule weighs against distances: more than any single move can gain. */
const penalty = 50;

/** Passes over all moves and swaps; a descent ends long before. */
const passes = 60;

const worth = (change: { cost: number; broken: number }) => change.cost + penalty * change.broken;

/** Moves and swaps units for as long as that helps: first of all to keep the rules, then to be nearer. */
function descend(arrangement: Arrangement, isCancelled: () => boolean): void {
  for (let pass = 0; pass < passes; pass += 1) {
    if (isCancelled()) throw new Error('cancelled');
    const helped = [moveAll(arrangement), swapAll(arrangement)];
    if (!helped.includes(true)) return;
  }
}

function moveAll(arrangement: Arrangement): boolean {
  let hasHelped = false;
  for (let unit = 0; unit < arrangement.of.length; unit += 1) {
    let [best, to] = [-tiny, -1];
    for (let cluster = 0; cluster < arrangement.count; cluster += 1) {
      if (cluster === arrangement.of[unit]) continue;
      const change = moveChange(arrangement, unit, cluster);
      if (change && worth(change) < best) [best, to] = [worth(change), cluster];
    }
    if (to < 0) continue;
    apply(arrangement, unit, to);
    hasHelped = true;
  }
  return hasHelped;
}

function swapAll(arrangement: Arrangement): boolean {
  const { of } = arrangement;
  let hasHelped = false;
  for (let one = 0; one < of.length; one += 1)
    for (let two = one + 1; two < of.length; two += 1) {
      if (of[one] === of[two]) continue;
      const change = swapChange(arrangement, one, two);
      if (!change || worth(change) > -tiny) continue;
      const [here, there] = [of[one] as number, of[two] as number];
      apply(arrangement, one, there);
      apply(arrangement, two, here);
      hasHelped = true;
    }
  return hasHelped;
}

/** How hard a search tries: fresh starts by chance, and shakes of the best that was found. */
export type Effort = { starts: number; shakes: number };

/** More for few people, so that 40 and 400 people take about as long. */
export const fullEffort = (units: number): Effort =>
  units <= 60 ? { starts: 6, shakes: 60 } : units <= 150 ? { starts: 3, shakes: 30 } : { starts: 1, shakes: 6 };

/** For each of several counts, to compare them. */
export const scoutEffort = (units: number): Effort =>
  units <= 60 ? { starts: 2, shakes: 20 } : { starts: 0, shakes: units <= 150 ? 3 : 0 };

/** What a search begins from: units in the middle of the others, and where there is one, an arrangement that keeps the rules. */
export type Start = { seeds: readonly number[]; of?: Int32Array };

/** How a search is told to stop, and what decides by chance in it: 0 to below 1. */
export type Drive = { next(): number; isCancelled(): boolean };

/**
 * The best arrangement in `count` clusters that was found: each start is improved by moves and swaps, the best one then shaken and
 * improved again (iterated local search, Lourenço, Martin, Stützle 2003). Throws when it was cancelled.
 */
export function search(problem: Problem, count: number, start: Start, effort: Effort, drive: Drive): Arrangement {
  const seeds = [start.seeds.slice(0, count)];
  while (seeds.length <= effort.starts) seeds.push(drawn(problem, count, drive.next));
  const starts = seeds.map(list => nearestSeeds(problem, count, list));
  if (start.of) starts.push(start.of);
  const improved = (of: Int32Array) => {
    const arrangement = arrange(problem, count, of);
    descend(arrangement, drive.isCancelled);
    return arrangement;
  };
  let best = starts.map(improved).reduce((one, two) => (isBetter(two, one) ? two : one));
  for (let shake = 0; shake < effort.shakes; shake += 1) {
    const shaken = improved(shakenFrom(best, drive.next));
    if (isBetter(shaken, best)) best = shaken;
  }
  return best;
}

const isBetter = (one: Arrangement, two: Arrangement): boolean =>
  one.broken < two.broken || (one.broken === two.broken && costOf(one) < costOf(two) - tiny);

/**
 * Units in the middle of the others, one after the other where it shortens the ways most (BUILD of Kaufman, Rousseeuw 1990). The first
 * ones are the same for every count.
 */
export function medoids(problem: Problem, count: number): number[] {
  const size = problem.units.length;
  const ways = Float64Array.from({ length: size * size }, (_, at) =>
    meanBetween(problem, Math.floor(at / size), at % size),
  );
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, size)) {
    const best = shortening(ways, nearest, chosen);
    chosen.push(best);
    nearest.forEach((way, other) => {
      nearest[other] = Math.min(way, ways[best * size + other] as number);
    });
  }
  return chosen;
}

function shortening(ways: Float64Array, nearest: Float64Array, chosen: readonly number[]): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let unit = 0; unit < nearest.length; unit += 1) {
    if (chosen.includes(unit)) continue;
    let sum = 0;
    for (let other = 0; other < nearest.length; other += 1)
      sum += Math.min(nearest[other] as number, ways[unit * nearest.length + other] as number);
    if (sum < least - tiny) [best, least] = [unit, sum];
  }
  return best;
}

/** Seeds by chance, the farther from those before the likelier (k-means++, Arthur, Vassilvitskii 2007). */
function drawn(problem: Problem, count: number, next: () => number): number[] {
  const size = problem.units.length;
  const chosen = [Math.floor(next() * size)];
  while (chosen.length < Math.min(count, size)) {
    const ways = Array.from({ length: size }, (_, unit) =>
      chosen.includes(unit) ? 0 : Math.min(...chosen.map(seed => meanBetween(problem, seed, unit))) ** 2 + tiny,
    );
    let left = next() * ways.reduce((sum, way) => sum + way, 0);
    const at = ways.findIndex(way => {
      left -= way;
      return left < 0 && way > 0;
    });
    chosen.push(at < 0 ? ways.findLastIndex(way => way > 0) : at);
  }
  return chosen;
}

const weightOf = ({ units }: Problem, unit: number) => (units[unit] as Unit).members.length;

function meanBetween(problem: Problem, one: number, two: number): number {
  if (one === two) return 0;
  const sum = problem.between[one * problem.units.length + two] as number;
  return sum / (weightOf(problem, one) * weightOf(problem, two));
}

/** Each unit with the nearest seed that has room, those first that have most to lose. */
function nearestSeeds(problem: Problem, count: number, seeds: readonly number[]): Int32Array {
  const { profiles, rules, units } = problem;
  const room = Math.min(rules.max ?? Number.POSITIVE_INFINITY, Math.ceil(profiles.length / count) + 2);
  const left = new Array<number>(count).fill(room);
  const of = new Int32Array(units.length);
  const ways = units.map((_, unit) => seeds.map(seed => meanBetween(problem, unit, seed)));
  const order = units
    .map((_, unit) => {
      const sorted = [...(ways[unit] as number[])].sort((a, b) => a - b);
      return { unit, regret: (sorted[1] ?? 1) - (sorted[0] ?? 0) + (seeds.includes(unit) ? 2 : 0) };
    })
    .sort((a, b) => b.regret - a.regret || a.unit - b.unit);
  for (const { unit } of order) {
    const weight = weightOf(problem, unit);
    const way = (cluster: number) =>
      ((ways[unit] as number[])[cluster] ?? 1) + ((left[cluster] as number) < weight ? 9 : 0);
    let best = 0;
    for (let cluster = 1; cluster < count; cluster += 1) if (way(cluster) < way(best)) best = cluster;
    of[unit] = best;
    left[best] = (left[best] as number) - weight;
  }
  return of;
}

/** The same with some units exchanged by chance. */
function shakenFrom({ of, count, broken }: Arrangement, next: () => number): Int32Array {
  const shaken = of.slice();
  const moves = Math.max(3, Math.round(of.length / 12));
  for (let at = 0; at < moves; at += 1) {
    const [one, two] = [Math.floor(next() * of.length), Math.floor(next() * of.length)];
    // Where rules are broken, sizes may have to change too.
    if (broken > 0 && next() < 0.5) shaken[one] = Math.floor(next() * count);
    else [shaken[one], shaken[two]] = [shaken[two] as number, shaken[one] as number];
  }
  return shaken;
}
