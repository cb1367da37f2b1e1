import type { PersonId } from '../../kernel/ids.ts';
import type { Distances } from './distance.ts';
import { type Ground, meanDistance } from './ground.ts';

/** `closeness`: 0 is what chance gives, 1 everybody among those nearest to them; null for one person alone, or when all are alike. */
export type ClusterQuality = {
  cluster: string;
  closeness: number | null;
  /** Who is farthest from the others of the cluster on average, 0 to 1; null for one person alone. */
  weakest: { person: PersonId; distance: number } | null;
};

export type Quality = { score: number | null; clusters: readonly ClusterQuality[] };

/**
 * How much nearer people are to those of their cluster than chance would put them: (R - A) / (R - N). A is the mean, over people, of
 * the mean distance to the others of the cluster; R is what A is on average over all placings of the same sizes, which is exactly the
 * mean distance to everybody; N is the same with each person among the people nearest to them, a bound that no placing may reach.
 * Who is alone in a cluster and who is in none does not count. Null when R = N: nobody is nearer to anybody.
 */
export function qualityOf(ground: Ground): Quality {
  const placed = new Set([...ground.members.values()].flat());
  const isPlaced = ground.profiles.map((_, at) => placed.has(at));
  const rated = [...ground.members].map(([cluster, members]) => ({
    cluster,
    people: members.length < 2 ? [] : members.map(one => rate(ground, one, members, isPlaced)),
  }));
  return {
    score: shareOf(rated.flatMap(({ people }) => people)),
    clusters: rated.map(({ cluster, people }) => ({
      cluster,
      closeness: shareOf(people),
      weakest: weakestOf(people),
    })),
  };
}

type Rated = { person: PersonId; own: number; random: number; nearest: number };

function rate(ground: Ground, one: number, members: readonly number[], isPlaced: readonly boolean[]): Rated {
  let [sum, count, near] = [0, 0, 0];
  for (const other of neighboursOf(ground.distances)[one] ?? []) {
    if (!isPlaced[other]) continue;
    sum += ground.distances.at(one, other);
    count += 1;
    if (count === members.length - 1) near = sum;
  }
  return {
    person: ground.profiles[one]?.person ?? '',
    own: meanDistance(ground, one, members) ?? 0,
    random: sum / count,
    nearest: near / (members.length - 1),
  };
}

// Sorting is most of the work, and it is asked again with every move of a card.
const sorted = new WeakMap<Distances, number[][]>();

/** For each position all others, the nearest first. */
function neighboursOf(distances: Distances): readonly (readonly number[])[] {
  const known = sorted.get(distances);
  if (known) return known;
  const positions = Array.from({ length: distances.size }, (_, at) => at);
  const made = positions.map(one =>
    positions.filter(other => other !== one).sort((a, b) => distances.at(one, a) - distances.at(one, b)),
  );
  sorted.set(distances, made);
  return made;
}

/** Below this people are as far from those nearest to them as from everybody, but for rounding. */
const alike = 1e-9;

function shareOf(people: readonly Rated[]): number | null {
  const sum = (of: (rated: Rated) => number) => people.reduce((total, rated) => total + of(rated), 0);
  const way = sum(({ random, nearest }) => random - nearest);
  return way <= alike * people.length ? null : sum(({ random, own }) => random - own) / way;
}

const weakestOf = (people: readonly Rated[]): ClusterQuality['weakest'] =>
  people.reduce<ClusterQuality['weakest']>(
    (weakest, { person, own }) => (weakest && weakest.distance >= own ? weakest : { person, distance: own }),
    null,
  );
