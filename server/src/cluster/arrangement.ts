import type { Problem, Unit } from './problem.ts';
import { brokenIn, count as countIn, emptyTally, type Tally } from './tally.ts';

/** Units in clusters while a search changes them. */
export type Arrangement = {
  problem: Problem;
  count: number;
  /** The cluster of each unit. */
  of: Int32Array;
  tally: Tally;
  /** Sums of the distances within each cluster. */
  pairs: Float64Array;
  /** Sums of the distances from each unit to the people of each cluster, row by row; its own people left out. */
  near: Float64Array;
  /** How many people, or pairs who stay apart, would have to go for every rule to hold. */
  broken: number;
};

/** What a change does to the cost and to the rules. */
export type Change = { cost: number; broken: number };

/** Below this a gain is rounding. */
export const tiny = 1e-9;

/** Puts units into `count` clusters, `of` being the cluster of each. */
export function arrange(problem: Problem, count: number, of: Int32Array): Arrangement {
  const size = problem.units.length;
  const arrangement: Arrangement = {
    problem,
    count,
    of,
    tally: emptyTally(problem, count),
    pairs: new Float64Array(count),
    near: new Float64Array(size * count),
    broken: 0,
  };
  for (let unit = 0; unit < size; unit += 1) place(arrangement, unit, of[unit] as number, 1);
  let meetings = 0;
  for (let unit = 0; unit < size; unit += 1) meetings += meeting(arrangement, unit, of[unit] as number);
  arrangement.broken = problem.inseparable + meetings / 2;
  for (let cluster = 0; cluster < count; cluster += 1) arrangement.broken += brokenIn(arrangement.tally, cluster);
  return arrangement;
}

/** The sum over people of the mean distance to the others of their cluster: what the score of a placing rests on. */
export function costOf(arrangement: Arrangement): number {
  let sum = 0;
  for (let cluster = 0; cluster < arrangement.count; cluster += 1) sum += costIn(arrangement, cluster);
  return sum;
}

/** What moving a unit changes. */
export function moveChange(arrangement: Arrangement, unit: number, to: number): Change {
  const { problem, of, pairs, tally } = arrangement;
  const from = of[unit] as number;
  const weight = weightOf(problem, unit);
  const own = within(problem, unit);
  const cost =
    priceOf(problem, pairsWithout(arrangement, unit, from), peopleIn(arrangement, from) - weight) +
    priceOf(problem, (pairs[to] as number) + nearTo(arrangement, unit, to) + own, peopleIn(arrangement, to) + weight) -
    costIn(arrangement, from) -
    costIn(arrangement, to);
  const before = brokenIn(tally, from) + brokenIn(tally, to);
  countIn(tally, unit, from, -1);
  countIn(tally, unit, to, 1);
  const broken = brokenIn(tally, from) + brokenIn(tally, to) - before;
  countIn(tally, unit, to, -1);
  countIn(tally, unit, from, 1);
  return { cost, broken: broken + meeting(arrangement, unit, to) - meeting(arrangement, unit, from) };
}

/** What exchanging two units of different clusters changes; null where it gains nothing while every rule holds. */
export function swapChange(arrangement: Arrangement, one: number, two: number): Change | null {
  const { of, tally } = arrangement;
  const [here, there] = [of[one] as number, of[two] as number];
  const cost = swapCost(arrangement, one, two);
  if (arrangement.broken === 0 && cost > -tiny) return null;
  const before = brokenIn(tally, here) + brokenIn(tally, there);
  exchange(tally, one, here, two, there);
  const broken = brokenIn(tally, here) + brokenIn(tally, there) - before;
  exchange(tally, one, there, two, here);
  return { cost, broken: broken + swapMeetings(arrangement, one, two) };
}

function exchange(tally: Tally, one: number, here: number, two: number, there: number): void {
  countIn(tally, one, here, -1);
  countIn(tally, two, there, -1);
  countIn(tally, one, there, 1);
  countIn(tally, two, here, 1);
}

function swapCost(arrangement: Arrangement, one: number, two: number): number {
  const { problem, of } = arrangement;
  const [here, there] = [of[one] as number, of[two] as number];
  const more = weightOf(problem, two) - weightOf(problem, one);
  const each = problem.between[one * problem.units.length + two] as number;
  const gain = within(problem, two) + each;
  const loss = within(problem, one) + each;
  const pairsHere = pairsWithout(arrangement, one, here) + nearTo(arrangement, two, here) + gain - 2 * each;
  const pairsThere = pairsWithout(arrangement, two, there) + nearTo(arrangement, one, there) + loss - 2 * each;
  return (
    priceOf(problem, pairsHere, peopleIn(arrangement, here) + more) +
    priceOf(problem, pairsThere, peopleIn(arrangement, there) - more) -
    costIn(arrangement, here) -
    costIn(arrangement, there)
  );
}

function swapMeetings(arrangement: Arrangement, one: number, two: number): number {
  const [here, there] = [arrangement.of[one] as number, arrangement.of[two] as number];
  // Each would meet the other where it has just left.
  const met = arrangement.problem.enemies[one]?.includes(two) ? 2 : 0;
  return (
    meeting(arrangement, one, there) +
    meeting(arrangement, two, here) -
    met -
    meeting(arrangement, one, here) -
    meeting(arrangement, two, there)
  );
}

/** Moves a unit. */
export function apply(arrangement: Arrangement, unit: number, to: number): void {
  arrangement.broken += moveChange(arrangement, unit, to).broken;
  place(arrangement, unit, arrangement.of[unit] as number, -1);
  arrangement.of[unit] = to;
  place(arrangement, unit, to, 1);
}

/** Mean distance from a unit to the others of a cluster, 0 to 1; null when there are none. */
export function distanceTo(arrangement: Arrangement, unit: number, cluster: number): number | null {
  const weight = weightOf(arrangement.problem, unit);
  const others = peopleIn(arrangement, cluster) - (arrangement.of[unit] === cluster ? weight : 0);
  return others === 0 ? null : nearTo(arrangement, unit, cluster) / (weight * others);
}

function place(arrangement: Arrangement, unit: number, cluster: number, by: 1 | -1): void {
  const { problem, pairs, near, count } = arrangement;
  const size = problem.units.length;
  pairs[cluster] = (pairs[cluster] as number) + by * (nearTo(arrangement, unit, cluster) + within(problem, unit));
  countIn(arrangement.tally, unit, cluster, by);
  for (let other = 0; other < size; other += 1) {
    if (other === unit) continue;
    const slot = other * count + cluster;
    near[slot] = (near[slot] as number) + by * (problem.between[unit * size + other] as number);
  }
}

function meeting({ problem, of }: Arrangement, unit: number, cluster: number): number {
  let met = 0;
  for (const enemy of problem.enemies[unit] as readonly number[]) if (of[enemy] === cluster) met += 1;
  return met;
}

const weightOf = ({ units }: Problem, unit: number) => (units[unit] as Unit).members.length;
const within = ({ between, units }: Problem, unit: number) => between[unit * units.length + unit] as number;
const nearTo = ({ near, count }: Arrangement, unit: number, cluster: number) => near[unit * count + cluster] as number;
const peopleIn = ({ tally }: Arrangement, cluster: number) => tally.people[cluster] as number;

/** The distances within the own cluster of a unit, once it has gone. */
const pairsWithout = (arrangement: Arrangement, unit: number, own: number) =>
  (arrangement.pairs[own] as number) - nearTo(arrangement, unit, own) - within(arrangement.problem, unit);

const costIn = (arrangement: Arrangement, cluster: number) =>
  priceOf(arrangement.problem, arrangement.pairs[cluster] as number, peopleIn(arrangement, cluster));

/** Somebody alone costs what chance would give. */
const priceOf = ({ mean }: Problem, pairs: number, people: number) =>
  people < 2 ? people * mean : (2 * pairs) / (people - 1);
