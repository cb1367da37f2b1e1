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

/** Nobody: who goes or comes where only the other does. */
export const nobody: Unit = { members: [], known: 0, speak: languages.map(() => 0), interpreters: 0, towns: [] };

/** A unit comes (`by` 1) or goes (-1). */
export function count(tally: Tally, { members, speak, known, interpreters, towns }: Unit, cluster: number, by: 1 | -1) {
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
    raise(tally.crowd, cluster, beyond(before + by * inhabitants, most) - beyond(before, most));
  }
}

function raise(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}

const beyond = (people: number, most: number): number => (people > most ? people - most : 0);

/**
 * How many people would have to come or go for a cluster to keep the rules, once one unit has gone and another has come; a cluster
 * without people needs one. Nothing is counted for it: it is asked for every pair of people.
 */
export function brokenIn(tally: Tally, cluster: number, gone: Unit, come: Unit): number {
  const { min, max, sharedLanguage, perMunicipality } = tally.problem.rules;
  const people = (tally.people[cluster] as number) - gone.members.length + come.members.length;
  let broken = beyond(Math.max(1, min ?? 1), people);
  if (max !== null) broken += beyond(people, max);
  if (sharedLanguage) broken += speechless(tally, cluster, gone, come);
  return perMunicipality === null ? broken : broken + crowded(tally, cluster, gone, come, perMunicipality);
}

/** People who do not speak what most of the cluster speak, unless somebody interprets. */
function speechless(tally: Tally, cluster: number, gone: Unit, come: Unit): number {
  if ((tally.interpreters[cluster] as number) - gone.interpreters + come.interpreters > 0) return 0;
  let best = 0;
  for (let at = 0; at < spoken; at += 1) {
    const speak =
      (tally.speak[cluster * spoken + at] as number) - (gone.speak[at] as number) + (come.speak[at] as number);
    if (speak > best) best = speak;
  }
  return (tally.known[cluster] as number) - gone.known + come.known - best;
}

function crowded(tally: Tally, cluster: number, gone: Unit, come: Unit, most: number): number {
  let crowd = tally.crowd[cluster] as number;
  for (const [town, inhabitants] of gone.towns) {
    const before = tally.towns[cluster * tally.problem.towns + town] as number;
    crowd += beyond(before - inhabitants, most) - beyond(before, most);
  }
  for (const [town, inhabitants] of come.towns) {
    const before = (tally.towns[cluster * tally.problem.towns + town] as number) - peopleFrom(gone, town);
    crowd += beyond(before + inhabitants, most) - beyond(before, most);
  }
  return crowd;
}

function peopleFrom({ towns }: Unit, wanted: number): number {
  for (const [town, inhabitants] of towns) if (town === wanted) return inhabitants;
  return 0;
}
