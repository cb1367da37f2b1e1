import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chances } from '../../kernel/chances.ts';
import { brokenRules } from './check.ts';
import { basisOf, groundOf } from './ground.ts';
import { suggestPlace } from './late.ts';
import { namesFor } from './names.ts';
import { type HardRules, type Placing, type Profile, usualSettings } from './profile.ts';
import { noRules, ownFields, personAt, profile, rosterOf } from './profiles.samples.ts';
import { qualityOf } from './quality.ts';
import { nextBest, sharedIn, whyHere } from './why.ts';

const groundFor = (people: readonly Profile[], placing: Placing, rules: Partial<HardRules> = {}) =>
  groundOf(basisOf(people, { ...usualSettings, rules: { ...noRules, ...rules } }, ownFields), placing);

// Two about waste, who write in different languages, two about water; Ada is an odd one out among the latter.
const waste = [
  profile(1, { country: 'TN', languages: ['fr'], ownNeeds: ['Tri des déchets'] }),
  profile(2, { country: 'TN', languages: ['fr', 'en'], ownNeeds: ['Waste sorting'] }),
];
const water = [
  profile(3, { country: 'JO', languages: ['ar'], ownNeeds: ['Water for farming'], needs: ['n1'] }),
  profile(4, { country: 'JO', languages: ['ar'], ownNeeds: ['مياه الري'], needs: ['n1'] }),
];
const odd = profile(5, { country: 'TN', languages: ['fr', 'ar'], ownNeeds: ['Collecte des déchets'] });
const placing = Object.fromEntries([
  ...waste.map(({ person }) => [person, 'c1']),
  ...[...water, odd].map(({ person }) => [person, 'c2']),
]);
const ground = groundFor([...waste, ...water, odd], placing);

describe('what the members of a cluster share', () => {
  test('comes with how many of them and of all, across languages, and what tells them apart first', () => {
    const [first] = sharedIn(ground, 'c1');
    expect(first).toMatchObject({ here: 2, size: 2, everybody: 5 });
    const shared = sharedIn(ground, 'c1').map(({ trait, all }) => [trait.kind, trait.value, all]);
    expect(shared).toContainEqual(['theme', 'waste', 3]);
    expect(shared).toContainEqual(['country', 'TN', 3]);
    expect(sharedIn(ground, 'c2').map(({ trait }) => trait.value)).toContain('n1');
  });

  test('names are distinct, and of what people talk about where they can be', () => {
    const names = namesFor(ground);
    expect([names.get('c1')?.value, names.get('c2')?.value]).toEqual(['waste', expect.stringMatching(/water|n1/)]);
  });

  test('nobody shares anything: no name', () => {
    const strangers = groundFor([profile(1), profile(2)], { [personAt(1)]: 'c1', [personAt(2)]: 'c2' });
    expect([...namesFor(strangers).values()]).toEqual([null, null]);
    expect(sharedIn(strangers, 'c1')).toEqual([]);
    expect(sharedIn(strangers, 'c9')).toEqual([]);
  });
});

describe('why somebody is here', () => {
  test('what they share with others of the cluster, who is nearest, and with whom the rules keep them', () => {
    const kept = groundFor([...waste, ...water, odd], placing, { together: [[odd.person, personAt(3)]] });
    const why = whyHere(kept, odd.person);
    expect(why).toMatchObject({ cluster: 'c2', together: [personAt(3)] });
    expect(why?.shares.map(({ trait }) => trait.value)).toEqual(['ar']);
    expect(why?.nearest).toHaveLength(2);
    expect(whyHere(kept, personAt(99))).toBeNull();
  });

  test('the weakest member is the one who would be better elsewhere, and the score says by how much', () => {
    expect(qualityOf(ground).clusters.find(({ cluster }) => cluster === 'c2')?.weakest?.person).toBe(odd.person);
    const next = nextBest(ground, odd.person);
    expect(next).toMatchObject({ cluster: 'c1', breaks: [] });
    expect(next?.scoreChange).toBeGreaterThan(0);
    expect(next?.distance.there).toBeLessThan(next?.distance.here ?? 0);
  });

  test('the next best place names the rules that it would break, and not those that are broken anyway', () => {
    const strict = groundFor([...waste, ...water, odd], placing, { max: 2 });
    expect(nextBest(strict, odd.person)?.breaks).toMatchObject([{ rule: 'too-many', cluster: 'c1' }]);
    expect(nextBest(groundFor(waste, { [personAt(1)]: 'c1' }), personAt(1))).toBeNull();
  });
});

describe('somebody who comes later', () => {
  const before = groundFor(
    [...waste, ...water, odd],
    Object.fromEntries([...waste.map(p => [p.person, 'c1']), ...water.map(p => [p.person, 'c2'])]),
  );

  test('is suggested the nearest cluster that keeps the rules, with what they share', () => {
    const place = suggestPlace(before, ['c1', 'c2'], odd.person, 'nearest');
    expect(place).toMatchObject({ cluster: 'c1', size: 2, breaks: [] });
    expect(place?.shares.map(({ trait }) => trait.value)).toContain('waste');
  });

  test('goes elsewhere when a rule forbids it, and where all do, to where the fewest are broken', () => {
    const capped = {
      ...before,
      settings: { ...before.settings, rules: { ...noRules, apart: [[odd.person, personAt(1)]] } },
    };
    expect(suggestPlace(capped, ['c1', 'c2'], odd.person, 'nearest')).toMatchObject({ cluster: 'c2', breaks: [] });
    const full = { ...before, settings: { ...before.settings, rules: { ...noRules, max: 2 } } };
    expect(suggestPlace(full, ['c1', 'c2'], odd.person, 'nearest')?.breaks).toHaveLength(1);
    expect(suggestPlace(before, [], odd.person, 'nearest')).toBeNull();
  });

  test('by the rule of the smallest, an empty cluster comes first', () => {
    expect(suggestPlace(before, ['c1', 'c2', 'c3'], odd.person, 'smallest')).toMatchObject({ cluster: 'c3', size: 0 });
  });
});

test('[law] a move breaks what the check finds afterwards and did not find before', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), fc.boolean(), (seed, count, isPlaced) => {
      const people = rosterOf(18, seed);
      const person = personAt(seed % 18);
      const rules: HardRules = {
        ...{ min: 3, max: 5, sharedLanguage: true, perMunicipality: 1 },
        together: [[person, personAt((seed + 3) % 18)]],
        apart: [[person, personAt((seed + 5) % 18), personAt((seed + 6) % 18)]],
      };
      const all = Object.fromEntries(people.map((known, at) => [known.person, `c${(at % count) + 1}`]));
      const { [person]: _, ...others } = all;
      const before = isPlaced ? all : others;
      const next = nextBest(groundFor(people, before, rules), person);
      const kinds = (placing: Placing) => brokenRules(people, placing, rules).map(({ rule }) => rule);
      const after = kinds({ ...before, [person]: next?.cluster ?? '' });
      for (const rule of new Set(after)) {
        const more = after.filter(one => one === rule).length - kinds(before).filter(one => one === rule).length;
        expect(next?.breaks.filter(one => one.rule === rule).length).toBeGreaterThanOrEqual(more);
      }
      for (const { rule } of next?.breaks ?? []) expect(after).toContain(rule);
    }),
    { numRuns: 100 },
  );
});

describe('[laws] the score', () => {
  const placed = fc.record({
    size: fc.integer({ min: 4, max: 40 }),
    seed: fc.nat(),
    count: fc.integer({ min: 1, max: 6 }),
  });

  test('is at most 1, and 0 on average over random placings of the same sizes', () => {
    const people = rosterOf(30, 11);
    const next = chances(5);
    const scores = Array.from({ length: 400 }, () => {
      const mixed = people.map(({ person }) => ({ person, key: next() })).sort((a, b) => a.key - b.key);
      const random = Object.fromEntries(mixed.map(({ person }, at) => [person, `c${(at % 5) + 1}`]));
      return qualityOf(groundFor(people, random)).score ?? Number.NaN;
    });
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(0, 1);
  });

  test('is 0 for everybody in one cluster, 1 where everybody is among the nearest, null where all are alike', () => {
    const one = (people: readonly Profile[]) => Object.fromEntries(people.map(({ person }) => [person, 'c1']));
    const twins = [0, 1, 2, 3].map(number => profile(number, { country: number < 2 ? 'TN' : 'DE' }));
    const pairs = Object.fromEntries(twins.map(({ person, country }) => [person, country]));
    expect(qualityOf(groundFor(twins, pairs)).score).toBeCloseTo(1, 9);
    expect(qualityOf(groundFor(twins, one(twins))).score).toBeNull();
    const alike = [0, 1, 2, 3].map(number => profile(number, { country: 'TN', languages: ['ar'] }));
    expect(
      qualityOf(groundFor(alike, { [personAt(0)]: 'c1', [personAt(1)]: 'c1', [personAt(2)]: 'c2' })).score,
    ).toBeNull();
  });

  test('does not depend on how clusters are called, nor on who comes first', () => {
    fc.assert(
      fc.property(placed, ({ size, seed, count }) => {
        const people = rosterOf(size, seed);
        const by = (name: string) =>
          Object.fromEntries(people.map(({ person }, at) => [person, `${name}${(at * at + seed) % count}`]));
        const [one, two] = [groundFor(people, by('c')), groundFor([...people].reverse(), by('d'))].map(qualityOf);
        expect(two?.score ?? 9).toBeCloseTo(one?.score ?? 9, 9);
        for (const { cluster, closeness } of one?.clusters ?? [])
          expect(two?.clusters.find(other => other.cluster === cluster.replace('c', 'd'))?.closeness ?? 9).toBeCloseTo(
            closeness ?? 9,
            9,
          );
      }),
      { numRuns: 60 },
    );
  });
});
