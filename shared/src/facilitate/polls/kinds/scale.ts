import { z } from 'zod';
import { byOption, definePollKind, isOfEach, saidOf, stepsOf } from './kind.ts';

/** A number on a scale for each option as a statement, or null: can't say. */
export const scale = definePollKind({
  kind: 'scale',
  design: z.strictObject({ kind: z.literal('scale'), from: z.int().min(0).max(1), to: z.int().min(3).max(10) }),
  ballot: z.strictObject({ rate: byOption(z.int().min(0).max(10).nullable()) }),
  start: { kind: 'scale', from: 1, to: 5 },
  options: { least: 1, most: 20 },
  labels: ['low', 'high'],
  flaws: () => [],
  accepts: ({ from, to }, options, { rate }) =>
    isOfEach(options, rate) && saidOf(rate).every(([, value]) => value === null || (value >= from && value <= to)),
  marks: (_, __, { rate }) => saidOf(rate).map(([option, value]) => [`${option}.${value ?? 'none'}`, 1]),
  // Above the middle of the scale is agreement; whoever can't say has said nothing.
  agreement: ({ from, to }, options, sums) =>
    Object.fromEntries(
      options.map(option => {
        const steps = stepsOf(sums, option, from, to);
        const agrees = steps.filter(({ value }) => value > (from + to) / 2);
        const count = (list: typeof steps) => list.reduce((all, step) => all + step.count, 0);
        return [option, { agrees: count(agrees), votes: count(steps) }];
      }),
    ),
});
