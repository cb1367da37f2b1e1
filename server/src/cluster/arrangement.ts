import type { Problem, Unit } from './problem.ts';
import { brokenIn, count as countIn, emptyTally, nobody, type Tally } from './tally.ts';

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
  for (let cluster = 0; cluster < count; cluster += 1)
    arrangement.broken += brokenIn(arrangement.tally, cluster, nobody, nobody);
  return arrangement;
}

/** The sum over people of the mean distance to the others of their cluster: what the score of a placing rests on. */
export function costOf(arrangement: Arrangement): number {
  let sum = 0;
  for (let cluster = 0; cluster < arrangement.count; cluster += 1) sum += costIn(arrangement, cluster);
  return sum;
}

/** What moving a unit changes; null where it gains nothing while every rule holds. */
export function moveChange(arrangement: Arrangement, unit: number, to: number): Change | null {
  const cost = moveCost(arrangement, unit, to);
  if (arrangement.broken === 0 && cost > -tiny) return null;
  return { cost, broken: moveBroken(arrangement, unit, to) };
}

function moveCost(arrangement: Arrangement, unit: number, to: number): number {
  const { problem, of, pairs } = arrangement;
  const from = of[unit] as number;
  const weight = weightOf(problem, unit);
  const pairsThere = (pairs[to] as number) + nearTo(arrangement, unit, to) + within(problem, unit);
  return (
    priceOf(problem, pairsWithout(arrangement, unit, from), peopleIn(arrangement, from) - weight) +
    priceOf(problem, pairsThere, peopleIn(arrangement, to) + weight) -
    costIn(arrangement, from) -
    costIn(arrangement, to)
  );
}

function moveBroken(arrangement: Arrangement, unit: number, to: number): number {
  const { of, tally, problem } = arrangement;
  const from = of[unit] as number;
  const moving = unitAt(problem, unit);
  return (
    brokenIn(tally, from, moving, nobody) -
    brokenIn(tally, from, nobody, nobody) +
    brokenIn(tally, to, nobody, moving) -
    brokenIn(tally, to, nobody, nobody) +
    meeting(arrangement, unit, to) -
    meeting(arrangement, unit, from)
  );
}

/** What exchanging two units of different clusters changes; null where it gains nothing while every rule holds. */
export function swapChange(arrangement: Arrangement, one: number, two: number): Change | null {
  const cost = swapCost(arrangement, one, two);
  if (arrangement.broken === 0 && cost > -tiny) return null;
  const { of, tally, problem } = arrangement;
  const here = of[one] as number;
  const there = of[two] as number;
  const first = unitAt(problem, one);
  const second = unitAt(problem, two);
  const broken =
    brokenIn(tally, here, first, second) -
    brokenIn(tally, here, nobody, nobody) +
    brokenIn(tally, there, second, first) -
    brokenIn(tally, there, nobody, nobody);
  return { cost, broken: broken + swapMeetings(arrangement, one, two) };
}

// The innermost of all: it is asked for every pair of people in every pass.
function swapCost(arrangement: Arrangement, one: number, two: number): number {
  const { problem, of, near, count, pairs } = arrangement;
  const here = of[one] as number;
  const there = of[two] as number;
  const each = problem.between[one * problem.units.length + two] as number;
  const gain = within(problem, two) - within(problem, one);
  const moreHere = (near[two * count + here] as number) - (near[one * count + here] as number) - each + gain;
  const moreThere = (near[one * count + there] as number) - (near[two * count + there] as number) - each - gain;
  const peopleHere = peopleIn(arrangement, here);
  const peopleThere = peopleIn(arrangement, there);
  const more = weightOf(problem, two) - weightOf(problem, one);
  if (more === 0 && peopleHere > 1 && peopleThere > 1)
    return (2 * moreHere) / (peopleHere - 1) + (2 * moreThere) / (peopleThere - 1);
  return (
    priceOf(problem, (pairs[here] as number) + moreHere, peopleHere + more) +
    priceOf(problem, (pairs[there] as number) + moreThere, peopleThere - more) -
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
  arrangement.broken += moveBroken(arrangement, unit, to);
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
  countIn(arrangement.tally, unitAt(problem, unit), cluster, by);
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

const unitAt = ({ units }: Problem, unit: number) => units[unit] as Unit;
const weightOf = (problem: Problem, unit: number) => unitAt(problem, unit).members.length;
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
