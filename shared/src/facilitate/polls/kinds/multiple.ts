import { z } from 'zod';
import { allOrSome, choicesOf, definePollKind, hasEach, OptionId } from './kind.ts';

/** Several options at once; `max` 0 is as many as there are, `min` 0 lets people say that none fits. */
export const multiple = definePollKind({
  kind: 'multiple',
  design: z.strictObject({ kind: z.literal('multiple'), min: z.int().min(0).max(20), max: z.int().min(0).max(20) }),
  ballot: z.strictObject({ choose: z.array(OptionId).max(20) }),
  start: { kind: 'multiple', min: 1, max: 0 },
  options: { least: 2, most: 20 },
  labels: [],
  flaws: ({ min, max }, options) => {
    const most = allOrSome(max, options);
    return min > most || most > options.length ? ['range'] : [];
  },
  accepts: ({ min, max }, options, { choose }) =>
    hasEach(options, choose) && choose.length >= min && choose.length <= allOrSome(max, options),
  marks: (_, __, { choose }) => choose.map(option => [option, 1]),
  result: (_, options, counts) => ({
    kind: 'multiple' as const,
    voters: counts.voters,
    unit: 'share' as const,
    items: choicesOf(options, counts),
  }),
  agreement: (_, options, sums, voters) =>
    Object.fromEntries(options.map(option => [option, { agrees: sums[option] ?? 0, votes: voters }])),
});
