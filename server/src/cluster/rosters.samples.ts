import { criteria, type HardRules, type Settings } from '@multaqa/shared/cluster/analysis/profile';
import { personAt } from '@multaqa/shared/cluster/analysis/profiles.samples';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';

const group = (people: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: people - 1 }).map(personAt), {
    minLength: 2,
    maxLength: people < 10 ? 2 : 4,
    size: 'max',
  });

/** Rules that so many clusters can usually keep, and some that hardly any can. */
const rulesFor = (people: number, count: number): fc.Arbitrary<HardRules> => {
  const lists = fc.array(group(people), { maxLength: 2, size: 'max' });
  const share = people / count;
  return fc.record({
    min: fc.option(fc.integer({ min: 1, max: Math.max(1, Math.floor(share)) })),
    max: fc.option(fc.integer({ min: Math.ceil(share), max: Math.ceil(share) + 5 })),
    sharedLanguage: fc.boolean(),
    perMunicipality: fc.option(fc.integer({ min: Math.max(1, Math.ceil(share / 8)), max: Math.ceil(share / 2) + 1 })),
    together: lists,
    apart: lists,
  });
};

const weight = fc.integer({ min: 0, max: 10 });

/** Weights, rules and counts as organisers may set them for so many people, numbered from 0; many contradict themselves. */
export const settingsFor = (people: number): fc.Arbitrary<Settings> =>
  fc.integer({ min: 1, max: Math.min(limits.clusters, Math.ceil(people / 3)) }).chain(count =>
    fc.record({
      count: fc.option(fc.constant(count)),
      weights: fc
        .tuple(...criteria.map(() => weight), weight, weight)
        .map(([region, needs, vision, language, townSize, one, two]) => ({
          ...({ region, needs, vision, language, townSize } as Record<(typeof criteria)[number], number>),
          fields: [
            { field: 'f1', weight: one as number },
            { field: 'f2', weight: two as number },
          ],
        })),
      rules: rulesFor(people, count),
      seed: fc.integer({ min: 0, max: 1_000 }),
    }),
  );
