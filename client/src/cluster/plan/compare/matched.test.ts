import { expect, test } from 'vitest';
import { matched } from './matched.ts';

const groups = (...clusters: string[][]) => ({
  clusters: clusters.map((_, at) => ({ cluster: `c${at + 1}` as const, names: {}, mark: at })),
  of: Object.fromEntries(clusters.flatMap((people, at) => people.map(person => [person, `c${at + 1}` as const]))),
});
const people = ['Ada', 'Ben', 'Cleo', 'Dina'];

test('the same groups in another order differ in nothing', () => {
  const found = matched(groups(['Ada', 'Ben'], ['Cleo', 'Dina']), groups(['Cleo', 'Dina'], ['Ada', 'Ben']), people);
  expect(found.map(({ one, other }) => [one, other])).toEqual([
    ['c1', 'c2'],
    ['c2', 'c1'],
  ]);
  expect(found.flatMap(({ onlyOne, onlyOther }) => [...onlyOne, ...onlyOther])).toEqual([]);
});

test('a cluster of which the other arrangement has nothing stands alone, and everybody is told once on each side', () => {
  const found = matched(groups(['Ada', 'Ben', 'Cleo'], ['Dina']), groups(['Ada', 'Ben', 'Cleo', 'Dina']), people);
  expect(found).toEqual([
    { one: 'c1', other: 'c1', both: ['Ada', 'Ben', 'Cleo'], onlyOne: [], onlyOther: ['Dina'] },
    { one: 'c2', other: null, both: [], onlyOne: ['Dina'], onlyOther: [] },
  ]);
});
