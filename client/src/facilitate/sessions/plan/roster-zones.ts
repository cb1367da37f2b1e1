import type { PeopleView } from '@multaqa/shared/people/people.view';
import { offsetAt, zonesOf } from '../../../platform/zones.ts';

/** A time zone in which people of the roster live. */
export type RosterZone = { zone: string; country: string; people: number };

/**
 * The zones of those who take part, those with most people first: of each country one for every clock that it keeps at an
 * instant (ms since the epoch), named after a town of the roster where there is one.
 */
export function rosterZones(people: PeopleView, at: number): RosterZone[] {
  const countries = new Map<string, { towns: Set<string>; people: number }>();
  for (const { country, municipality, status } of Object.values(people)) {
    if (status !== 'active' || !country) continue;
    const entry = countries.get(country) ?? { towns: new Set(), people: 0 };
    entry.people += 1;
    entry.towns.add(municipality.trim().toLowerCase());
    countries.set(country, entry);
  }
  return [...countries]
    .flatMap(([country, { towns, people: count }]) => {
      const isTown = (zone: string) => towns.has(cityOf(zone).toLowerCase());
      const known = [...zonesOf(country)].sort((a, b) => Number(isTown(b)) - Number(isTown(a)));
      const clocks = new Map([...known].reverse().map(zone => [offsetAt(at, zone), zone]));
      return [...clocks.values()].map(zone => ({ zone, country, people: count }));
    })
    .sort((a, b) => b.people - a.people || a.zone.localeCompare(b.zone));
}

/** Amman, of Asia/Amman. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
