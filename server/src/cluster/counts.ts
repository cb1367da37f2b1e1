import type { Bounds } from './feasible.ts';
import type { Problem } from './problem.ts';

/** Sizes of clusters where nobody has said any: in larger ones few get to speak, in smaller ones one absence is felt. */
const usual = { min: 4, max: 12, middle: 7 };

/** Counts that are tried for a suggestion; each costs a search. */
const tried = (people: number) => (people <= 150 ? 10 : 6);

/** How many clusters may be suggested, by what each rule says of sizes, towns and people who stay apart. */
export function sensibleCounts({ profiles, rules, apart, units }: Problem, { least, most }: Bounds): Bounds {
  const people = profiles.length;
  const byTown = new Map<string, number>();
  for (const { municipality, country } of profiles) {
    const town = `${municipality}/${country}`;
    if (municipality !== '') byTown.set(town, (byTown.get(town) ?? 0) + 1);
  }
  const largest = Math.max(0, ...byTown.values());
  const fewest = Math.max(
    least,
    Math.ceil(people / (rules.max ?? usual.max)),
    rules.perMunicipality === null ? 1 : Math.ceil(largest / rules.perMunicipality),
    ...apart.map(list => list.length),
  );
  const highest = Math.min(most, units.length);
  const lowest = Math.min(fewest, highest);
  return {
    least: lowest,
    most: Math.min(highest, Math.max(lowest, Math.floor(people / Math.max(rules.min ?? usual.min, 1)))),
  };
}

/** Counts from the least to the most, evenly where there are too many to try all. */
export function spread({ least, most }: Bounds, people: number): number[] {
  const steps = Math.min(tried(people), most - least + 1);
  if (steps <= 1) return [least];
  return Array.from({ length: steps }, (_, at) => Math.round(least + (at * (most - least)) / (steps - 1)));
}

/** The count whose clusters are nearest to a usual size, for people whom nothing tells apart. */
export const middleOf = ({ least, most }: Bounds, people: number): number =>
  Math.min(most, Math.max(least, Math.round(people / usual.middle)));

/** The sizes that clusters get where nobody has said any: between half and one and a half of an even share. */
export function evenSizes(people: number, count: number): { min: number; max: number } {
  const share = people / count;
  return { min: Math.max(1, Math.floor(share / 2)), max: Math.ceil(share * 1.5) };
}
