import { chances } from '../../../kernel/chances.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { evennessOf } from './evenness.ts';
import type { Turn } from './told.ts';

/** Between which values a figure lies in nineteen of twenty resamples; null where it says nothing. */
export type Interval = { low: number; high: number } | null;

/** How often turns are drawn again. */
const resamples = 400;

/**
 * How far the evenness of these voices rests on single turns: 95 % percentile intervals of a bootstrap over turns (Efron 1979,
 * doi:10.1214/aos/1176344552). Turns are drawn with replacement by mulberry32, seeded with their number, so that anybody
 * draws the same ones.
 */
export function intervalsOf(
  voices: readonly PersonId[],
  turns: readonly Turn[],
): { gini: Interval; evenness: Interval } {
  const indexOf = new Map(voices.map((person, at) => [person, at]));
  const said = turns.flatMap(({ person, as, from, to }) => {
    const at = indexOf.get(person);
    return as === 'voice' && at !== undefined ? [{ at, ms: to - from }] : [];
  });
  if (said.length === 0) return { gini: null, evenness: null };
  const random = chances(said.length);
  const drawn = Array.from({ length: resamples }, () => {
    const amounts = voices.map(() => 0);
    for (let turn = 0; turn < said.length; turn += 1) {
      const one = said[Math.floor(random() * said.length)];
      if (one) amounts[one.at] = (amounts[one.at] ?? 0) + one.ms;
    }
    return evennessOf(amounts);
  });
  return {
    gini: intervalOf(drawn.flatMap(({ gini }) => gini ?? [])),
    evenness: intervalOf(drawn.flatMap(({ evenness }) => evenness ?? [])),
  };
}

function intervalOf(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.025)];
  const high = sorted[Math.ceil(sorted.length * 0.975) - 1];
  return low === undefined || high === undefined ? null : { low, high };
}
