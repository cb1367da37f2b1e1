import { languages } from '@multaqa/shared/kernel/languages';
import type { Problem, Unit } from './problem.ts';

const spoken = languages.length;

/** What rules ask of the clusters of an arrangement, counted while units come and go. One number for each cluster, or each of its towns or languages. */
export type Tally = {
  problem: Problem;
  people: Int32Array;
  known: Int32Array;
  speak: Int32Array;
  interpreters: Int32Array;
  towns: Int32Array;
  /** People beyond what the rules allow of one municipality. */
  crowd: Int32Array;
};

export const emptyTally = (problem: Problem, count: number): Tally => ({
  problem,
  people: new Int32Array(count),
  known: new Int32Array(count),
  speak: new Int32Array(count * spoken),
  interpreters: new Int32Array(count),
  towns: new Int32Array(count * problem.towns),
  crowd: new Int32Array(count),
});

/** A unit comes (`by` 1) or goes (-1). */
export function count(tally: Tally, unit: number, cluster: number, by: 1 | -1): void {
  const { members, speak, known, interpreters, towns } = tally.problem.units[unit] as Unit;
  raise(tally.people, cluster, by * members.length);
  raise(tally.known, cluster, by * known);
  raise(tally.interpreters, cluster, by * interpreters);
  for (let at = 0; at < spoken; at += 1) raise(tally.speak, cluster * spoken + at, by * (speak[at] as number));
  const most = tally.problem.rules.perMunicipality;
  if (most === null) return;
  for (const [town, inhabitants] of towns) {
    const slot = cluster * tally.problem.towns + town;
    const before = tally.towns[slot] as number;
    raise(tally.towns, slot, by * inhabitants);
    raise(tally.crowd, cluster, Math.max(0, before + by * inhabitants - most) - Math.max(0, before - most));
  }
}

function raise(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}

/** How many people would have to come or go for the cluster to keep the rules; a cluster without people needs one. */
export function brokenIn(tally: Tally, cluster: number): number {
  const { min, max, sharedLanguage } = tally.problem.rules;
  const people = tally.people[cluster] as number;
  const wrongSize = Math.max(0, Math.max(1, min ?? 1) - people) + (max === null ? 0 : Math.max(0, people - max));
  return wrongSize + (tally.crowd[cluster] as number) + (sharedLanguage ? speechless(tally, cluster) : 0);
}

/** People who do not speak what most of the cluster speak, unless somebody interprets. */
function speechless(tally: Tally, cluster: number): number {
  if ((tally.interpreters[cluster] as number) > 0) return 0;
  let best = 0;
  for (let at = 0; at < spoken; at += 1) best = Math.max(best, tally.speak[cluster * spoken + at] as number);
  return (tally.known[cluster] as number) - best;
}
