import type { Distances } from '@multaqa/shared/cluster/analysis/distance';
import type { HardRules, Profile } from '@multaqa/shared/cluster/analysis/profile';
import { languages } from '@multaqa/shared/kernel/languages';

/** People who stay together, as one: positions of its people and what rules ask of them. */
export type Unit = {
  members: readonly number[];
  /** How many of them are known to speak anything, and how many speak each language. */
  known: number;
  speak: readonly number[];
  interpreters: number;
  /** Towns by number, with how many of them come from there. */
  towns: readonly (readonly [town: number, people: number])[];
};

/** Units that are to be put into clusters, how far they are apart, and what must hold. */
export type Problem = {
  profiles: readonly Profile[];
  distances: Distances;
  rules: HardRules;
  units: readonly Unit[];
  /** Sums of the distances between the people of two units, row by row; within one unit on the diagonal. */
  between: Float64Array;
  /** Mean distance of all pairs: what somebody alone in a cluster costs. */
  mean: number;
  towns: number;
  /** Lists of units no two of which may meet, as long as they were found: each needs as many clusters as it has units. */
  apart: readonly (readonly number[])[];
  /** Pairs who stay apart and together at once: no arrangement can keep both. */
  inseparable: number;
  /** For each unit those that it must not meet. */
  enemies: readonly (readonly number[])[];
};

/** Builds the problem for people in the order in which they stand. Lists name only people of the profiles. */
export function problemOf(profiles: readonly Profile[], distances: Distances, rules: HardRules): Problem {
  const positions = new Map(profiles.map(({ person }, at) => [person, at]));
  const known = (lists: HardRules['together']) =>
    lists
      .map(list => [...new Set(list)].flatMap(person => positions.get(person) ?? []))
      .filter(list => list.length > 1);
  const groups = joined(profiles.length, known(rules.together));
  const towns = new Map<string, number>();
  for (const profile of profiles) {
    const town = townOf(profile);
    if (town !== null && !towns.has(town)) towns.set(town, towns.size);
  }
  const units = groups.map(members => unitOf(members, profiles, towns));
  const unitAt = new Map(groups.flatMap((members, unit) => members.map(at => [at, unit])));
  const apart = known(rules.apart).map(list => list.map(at => unitAt.get(at) ?? 0));
  const enemies = enemiesOf(units.length, apart);
  return {
    profiles,
    distances,
    rules,
    units,
    between: sums(groups, distances),
    mean: meanOf(distances),
    towns: towns.size,
    apart: cliquesOf(enemies),
    inseparable: apart.reduce((sum, list) => sum + list.length - new Set(list).size, 0),
    enemies,
  };
}

const townOf = ({ municipality, country }: Profile): string | null =>
  municipality === '' ? null : `${municipality}/${country}`;

/** Positions that the lists join, each in one group, in the order of the first of each. */
function joined(count: number, lists: readonly (readonly number[])[]): number[][] {
  const group = Array.from({ length: count }, (_, at) => at);
  const root = (at: number): number => (group[at] === at ? at : root(group[at] as number));
  for (const [first = 0, ...others] of lists)
    for (const other of others) {
      const [one, two] = [root(first), root(other)];
      group[Math.max(one, two)] = Math.min(one, two);
    }
  return [...Map.groupBy(group.keys(), root).values()];
}

function unitOf(members: readonly number[], profiles: readonly Profile[], towns: ReadonlyMap<string, number>): Unit {
  const people = members.flatMap(at => profiles[at] ?? []);
  const counts = new Map<number, number>();
  for (const profile of people) {
    const town = towns.get(townOf(profile) ?? '');
    if (town !== undefined) counts.set(town, (counts.get(town) ?? 0) + 1);
  }
  return {
    members,
    known: people.filter(profile => profile.languages.length > 0).length,
    speak: languages.map(language => people.filter(profile => profile.languages.includes(language)).length),
    interpreters: people.filter(({ interprets }) => interprets).length,
    towns: [...counts],
  };
}

function sums(groups: readonly (readonly number[])[], { at }: Distances): Float64Array {
  const between = new Float64Array(groups.length ** 2);
  groups.forEach((one, i) => {
    groups.forEach((two, j) => {
      let sum = 0;
      for (const a of one) for (const b of two) sum += at(a, b);
      between[i * groups.length + j] = i === j ? sum / 2 : sum;
    });
  });
  return between;
}

function meanOf({ size, flat }: Distances): number {
  return size < 2 ? 0 : flat.reduce((sum, distance) => sum + distance, 0) / (size * (size - 1));
}

function enemiesOf(count: number, apart: readonly (readonly number[])[]): number[][] {
  const enemies = Array.from({ length: count }, () => new Set<number>());
  for (const list of apart) for (const one of list) for (const two of list) if (one !== two) enemies[one]?.add(two);
  return enemies.map(set => [...set].sort((a, b) => a - b));
}

/** For each unit the units that it must not meet and that must not meet each other, the most quarrelsome first; each list once. */
function cliquesOf(enemies: readonly (readonly number[])[]): number[][] {
  const count = (unit: number) => enemies[unit]?.length ?? 0;
  const found = new Map<string, number[]>();
  enemies.forEach((against, unit) => {
    if (against.length === 0) return;
    const clique = [unit];
    for (const other of [...against].sort((a, b) => count(b) - count(a) || a - b))
      if (clique.every(one => enemies[one]?.includes(other))) clique.push(other);
    clique.sort((a, b) => a - b);
    found.set(clique.join(' '), clique);
  });
  return [...found.values()];
}
