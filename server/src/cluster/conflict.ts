import type { Distances } from '@multaqa/shared/cluster/analysis/distance';
import type { HardRules, Profile, Settings } from '@multaqa/shared/cluster/analysis/profile';
import type { PersonId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { type Bounds, feasibleCount } from './feasible.ts';
import { problemOf } from './problem.ts';
import { type Drive, medoids, search } from './search.ts';

/** Whether rules can be kept is tried for each demand that is left out. */
const verdictEffort = (units: number) => ({ starts: 0, shakes: units > 150 ? 2 : 12 });

/** One thing that was asked for, or the bound of the product that stands in its way. */
export type Demand =
  | { rule: 'count'; count: number }
  | { rule: 'limit'; clusters: number }
  | { rule: 'min'; min: number }
  | { rule: 'max'; max: number }
  | { rule: 'language' }
  | { rule: 'municipality'; most: number }
  | { rule: 'together'; people: readonly PersonId[] }
  | { rule: 'apart'; people: readonly PersonId[] };

/** `isProven`: it is certain that they contradict each other; otherwise no arrangement was found that keeps all of them. */
export type Conflict = { demands: readonly Demand[]; isProven: boolean };

/** What is asked for, the lists of people first: of several smallest sets the one with fewer lists is told. */
function demandsOf({ count, rules }: Settings, people: number): Demand[] {
  const { min, max, sharedLanguage, perMunicipality, together, apart } = rules;
  return [
    ...together.map(list => ({ rule: 'together', people: list }) as const),
    ...apart.map(list => ({ rule: 'apart', people: list }) as const),
    ...(count === null && people > limits.clusters ? [{ rule: 'limit', clusters: limits.clusters } as const] : []),
    ...(sharedLanguage ? [{ rule: 'language' } as const] : []),
    ...(perMunicipality === null ? [] : [{ rule: 'municipality', most: perMunicipality } as const]),
    ...(max === null ? [] : [{ rule: 'max', max } as const]),
    ...(min === null ? [] : [{ rule: 'min', min } as const]),
    ...(count === null ? [] : [{ rule: 'count', count } as const]),
  ];
}

function rulesOf(demands: readonly Demand[]): HardRules {
  const one = <Rule extends Demand['rule']>(rule: Rule) =>
    demands.find((demand): demand is Extract<Demand, { rule: Rule }> => demand.rule === rule);
  const lists = (rule: 'together' | 'apart') =>
    demands.flatMap(demand => (demand.rule === rule ? [[...demand.people]] : []));
  return {
    min: one('min')?.min ?? null,
    max: one('max')?.max ?? null,
    sharedLanguage: one('language') !== undefined,
    perMunicipality: one('municipality')?.most ?? null,
    together: lists('together'),
    apart: lists('apart'),
  };
}

/** How many clusters demands allow for so many people; one for each person at most. */
function boundsOf(demands: readonly Demand[], people: number): Bounds {
  let most = people;
  for (const demand of demands) {
    if (demand.rule === 'count') return { least: Math.min(people, demand.count), most: Math.min(people, demand.count) };
    if (demand.rule === 'limit') most = Math.min(most, demand.clusters);
  }
  return { least: 1, most };
}

/**
 * The smallest set of demands that contradict each other: each is left out for good when the others are contradictory without it
 * (deletion filter, Chinneck, Dravnieks 1991), so that leaving out any one of the rest would help.
 */
export async function conflictIn(
  profiles: readonly Profile[],
  distances: Distances,
  settings: Settings,
  drive: Drive,
): Promise<Conflict> {
  const verdict = async (
    demands: readonly Demand[],
    isProof: boolean,
  ): Promise<'possible' | 'impossible' | 'unfound'> => {
    if (drive.isCancelled()) throw new Error('cancelled');
    const problem = problemOf(profiles, distances, rulesOf(demands));
    const bounds = boundsOf(demands, profiles.length);
    for (const aim of ['fewest', 'most'] as const) {
      const start = await feasibleCount(problem, bounds, aim);
      if (!start) return 'impossible';
      if (isProof) return 'possible';
      const seeds = medoids(problem, start.count);
      const found = search(problem, start.count, { seeds, of: start.of }, verdictEffort(problem.units.length), drive);
      if (found.broken === 0) return 'possible';
    }
    return 'unfound';
  };
  let demands = demandsOf(settings, profiles.length);
  const isProven = (await verdict(demands, true)) === 'impossible';
  for (const demand of [...demands]) {
    const rest = demands.filter(other => other !== demand);
    if ((await verdict(rest, isProven)) !== 'possible') demands = rest;
  }
  return { demands, isProven };
}
