import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chances } from '../../kernel/chances.ts';
import { bordersBetween } from './borders.ts';
import { distancesOf } from './distance.ts';
import { usualSettings, type Weights } from './profile.ts';
import { ownFields, profile, rosterOf } from './profiles.samples.ts';

const { weights } = usualSettings;
const only = (criterion: keyof Weights): Weights => ({
  ...{ region: 0, needs: 0, vision: 0, language: 0, townSize: 0, fields: [] },
  [criterion]: 5,
});
const between = (criterion: keyof Weights, one: Parameters<typeof profile>[1], two: Parameters<typeof profile>[1]) =>
  distancesOf([profile(1, one), profile(2, two)], only(criterion), []).at(0, 1);

describe('what two people are apart', () => {
  const sfax = { municipality: 'Sfax', country: 'TN', region: 'Coast' };
  test.each([
    ['of one town, spelled in capitals', sfax, { ...sfax, municipality: 'SFAX', region: '' }, 0],
    ['of one region', sfax, { municipality: 'Gabès', country: 'TN', region: 'coast' }, 0],
    ['of regions of one name in two countries', sfax, { country: 'LY', region: 'Coast' }, 0.2],
    ['of one country', sfax, { municipality: 'Kairouan', country: 'TN', region: 'Centre' }, 0.4],
    ['across a border', sfax, { country: 'DZ' }, 0.6],
    ['across two', sfax, { country: 'MA' }, 0.8],
    ['farther away', sfax, { country: 'DE' }, 1],
    ['of regions, when no country is known', { region: 'Coast' }, { region: 'Hills' }, 1],
    ['when nothing is known of one', sfax, {}, 0.5],
  ])('region: %s', (_, one, two, expected) => {
    expect(between('region', one, two)).toBe(expected);
  });

  test.each([
    ['half of all chosen needs', { needs: ['n1', 'n2', 'n3'] }, { needs: ['n2', 'n3', 'n4'] }, 0.5],
    ['own words alone', { ownNeeds: ['Solar power'] }, { needs: ['n1'], ownNeeds: ['solar power'] }, 0],
    ['both', { needs: ['n1'], ownNeeds: ['Solar power'] }, { needs: ['n2'], ownNeeds: ['solar power'] }, 0.5],
    ['nothing that could be compared', { needs: ['n1'] }, { ownNeeds: ['Solar power'] }, 0.5],
  ])('needs: %s', (_, one, two, expected) => {
    expect(between('needs', one, two)).toBeCloseTo(expected, 9);
  });

  test('languages: who speaks one of three can talk; towns: by the steps between their sizes', () => {
    expect(between('language', { languages: ['ar'] }, { languages: ['ar', 'fr', 'en'] })).toBe(0);
    expect(between('language', { languages: ['ar', 'en'] }, { languages: ['fr', 'en'] })).toBe(0.5);
    expect(between('townSize', { townSize: 'under-10k' }, { townSize: 'under-200k' })).toBe(0.5);
  });

  test('questions of the organiser: choices are alike or not, numbers count by their range, texts by their words', () => {
    const people = [1, 2, 3].map(number =>
      profile(number, { fields: { f1: number === 3 ? 'a2' : 'a1', f2: 10 * number, f3: 'Solar power' } }),
    );
    const own = (id: string, kind: 'text' | 'choice' | 'number') =>
      distancesOf(people, { ...only('needs'), needs: 0, fields: [{ field: id, weight: 3 }] }, [{ id, kind }]);
    expect([own('f1', 'choice').at(0, 1), own('f1', 'choice').at(1, 2)]).toEqual([0, 1]);
    expect([own('f2', 'number').at(0, 1), own('f2', 'number').at(0, 2)]).toEqual([0.5, 1]);
    expect(own('f3', 'text').at(0, 2)).toBeCloseTo(0, 9);
  });

  test('a weight counts as much whether pairs differ much or little by it', () => {
    // By region people are 0 or 1 apart, by size of town 0 or a quarter.
    const people = [0, 1, 2, 3].map(number =>
      profile(number, { region: number < 2 ? 'Coast' : 'Hills', townSize: number % 2 ? 'under-10k' : 'under-50k' }),
    );
    const distances = distancesOf(people, { ...only('region'), townSize: 5 }, []);
    const [near, far] = [distances.at(0, 1), distances.at(0, 2)];
    expect(distances.parts(0, 1).map(({ distance }) => distance)).toEqual([0, 0.25]);
    expect(near).toBeGreaterThan(0.15);
    expect(far).toBeLessThan(0.85);
  });

  test('weights of nothing: everybody is as far from everybody', () => {
    const nothing = distancesOf(rosterOf(6, 1), { ...only('needs'), needs: 0 }, []);
    expect(new Set([nothing.at(0, 1), nothing.at(2, 4)])).toEqual(new Set([0.5]));
  });
});

describe('[laws] distances', () => {
  test('are 0 to 1, symmetric, 0 to oneself, and the weighted mean of what is known of both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (size, seed) => {
        const people = rosterOf(size, seed);
        const distances = distancesOf(
          people,
          {
            ...weights,
            fields: [
              { field: 'f1', weight: 3 },
              { field: 'f2', weight: 2 },
            ],
          },
          ownFields,
        );
        for (let i = 0; i < size; i += 1)
          for (let j = 0; j < size; j += 1) {
            const distance = distances.at(i, j);
            expect(distance).toBe(distances.at(j, i));
            expect(distance).toBeGreaterThanOrEqual(0);
            expect(distance).toBeLessThanOrEqual(1);
            if (i === j) expect(distance).toBe(0);
            const known = distances.parts(i, j).filter(part => part.distance !== null);
            const whole = known.reduce((sum, part) => sum + part.weight, 0);
            const sum = known.reduce((total, part) => total + part.weight * (part.distance ?? 0), 0);
            if (i !== j) expect(distance).toBeCloseTo(whole === 0 ? 0.5 : sum / whole, 9);
          }
      }),
      { numRuns: 40 },
    );
  });

  test('do not depend on who comes first, nor on how people are called', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (size, seed) => {
        const people = rosterOf(size, seed);
        const next = chances(seed);
        const order = people.map((_, at) => ({ at, key: next() })).sort((a, b) => a.key - b.key);
        const moved = order.map(({ at }, number) => ({ ...people[at], ...{ person: profile(900 - number).person } }));
        const [before, after] = [people, moved].map(list => distancesOf(list as typeof people, weights, ownFields));
        order.forEach((one, i) => {
          order.forEach((two, j) => {
            expect(after?.at(i, j)).toBeCloseTo(before?.at(one.at, two.at) ?? Number.NaN, 9);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

test('borders are the same from both sides', () => {
  expect([bordersBetween('TN', 'TN'), bordersBetween('TN', 'LY'), bordersBetween('LY', 'TN')]).toEqual([0, 1, 1]);
  expect([bordersBetween('TN', 'EG'), bordersBetween('EG', 'TN')]).toEqual([2, 2]);
  expect([bordersBetween('PS', 'EG'), bordersBetween('DE', 'MA'), bordersBetween('IS', 'TN')]).toEqual([1, 3, 3]);
});
