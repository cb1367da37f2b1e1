import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { labelsFor, paperGroup } from './polls.groups.ts';
import { sheetInput } from './polls.samples.ts';

const sheet = sheetInput({ names: 'never', results: 'after', split: 'municipality' });
const room = 'room';
const towns = ['Sfax/TN', 'Irbid/JO', 'Bonn/DE', 'Tripoli/LY', 'Tripoli/LB'];
type Present = readonly { person: string; town: string | null; role: 'participant' | 'observer' }[];

const present: fc.Arbitrary<Present> = fc
  .array(
    fc.record({
      town: fc.constantFrom(...towns, ...towns.slice(0, 2), null),
      role: fc.constantFrom('participant', 'participant', 'participant', 'observer'),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map(all => all.map((one, at) => ({ ...one, person: `p${at}` }) as Present[number]));

const contextOf = (all: Present) => {
  const found = (person: string) => all.find(one => one.person === person);
  return {
    peopleIn: () => all.map(({ person }) => person),
    roleOf: (person: string) => found(person)?.role ?? null,
    groupsOf: (person: string) => ({ cluster: null, language: null, municipality: found(person)?.town ?? null }),
  };
};
const groupOf = (labels: readonly string[], town: string | null) =>
  paperGroup({ sheet, labels }, { cluster: null, language: null, municipality: town, room });

describe('what the papers of an anonymous poll tell', () => {
  test('[V5] is a group of five people or more who could vote when it began, or nothing', () => {
    fc.assert(
      fc.property(present, all => {
        const labels = labelsFor(sheet, [room], contextOf(all));
        const groups = Map.groupBy(
          all.filter(({ role }) => role !== 'observer'),
          ({ town }) => groupOf(labels, town),
        );
        for (const [group, members] of groups)
          if (group !== null) expect(members.length).toBeGreaterThanOrEqual(limits.smallestCell);
        expect(labels.length).not.toBe(1);
        expect(labels).toEqual([...labels].sort());
      }),
      { numRuns: 500 },
    );
  });

  test('[V5] is never a group of their own for somebody who comes later', () => {
    fc.assert(
      fc.property(present, fc.constantFrom('Jenin/PS', null), (all, town) => {
        const labels = labelsFor(sheet, [room], contextOf(all));
        const group = groupOf(labels, town);
        if (labels.length === 0) expect(group).toBeNull();
        else expect(labels).toContain(group);
      }),
      { numRuns: 200 },
    );
  });

  test('is nothing where the poll is not divided, or not anonymous', () => {
    const all: Present = Array.from({ length: 12 }, (_, at) => ({
      person: `p${at}`,
      town: at < 6 ? 'Sfax/TN' : 'Irbid/JO',
      role: 'participant',
    }));
    expect(labelsFor(sheet, [room], contextOf(all))).toEqual(['Irbid/JO', 'Sfax/TN']);
    expect(labelsFor({ ...sheet, split: null }, [room], contextOf(all))).toEqual([]);
    expect(labelsFor({ ...sheet, names: 'after' }, [room], contextOf(all))).toEqual([]);
  });
});
