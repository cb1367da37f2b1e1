import fc from 'fast-check';
import { guestAt } from '../guests.samples.ts';
import type { Wanted } from './plan.ts';

/** Settings as organisers may choose them for so many people; some contradict themselves. */
export const settingsFor = (people: number): fc.Arbitrary<Omit<Wanted, 'before'>> =>
  fc
    .record({
      size: fc.integer({ min: 3, max: people > 100 ? 12 : 8 }),
      smaller: fc.integer({ min: 0, max: 3 }),
      larger: fc.integer({ min: 0, max: 4 }),
      sharedLanguage: fc.boolean(),
      facilitated: fc.integer({ max: 9, min: 0 }).map(chance => chance === 0),
      apart: fc.array(
        fc.uniqueArray(fc.integer({ min: 1, max: people }).map(guestAt), { minLength: 2, maxLength: 4, size: 'max' }),
        { maxLength: 2, size: 'max' },
      ),
      seed: fc.nat(1_000),
      rounds: fc.integer({ min: 1, max: people > 100 ? 3 : 5 }),
    })
    .map(({ size, smaller, larger, rounds, ...settings }) => ({
      settings: { ...settings, size, smallest: Math.max(1, size - smaller), largest: size + larger },
      rounds,
    }));
