import { placeKey } from './place-key.ts';

/** The towns of a country by the keys of their names, the largest first, and where most of its people live. */
export type CountryPlaces = {
  middle: [longitude: number, latitude: number];
  towns: readonly (readonly [longitude: number, latitude: number, ...keys: string[]])[];
};

/** Where a town is. `kind` says whether it is the town's own place or that of its country, for a town that no list knows. */
export type Location = { kind: 'town' | 'country'; longitude: number; latitude: number };

/** Where a town is; null when not even its country has a known place. */
export function locationOf(municipality: string, country: CountryPlaces | null | undefined): Location | null {
  if (!country) return null;
  const key = placeKey(municipality);
  const town = key === '' ? undefined : country.towns.find(([, , ...keys]) => keys.includes(key));
  const [longitude, latitude] = town ?? country.middle;
  return { kind: town ? 'town' : 'country', longitude, latitude };
}
