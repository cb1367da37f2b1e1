import type { PersonId } from '../../kernel/ids.ts';
import type { Distances } from './distance.ts';
import { distancesOf } from './distance.ts';
import type { Placing, Profile, ProfileField, Settings } from './profile.ts';
import { type Traits, traitsOf } from './traits.ts';

/** What every question about a placing rests on. `members` holds positions in `profiles`, by cluster. */
export type Ground = {
  profiles: readonly Profile[];
  settings: Settings;
  distances: Distances;
  traits: Traits;
  placing: Placing;
  members: ReadonlyMap<string, readonly number[]>;
};

/** What does not change while people are moved: profiles, settings, and what follows from these. */
export type Basis = Omit<Ground, 'placing' | 'members'>;

/** The costly part of a ground, to be kept as long as people and settings are the same. */
export const basisOf = (profiles: readonly Profile[], settings: Settings, fields: readonly ProfileField[]): Basis => ({
  profiles,
  settings,
  distances: distancesOf(profiles, settings.weights, fields),
  traits: traitsOf(profiles, fields),
});

/** The ground for a placing; people who are in no cluster, and clusters without people, are not in `members`. */
export function groundOf(basis: Basis, placing: Placing): Ground {
  const members = new Map<string, number[]>();
  basis.profiles.forEach(({ person }, at) => {
    const cluster = placing[person];
    if (cluster === undefined) return;
    const others = members.get(cluster);
    if (others) others.push(at);
    else members.set(cluster, [at]);
  });
  return { ...basis, placing, members };
}

/** The position of a person; -1 for somebody who is not among the profiles. */
export const positionOf = ({ profiles }: Basis, person: PersonId): number =>
  profiles.findIndex(profile => profile.person === person);

/** The mean distance of somebody to others; null when there are none. Oneself is left out. */
export function meanDistance({ distances }: Basis, one: number, others: readonly number[]): number | null {
  let [sum, count] = [0, 0];
  for (const other of others) {
    if (other === one) continue;
    sum += distances.at(one, other);
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
