import type { Ground } from './ground.ts';
import type { Trait } from './traits.ts';
import { type Shared, sharedIn, weight } from './why.ts';

/** A cluster is called by what a third of it shares at least. */
const isNaming = ({ here, size }: Shared): boolean => here * 3 >= size;

/** People will talk about needs and themes; a lone word says little without its sentence. */
const favour: Readonly<Record<Trait['kind'], number>> = {
  need: 2,
  theme: 2,
  town: 1,
  region: 1,
  country: 1,
  language: 1,
  word: 0.5,
  townSize: 0,
  choice: 0,
};

/**
 * What each cluster can be called: the trait that tells it apart most, each trait for one cluster only, the most telling pairs first
 * (needs and themes before places and languages). Null for a cluster that shares nothing.
 */
export function namesFor(ground: Ground): ReadonlyMap<string, Trait | null> {
  const candidates = [...ground.members.keys()]
    .flatMap(cluster =>
      sharedIn(ground, cluster)
        .filter(isNaming)
        .map(shared => ({ cluster, trait: shared.trait, worth: weight(shared) * favour[shared.trait.kind] })),
    )
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const names = new Map<string, Trait>();
  const taken = new Set<Trait>();
  for (const { cluster, trait } of candidates) {
    if (names.has(cluster) || taken.has(trait)) continue;
    names.set(cluster, trait);
    taken.add(trait);
  }
  return new Map([...ground.members.keys()].map(cluster => [cluster, names.get(cluster) ?? null]));
}
