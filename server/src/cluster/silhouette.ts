import { type Arrangement, distanceTo } from './arrangement.ts';
import type { Unit } from './problem.ts';

/**
 * How well people sit in their clusters, -1 to 1: the mean of (b - a) / max(a, b), where a is the mean distance to the others of one's
 * cluster and b that to the next best cluster (P. J. Rousseeuw, Silhouettes, 1987); 0 for somebody alone.
 */
export function silhouetteOf(arrangement: Arrangement): number {
  const { problem, of, count } = arrangement;
  let [sum, people] = [0, 0];
  for (let unit = 0; unit < of.length; unit += 1) {
    const weight = (problem.units[unit] as Unit).members.length;
    people += weight;
    const own = distanceTo(arrangement, unit, of[unit] as number);
    let other = Number.POSITIVE_INFINITY;
    for (let cluster = 0; cluster < count; cluster += 1)
      if (cluster !== of[unit]) other = Math.min(other, distanceTo(arrangement, unit, cluster) ?? other);
    if (own === null || other === Number.POSITIVE_INFINITY) continue;
    const most = Math.max(own, other);
    if (most > 0) sum += (weight * (other - own)) / most;
  }
  return people === 0 ? 0 : sum / people;
}
