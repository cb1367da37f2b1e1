import { z } from 'zod';
import { byOption, definePollKind, isOfEach, type Step, saidOf, stepsOf } from './kind.ts';

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
  result: ({ from, to }, options, { voters, sums }) => ({
    kind: 'scale' as const,
    voters,
    unit: 'mean' as const,
    from,
    to,
    items: options.map(option => {
      const steps = stepsOf(sums, option, from, to);
      const answered = steps.reduce((all, { count }) => all + count, 0);
      const total = steps.reduce((all, { value, count }) => all + value * count, 0);
      const none = sums[`${option}.none`] ?? 0;
      return {
        option,
        steps,
        answered,
        none,
        value: answered > 0 ? total / answered : null,
        median: medianOf(steps, answered),
      };
    }),
  }),
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

/** The middle value, or the mean of the two in the middle; null where nobody answered. Counts of weighted tallies are not whole. */
function medianOf(steps: readonly Step[], answered: number): number | null {
  if (answered === 0) return null;
  const half = answered / 2;
  const close = 1e-9 * answered;
  let below = 0;
  for (const [at, { value, count }] of steps.entries()) {
    below += count;
    if (Math.abs(below - half) <= close && count > 0) {
      const next = steps.slice(at + 1).find(step => step.count > 0);
      return (value + (next?.value ?? value)) / 2;
    }
    if (below > half) return value;
  }
  return null;
}
