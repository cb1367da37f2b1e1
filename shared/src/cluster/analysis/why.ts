import type { PersonId } from '../../kernel/ids.ts';
import { type Broken, brokenRules } from './check.ts';
import { type Ground, meanDistance, positionOf } from './ground.ts';
import { qualityOf } from './quality.ts';
import type { Trait } from './traits.ts';

/** A trait, how many of the cluster (`size`) have it, and how many of all who are in a cluster (`everybody`). */
export type Shared = { trait: Trait; here: number; size: number; all: number; everybody: number };

/**
 * What the members of a cluster share, what tells them apart from the others first: by here · ln(lift), where lift is the share in
 * the cluster over the share in all (a term of the likelihood ratio of Dunning 1993, which keeps rare words from coming first). Only
 * what two at least share and what is more frequent than elsewhere; then what everybody here shares with the others.
 */
export function sharedIn(ground: Ground, cluster: string): Shared[] {
  const members = ground.members.get(cluster) ?? [];
  const shared = count(ground, members).filter(({ here }) => here >= Math.min(2, members.length));
  const telling = shared.filter(found => weight(found) > 0).sort(byWeight);
  const common = shared.filter(found => weight(found) <= 0 && found.here === found.size).sort(byWeight);
  return [...telling, ...common];
}

function count(ground: Ground, members: readonly number[]): Shared[] {
  const { traits } = ground;
  const everybody = [...ground.members.values()].flat();
  const here = tally(ground, members);
  const all = tally(ground, everybody);
  return [...here].flatMap(([key, found]) => {
    const trait = traits.all.get(key);
    return trait
      ? [{ trait, here: found, size: members.length, all: all.get(key) ?? found, everybody: everybody.length }]
      : [];
  });
}

function tally({ traits }: Ground, people: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of people) for (const key of traits.of[at] ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How telling a shared trait is: positive when it is more frequent here than among all. */
export const weight = ({ here, size, all, everybody }: Shared): number =>
  here * Math.log((here / size) * (everybody / all));

const byWeight = (a: Shared, b: Shared): number =>
  weight(b) - weight(a) || b.here - a.here || (keyOf(a.trait) < keyOf(b.trait) ? -1 : 1);

const keyOf = ({ kind, value }: Trait) => `${kind}:${value}`;

export type WhyHere = {
  cluster: string;
  /** What the person shares with others of the cluster; `here` counts these others, `size` all of them. */
  shares: readonly Shared[];
  /** Those of the cluster who are nearest, the nearest first, at most three. */
  nearest: readonly PersonId[];
  /** With whom the rules keep the person together. */
  together: readonly PersonId[];
  /** Mean distance to the others of the cluster, 0 to 1; null when there are none. */
  distance: number | null;
};

/** Why somebody is where they are; null for who is in no cluster. */
export function whyHere(ground: Ground, person: PersonId): WhyHere | null {
  const at = positionOf(ground, person);
  const cluster = ground.placing[person];
  if (at < 0 || cluster === undefined) return null;
  const others = (ground.members.get(cluster) ?? []).filter(other => other !== at);
  return {
    cluster,
    shares: sharedWith(ground, at, others),
    nearest: nearestOf(ground, at, others).slice(0, 3),
    together: ground.settings.rules.together
      .filter(list => list.includes(person))
      .flat()
      .filter(other => other !== person && ground.placing[other] === cluster),
    distance: meanDistance(ground, at, others),
  };
}

/** What somebody shares with some people, the most telling first. */
export function sharedWith(ground: Ground, at: number, others: readonly number[]): Shared[] {
  const own = [...(ground.traits.of[at] ?? [])].flatMap(key => ground.traits.all.get(key) ?? []);
  return count(ground, others)
    .filter(({ trait }) => own.includes(trait))
    .sort(byWeight);
}

function nearestOf({ profiles, distances }: Ground, at: number, others: readonly number[]): PersonId[] {
  return [...others]
    .sort((a, b) => distances.at(at, a) - distances.at(at, b) || a - b)
    .flatMap(other => profiles[other]?.person ?? []);
}

export type NextBest = {
  cluster: string;
  /** Mean distances to the others here and there, 0 to 1; null where there are none. */
  distance: { here: number | null; there: number };
  /** By how much the score of the whole placing changes; null when it has none. */
  scoreChange: number | null;
  /** The rules that the move would break in addition. */
  breaks: readonly Broken[];
};

/** Where somebody would be next best, and what it would cost: the nearest of the other clusters; null when there is none. */
export function nextBest(ground: Ground, person: PersonId): NextBest | null {
  const at = positionOf(ground, person);
  const here = ground.placing[person];
  if (at < 0) return null;
  const [best] = [...ground.members]
    .filter(([cluster]) => cluster !== here)
    .map(([cluster, members]) => ({ cluster, there: meanDistance(ground, at, members) ?? 1 }))
    .sort((a, b) => a.there - b.there || (a.cluster < b.cluster ? -1 : 1));
  if (!best) return null;
  const moved = withPlace(ground, person, best.cluster);
  const [before, after] = [qualityOf(ground).score, qualityOf(moved).score];
  return {
    cluster: best.cluster,
    distance: {
      here: here === undefined ? null : meanDistance(ground, at, ground.members.get(here) ?? []),
      there: best.there,
    },
    scoreChange: before === null || after === null ? null : after - before,
    breaks: brokenInAddition(ground, moved, person),
  };
}

/** The same with one person in another cluster. */
export function withPlace(ground: Ground, person: PersonId, cluster: string): Ground {
  const at = positionOf(ground, person);
  const members = new Map([...ground.members].map(([id, list]) => [id, list.filter(other => other !== at)]));
  members.set(cluster, [...(members.get(cluster) ?? []), at]);
  return { ...ground, placing: { ...ground.placing, [person]: cluster }, members };
}

/** The rules that somebody's move breaks and that were not broken before. Only what the move can touch is looked at. */
export function brokenInAddition(before: Ground, after: Ground, person: PersonId): Broken[] {
  const { rules } = before.settings;
  const clusters = [before.placing[person], after.placing[person]];
  const listed = new Set([...rules.together, ...rules.apart].filter(list => list.includes(person)).flat());
  const touched = before.profiles.filter(
    one => listed.has(one.person) || clusters.includes(before.placing[one.person]) || one.person === person,
  );
  const broken = ({ placing }: Ground) => brokenRules(touched, placing, rules);
  const known = new Set(broken(before).map(placeOf));
  return broken(after).filter(found => !known.has(placeOf(found)));
}

/** A rule and where it is broken, whoever breaks it. */
function placeOf(broken: Broken): string {
  if (broken.rule === 'together') return `together ${broken.people.join(' ')}`;
  const where = `${broken.rule} ${broken.cluster}`;
  if (broken.rule === 'municipality') return `${where} ${broken.town}`;
  return broken.rule === 'apart' ? `${where} ${broken.people.join(' ')}` : where;
}
