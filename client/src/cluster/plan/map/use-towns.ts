import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import { useEffect, useMemo, useState } from 'react';
import type { Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';
import { loadJson } from '../../../platform/load-json.ts';
import { background } from '../../../platform/report-fault.ts';
import { type CountryPlaces, type Location, locationOf } from './places.ts';

/** People of one town, with where it is; null for nowhere that is known. */
export type Town = {
  key: string;
  municipality: string;
  country: string;
  people: readonly string[];
  location: Location | null;
};

/** The outlines of all countries, and the towns of some people. */
export type MapData = { outlines: Topology; towns: readonly Town[] };

type Known = { outlines: Topology; countries: ReadonlyMap<string, CountryPlaces | null> };

/** The outlines of all countries, and where the towns of these people are; null while they arrive. */
export function useTowns(profiles: readonly Profile[]): MapData | null {
  const codes = [...new Set(profiles.map(({ country }) => country).filter(Boolean))].sort().join(' ');
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const found = await loadAll(codes.split(' ').filter(Boolean));
      if (!isGone) setKnown(found);
    };
    background(load(), 'map');
    return () => {
      isGone = true;
    };
  }, [codes]);
  return useMemo(
    () => known && { outlines: known.outlines, towns: townsOf(profiles, known.countries) },
    [profiles, known],
  );
}

async function loadAll(codes: readonly string[]): Promise<Known | null> {
  const [outlines, ...countries] = await Promise.all([
    loadJson<Topology>(atlas),
    ...codes.map(code => loadJson<CountryPlaces>(`/places/${code}.json`)),
  ]);
  return outlines && { outlines, countries: new Map(codes.map((code, at) => [code, countries[at] ?? null])) };
}

function townsOf(profiles: readonly Profile[], countries: Known['countries']): Town[] {
  const towns = new Map<string, Town>();
  for (const { person, municipality, country } of profiles) {
    const key = `${municipality}/${country}`;
    const location = () => locationOf(municipality, countries.get(country));
    const town = towns.get(key) ?? { key, municipality, country, people: [], location: location() };
    towns.set(key, { ...town, people: [...town.people, person] });
  }
  return [...towns.values()];
}
