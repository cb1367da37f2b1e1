import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenRules } from './check.ts';
import type { HardRules, Placing } from './profile.ts';
import { noRules, personAt, profile, rosterOf } from './profiles.samples.ts';

const [ada, ben, cleo, dina] = [1, 2, 3, 4].map(personAt) as [string, string, string, string];
const people = [
  profile(1, { municipality: 'Sfax', country: 'TN', languages: ['ar', 'fr'] }),
  profile(2, { municipality: 'Sfax', country: 'TN', languages: ['ar'] }),
  profile(3, { municipality: 'Bonn', country: 'DE', languages: ['de'] }),
  profile(4, { municipality: '', languages: [], interprets: true }),
];
const broken = (placing: Placing, rules: Partial<HardRules>) => brokenRules(people, placing, { ...noRules, ...rules });
const halves: Placing = { [ada]: 'c1', [ben]: 'c1', [cleo]: 'c2', [dina]: 'c2' };

describe('rules that a placing breaks', () => {
  test('sizes, with everybody of the cluster', () => {
    expect(broken({ ...halves, [cleo]: 'c1' }, { min: 2, max: 2 })).toEqual([
      { rule: 'too-many', cluster: 'c1', people: [ada, ben, cleo], max: 2 },
      { rule: 'too-few', cluster: 'c2', people: [dina], min: 2 },
    ]);
  });

  test('a shared language: says which most of them speak, and who does not; an interpreter is enough', () => {
    const all = { [ada]: 'c1', [ben]: 'c1', [cleo]: 'c1' };
    expect(broken(all, { sharedLanguage: true })).toEqual([
      { rule: 'no-language', cluster: 'c1', people: [ada, ben, cleo], most: 'ar', without: [cleo] },
    ]);
    expect(broken({ ...all, [dina]: 'c1' }, { sharedLanguage: true })).toEqual([]);
    expect(broken(halves, { sharedLanguage: true })).toEqual([]);
  });

  test('people of one municipality; whose town nobody knows is of none', () => {
    expect(broken(halves, { perMunicipality: 1 })).toEqual([
      { rule: 'municipality', cluster: 'c1', people: [ada, ben], town: 'Sfax', most: 1 },
    ]);
  });

  test('together and apart, of those who have a place', () => {
    expect(broken(halves, { together: [[ada, cleo]], apart: [[ada, ben, cleo]] })).toEqual([
      { rule: 'together', clusters: ['c1', 'c2'], people: [ada, cleo] },
      { rule: 'apart', cluster: 'c1', people: [ada, ben] },
    ]);
    expect(broken({ [ada]: 'c1' }, { together: [[ada, cleo]], apart: [[ada, ben]] })).toEqual([]);
    expect(broken(halves, { apart: [[ada, ada]] }), 'who is named twice').toEqual([]);
  });

  test('who is not known any more does not count', () => {
    expect(broken({ ...halves, [personAt(9)]: 'c2' }, { max: 2, apart: [[ada, personAt(9)]] })).toEqual([]);
  });
});

test('[law] nothing is broken exactly when each rule holds, whoever comes first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), fc.integer({ min: 1, max: 5 }), (size, seed, count) => {
      const roster = rosterOf(size, seed);
      const placing = Object.fromEntries(roster.map(({ person }, at) => [person, `c${(at % count) + 1}`]));
      const rules: HardRules = {
        ...{ min: 2, max: 5, sharedLanguage: true, perMunicipality: 2, together: [], apart: [] },
        apart: [[personAt(0), personAt(count)]],
      };
      const found = brokenRules(roster, placing, rules);
      const sizes = [...Map.groupBy(Object.values(placing), cluster => cluster).values()].map(list => list.length);
      expect(found.some(({ rule }) => rule === 'too-few')).toBe(sizes.some(members => members < 2));
      expect(found.some(({ rule }) => rule === 'too-many')).toBe(sizes.some(members => members > 5));
      expect(found.some(({ rule }) => rule === 'apart')).toBe(count < size);
      const kinds = (list: typeof found) => list.map(({ rule }) => rule).sort();
      expect(kinds(brokenRules([...roster].reverse(), placing, rules))).toEqual(kinds(found));
    }),
    { numRuns: 100 },
  );
});
