import type { Ground } from './ground.ts';
import type { Trait } from './traits.ts';
import { type Shared, sharedIn, weight } from './why.ts';

/** Traits that say little as a name, however telling they are. */
const isNaming = ({ trait, here, size }: Shared): boolean =>
  trait.kind !== 'townSize' && trait.kind !== 'choice' && here * 3 >= size;

/**
 * What each cluster can be called: the trait that tells it apart most, each trait for one cluster only, the most telling pairs first
 * (of needs and themes before places and languages, since that is what people will talk about). Null for a cluster that shares nothing.
 */
export function namesFor(ground: Ground): ReadonlyMap<string, Trait | null> {
  const candidates = [...ground.members.keys()]
    .flatMap(cluster =>
      sharedIn(ground, cluster)
        .filter(isNaming)
        .map(shared => ({ cluster, trait: shared.trait, worth: weight(shared) * (isTopic(shared.trait) ? 2 : 1) })),
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

const isTopic = ({ kind }: Trait): boolean => kind === 'need' || kind === 'theme' || kind === 'word';
