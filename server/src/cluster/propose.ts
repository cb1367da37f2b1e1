import { brokenRules } from '@multaqa/shared/cluster/analysis/check';
import { type Basis, basisOf, groundOf } from '@multaqa/shared/cluster/analysis/ground';
import { namesFor } from '@multaqa/shared/cluster/analysis/names';
import { ordered } from '@multaqa/shared/cluster/analysis/order';
import type { HardRules, Profile, ProfileField, Settings } from '@multaqa/shared/cluster/analysis/profile';
import { qualityOf } from '@multaqa/shared/cluster/analysis/quality';
import type { Trait } from '@multaqa/shared/cluster/analysis/traits';
import { type Merge, treeOf } from '@multaqa/shared/cluster/analysis/tree';
import { chances } from '@multaqa/shared/kernel/chances';
import type { PersonId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Arrangement } from './arrangement.ts';
import { type Conflict, conflictIn } from './conflict.ts';
import { evenSizes, middleOf, sensibleCounts, spread } from './counts.ts';
import { type Bounds, feasibleCount } from './feasible.ts';
import { type Problem, problemOf } from './problem.ts';
import { type Drive, type Effort, fullEffort, medoids, scoutEffort, search } from './search.ts';
import { silhouetteOf } from './silhouette.ts';

/** `silhouette`: -1 to 1, how well people sit in so many clusters (Rousseeuw 1987). */
export type CountScore = { count: number; silhouette: number };

/** How much structure a silhouette shows, by the bounds 0.7, 0.5 and 0.25 of Kaufman and Rousseeuw (1990). */
export type Structure = 'strong' | 'reasonable' | 'weak' | 'none';

export type CountReason =
  | { kind: 'asked' }
  /** More were asked for than there are people. */
  | { kind: 'people'; asked: number }
  /** Sizes and rules leave no choice. */
  | { kind: 'only' }
  /** Nothing tells people apart: clusters of a usual size. */
  | { kind: 'alike' }
  | { kind: 'structure'; silhouette: number; structure: Structure };

export type Proposed = {
  status: 'proposed';
  /** People by id, the larger clusters first; `name` is what a cluster can be called. */
  clusters: readonly { people: readonly PersonId[]; name: Trait | null }[];
  count: number;
  why: CountReason;
  /** 0 is grouping by chance, 1 the bound that nothing passes; null when nobody is nearer to anybody. */
  score: number | null;
  /** The counts that were tried and keep the rules. */
  scores: readonly CountScore[];
  /** Who is like whom: leaves are positions in `people`. */
  tree: { people: readonly PersonId[]; merges: readonly Merge[] };
};

export type Proposal = Proposed | ({ status: 'impossible' } & Conflict) | { status: 'nobody' };

export type ProposeControl = { progress(done: number, total: number): void; isCancelled(): boolean };

/**
 * Groups people by what is known of them, keeping every rule. The same people and settings give the same groups, in whichever order
 * people come and whatever their ids are. Throws when it is cancelled.
 */
export async function propose(
  profiles: readonly Profile[],
  fields: readonly ProfileField[],
  settings: Settings,
  control: ProposeControl,
): Promise<Proposal> {
  if (profiles.length === 0) return { status: 'nobody' };
  const basis = basisOf(ordered(profiles, settings.rules), settings, fields);
  const drive: Drive = { next: chances(settings.seed), isCancelled: control.isCancelled };
  const found = await findArrangement(basis, drive, control);
  if (!found) {
    const conflict = await conflictIn(basis.profiles, basis.distances, settings, drive);
    return { status: 'impossible', ...conflict };
  }
  return describe(basis, found);
}

type Found = { arrangement: Arrangement; why: CountReason; scores: CountScore[] };

async function findArrangement(basis: Basis, drive: Drive, control: ProposeControl): Promise<Found | null> {
  const { profiles, settings } = basis;
  const people = profiles.length;
  const problem = problemOf(profiles, basis.distances, settings.rules);
  if (problem.inseparable > 0) return null;
  const widest = widestBounds(settings, people);
  const bounds = settings.count === null ? sensibleCounts(problem, widest) : widest;
  const seeds = medoids(problem, bounds.most);
  const counts = isAlike(problem) ? [middleOf(bounds, people)] : spread(bounds, people);
  const total = counts.length + 1;
  const scores: CountScore[] = [];
  counts.forEach((count, at) => {
    control.progress(at, total);
    const tried = firstKept(problem, count, seeds, scoutEffort(problem.units.length), drive);
    if (tried) scores.push({ count, silhouette: silhouetteOf(tried) });
  });
  control.progress(total - 1, total);
  const count = bestOf(scores);
  const arrangement =
    count === undefined
      ? await fromFeasible(problem, [bounds, widest], drive)
      : firstKept(problem, count, seeds, fullEffort(problem.units.length), drive);
  control.progress(total, total);
  if (!arrangement) return null;
  const found = { count: arrangement.count, silhouette: silhouetteOf(arrangement) };
  const others = scores.filter(other => other.count !== found.count);
  return {
    arrangement,
    why: reasonOf(problem, found, settings, counts.length),
    scores: [...others, found].sort((a, b) => a.count - b.count),
  };
}

function widestBounds({ count }: Settings, people: number): Bounds {
  if (count === null) return { least: 1, most: Math.min(limits.clusters, people) };
  return { least: Math.min(count, people), most: Math.min(count, people) };
}

/** Of equal counts the smaller; undefined when none keeps the rules. */
const bestOf = (scores: readonly CountScore[]): number | undefined =>
  scores.reduce<CountScore | null>((one, two) => (one && one.silhouette >= two.silhouette ? one : two), null)?.count;

/** True when everybody is as far from everybody. */
function isAlike({ distances, mean }: Problem): boolean {
  const { flat, size } = distances;
  return flat.every((distance, at) => at % (size + 1) === 0 || Math.abs(distance - mean) < 1e-9);
}

/** An arrangement in so many clusters that keeps the rules, in even sizes where it can; null when none was found. */
function firstKept(
  problem: Problem,
  count: number,
  seeds: readonly number[],
  effort: Effort,
  drive: Drive,
): Arrangement | null {
  for (const rules of sizesFor(problem, count)) {
    const found = search({ ...problem, rules }, count, { seeds }, effort, drive);
    if (found.broken === 0) return found;
  }
  return null;
}

/** Where nobody has said how large clusters are, even sizes are tried first, then those that are at least not too large. */
function sizesFor({ rules, profiles }: Problem, count: number): HardRules[] {
  if (rules.min !== null || rules.max !== null) return [rules];
  const { min, max } = evenSizes(profiles.length, count);
  return [{ ...rules, min, max }, { ...rules, max }, rules];
}

/** Where searching alone keeps no rules: from places that are known to keep most of them. */
async function fromFeasible(problem: Problem, bounds: readonly Bounds[], drive: Drive): Promise<Arrangement | null> {
  for (const within of bounds)
    for (const aim of ['fewest', 'most'] as const) {
      const start = await feasibleCount(problem, within, aim);
      if (!start) break;
      const seeds = medoids(problem, start.count);
      const effort = fullEffort(problem.units.length);
      const found = search(problem, start.count, { seeds, of: start.of }, effort, drive);
      if (found.broken === 0) return found;
    }
  return null;
}

function reasonOf(problem: Problem, found: CountScore, { count }: Settings, tried: number): CountReason {
  if (count !== null) return count > found.count ? { kind: 'people', asked: count } : { kind: 'asked' };
  if (isAlike(problem)) return { kind: 'alike' };
  if (tried === 1) return { kind: 'only' };
  return { kind: 'structure', silhouette: found.silhouette, structure: structureOf(found.silhouette) };
}

const structureOf = (silhouette: number): Structure => {
  if (silhouette > 0.7) return 'strong';
  if (silhouette > 0.5) return 'reasonable';
  return silhouette > 0.25 ? 'weak' : 'none';
};

/** The arrangement in people and what can be said of it. */
function describe(basis: Basis, { arrangement, why, scores }: Found): Proposed {
  const groups = Array.from({ length: arrangement.count }, (_, cluster) => membersOf(arrangement, cluster)).sort(
    (a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0),
  );
  const personAt = (at: number) => basis.profiles[at]?.person ?? '';
  const placing = Object.fromEntries(groups.flatMap((group, at) => group.map(one => [personAt(one), `c${at + 1}`])));
  assertKept(basis, placing);
  const ground = groundOf(basis, placing);
  const names = namesFor(ground);
  return {
    status: 'proposed',
    clusters: groups.map((group, at) => ({
      people: group.map(personAt).sort(),
      name: names.get(`c${at + 1}`) ?? null,
    })),
    count: arrangement.count,
    why,
    score: qualityOf(ground).score,
    scores,
    tree: { people: basis.profiles.map(({ person }) => person), merges: treeOf(basis.distances) },
  };
}

/** Nothing leaves here that breaks a rule by the check that people are shown. */
function assertKept({ profiles, settings }: Basis, placing: Record<PersonId, string>): void {
  const broken = brokenRules(profiles, placing, settings.rules);
  if (broken.length > 0) throw new Error(`a proposal breaks ${broken.map(({ rule }) => rule).join(', ')}`);
}

const membersOf = ({ of, problem }: Arrangement, cluster: number): number[] =>
  problem.units.flatMap(({ members }, unit) => (of[unit] === cluster ? members : [])).sort((a, b) => a - b);
