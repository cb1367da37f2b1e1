import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealByChance } from '../dealing/deal.ts';
import { meets } from '../guest.ts';
import { guest, guestAt, rosterOf } from '../guests.samples.ts';
import { coverageOf } from './coverage.ts';
import { whyRoom } from './why.ts';
import { yardsticksOf } from './yardsticks.ts';

const [ada, ben, cleo, dina] = [1, 2, 3, 4].map(guestAt) as [string, string, string, string];
const people = [
  guest(1, { town: 'Sfax/TN', languages: ['ar', 'fr'] }),
  guest(2, { town: 'Sfax/TN', languages: ['ar'] }),
  guest(3, { town: 'Bonn/DE', languages: ['ar', 'de'] }),
  guest(4, { town: 'Irbid/JO', languages: ['ar'], role: 'interpreter' }),
  guest(5, { languages: ['ar'] }),
];

const rooms = (...lists: string[][]) => lists.map(there => ({ people: there }));
const rounds = (size: number, seed: number, counts: readonly number[]) =>
  counts.map((count, at) => dealByChance(rosterOf(size, seed), count, seed + at).rooms);

describe('how many pairs meet', () => {
  test('people and towns, first and again; interpreters meet nobody', () => {
    const before = [{ one: ada, two: cleo, times: 1 }];
    const planned = [rooms([ada, ben, dina], [cleo, guestAt(5)]), rooms([ben, cleo, guestAt(9)], [ada])];
    expect(coverageOf(people, before, planned)).toEqual({
      of: { people: 6, towns: 1 },
      before: { people: 1, towns: 1 },
      rounds: [
        { people: 2, fresh: { people: 2, towns: 0 }, met: { people: 3, towns: 1 } },
        { people: 1, fresh: { people: 1, towns: 0 }, met: { people: 4, towns: 1 } },
      ],
      met: { people: 4, towns: 1 },
    });
  });

  const cases = fc.record({
    size: fc.integer({ min: 2, max: 60 }),
    seed: fc.nat(1_000),
    counts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5, size: 'max' }),
  });

  test('[law] as a set of pairs has them', () => {
    fc.assert(
      fc.property(cases, ({ size, seed, counts }) => {
        const guests = rosterOf(size, seed);
        const town = new Map(guests.map(one => [one.person, one.town]));
        const meeting = new Set(guests.filter(meets).map(({ person }) => person));
        const [pairs, towns] = [new Set<string>(), new Set<string>()];
        for (const round of rounds(size, seed, counts))
          for (const { people: there } of round)
            for (const one of there)
              for (const two of there) {
                if (one >= two || !meeting.has(one) || !meeting.has(two)) continue;
                pairs.add(`${one} ${two}`);
                const [from = '', to = ''] = [town.get(one), town.get(two)];
                if (from !== '' && to !== '' && from !== to) towns.add([from, to].sort().join(' '));
              }
        const { met } = coverageOf(guests, [], rounds(size, seed, counts));
        expect(met).toEqual({ people: pairs.size, towns: towns.size });
      }),
    );
  });

  test('[law] no rounds pass the ceiling, whatever was before', () => {
    fc.assert(
      fc.property(cases, ({ size, seed, counts }) => {
        const guests = rosterOf(size, seed);
        const before = rounds(size, seed + 500, [3])
          .flat()
          .flatMap(({ people: [one = '', two = ''] }) => [{ one, two, times: 1 }]);
        const { met, of } = coverageOf(guests, before, rounds(size, seed, counts));
        const { ceiling, random } = yardsticksOf(guests, before, counts, [], seed);
        for (const kind of ['people', 'towns'] as const) {
          expect(met[kind]).toBeLessThanOrEqual(ceiling[kind]);
          expect(ceiling[kind]).toBeLessThanOrEqual(of[kind]);
          expect(random[kind]).toBeLessThanOrEqual(ceiling[kind]);
        }
      }),
    );
  });

  test('the yardsticks of 40 people of 22 towns in rooms of five', () => {
    const guests = Array.from({ length: 40 }, (_, at) => guest(at + 1, { town: at < 36 ? `t${at >> 1}` : `s${at}` }));
    const shares = [3, 5, 10].map(count => {
      const { ceiling, random } = yardsticksOf(guests, [], Array(count).fill(8), [], 1);
      return [ceiling.people / 780, random.people / 780, random.towns / 231].map(share => Number(share.toFixed(2)));
    });
    // A simulation of 200 runs says 0.28, 0.42, 0.66 of people and 0.65, 0.81, 0.95 of towns by chance.
    expect(shares).toEqual([
      [0.31, 0.28, 0.65],
      [0.51, 0.42, 0.81],
      [1, 0.66, 0.95],
    ]);
  });

  test('who is kept apart cannot meet, and five people who go to four rooms meet again', () => {
    const guests = Array.from({ length: 20 }, (_, at) => guest(at + 1));
    const ceiling = (counts: number[], apart: string[][] = []) =>
      yardsticksOf(guests, [], counts, apart, 1).ceiling.people;
    expect(ceiling([1])).toBe(190);
    expect(ceiling([1], [[ada, ben, cleo]])).toBe(187);
    expect(ceiling([4, 4])).toBe(76);
    expect(ceiling([5, 5])).toBe(60);
  });
});

describe('why somebody is in a room', () => {
  const before = [{ one: ada, two: cleo, times: 2 }];
  const planned = [rooms([ada, cleo], [ben]), rooms([ada, ben, cleo, dina], [guestAt(5)])];
  const why = (round: number, person: string) => whyRoom(people, before, planned, round, person);

  test('whom they meet for the first time and again, new towns, languages and interpreters', () => {
    expect(why(0, ada)).toEqual({
      ...{ room: 0, fresh: [], again: [{ person: cleo, times: 2 }], towns: [] },
      ...{ shared: ['ar'], interpreters: [] },
    });
    expect(why(1, ada)).toEqual({
      ...{ room: 0, fresh: [ben], again: [{ person: cleo, times: 3 }], towns: [] },
      ...{ shared: ['ar'], interpreters: [dina] },
    });
    expect(why(1, ben)).toMatchObject({ fresh: [ada, cleo], again: [], towns: ['Bonn/DE'] });
  });

  test('who has no room has no reason, and an interpreter meets nobody', () => {
    expect(why(0, dina)).toBeNull();
    expect(why(9, ada)).toBeNull();
    expect(why(1, dina)).toMatchObject({ fresh: [], again: [], interpreters: [dina] });
  });
});
