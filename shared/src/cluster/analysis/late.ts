import type { PersonId } from '../../kernel/ids.ts';
import type { Broken } from './check.ts';
import { type Ground, meanDistance, positionOf } from './ground.ts';
import { brokenInAddition, type Shared, sharedWith, withPlace } from './why.ts';

export type Place = {
  cluster: string;
  /** Mean distance to those who are there, 0 to 1; null for an empty cluster. */
  distance: number | null;
  /** People who are there already. */
  size: number;
  /** What the person shares with them, the most telling first. */
  shares: readonly Shared[];
  /** Rules that are broken wherever the person goes; none when a place keeps them all. */
  breaks: readonly Broken[];
};

/**
 * Where somebody who comes later fits: of the clusters that keep the rules, or where none does, that break the fewest, the nearest or
 * the smallest one. Null when there are no clusters or the person is not known. Nobody else moves.
 */
export function suggestPlace(
  ground: Ground,
  clusters: readonly string[],
  person: PersonId,
  rule: 'nearest' | 'smallest',
): Place | null {
  const at = positionOf(ground, person);
  if (at < 0) return null;
  const [best] = clusters
    .map(cluster => placeIn(ground, cluster, at))
    .sort(
      (a, b) =>
        a.breaks.length - b.breaks.length ||
        (rule === 'smallest' ? a.size - b.size : 0) ||
        (a.distance ?? 1) - (b.distance ?? 1) ||
        a.size - b.size ||
        (a.cluster < b.cluster ? -1 : 1),
    );
  return best ?? null;
}

function placeIn(ground: Ground, cluster: string, at: number): Place {
  const others = (ground.members.get(cluster) ?? []).filter(other => other !== at);
  const person = ground.profiles[at]?.person ?? '';
  return {
    cluster,
    distance: meanDistance(ground, at, others),
    size: others.length,
    shares: sharedWith(ground, at, others),
    breaks: brokenInAddition(ground, withPlace(ground, person, cluster), person),
  };
}
