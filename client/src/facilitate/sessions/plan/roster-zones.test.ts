import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { describe, expect, test } from 'vitest';
import { rosterZones } from './roster-zones.ts';

const noon = Date.UTC(2026, 8, 29, 9);
const roster = (...places: [country: string, municipality: string, status?: string][]) =>
  Object.fromEntries(
    places.map(([country, municipality, status = 'active'], at) => [
      String(at),
      { person: String(at), country, municipality, status } as PersonCard,
    ]),
  ) as PeopleView;
const zones = (people: PeopleView) => rosterZones(people, noon).map(({ zone }) => zone);

describe('the zones of a roster', () => {
  test('are those of its countries, where most people live first', () => {
    expect(zones(roster(['TN', 'Sfax'], ['JO', 'Irbid'], ['JO', 'Karak'], ['DE', 'Bonn']))).toEqual([
      'Asia/Amman',
      'Africa/Tunis',
      'Europe/Berlin',
    ]);
  });

  test('name a town of the roster where the country has it', () => {
    expect(zones(roster(['PS', 'Hebron']))).toEqual(['Asia/Hebron']);
    expect(zones(roster(['PS', 'Gaza']))).toEqual(['Asia/Gaza']);
  });

  test('are one for each clock of a country', () => {
    const american = rosterZones(roster(['US', 'Boise']), noon).map(({ zone }) => zone);
    expect(american.length).toBeGreaterThan(4);
    expect(american.length).toBeLessThan(10);
    expect(american).toContain('America/Boise');
  });

  test('leave out who has no country or was removed', () => {
    expect(zones(roster(['', 'Bonn'], ['TN', 'Sfax', 'removed']))).toEqual([]);
  });
});
