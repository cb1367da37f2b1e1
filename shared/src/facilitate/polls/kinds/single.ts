import { z } from 'zod';
import { choicesOf, definePollKind, OptionId } from './kind.ts';

/** One option of several. */
export const single = definePollKind({
  kind: 'single',
  design: z.strictObject({ kind: z.literal('single') }),
  ballot: z.strictObject({ choose: z.array(OptionId).length(1) }),
  start: { kind: 'single' },
  options: { least: 2, most: 20 },
  labels: [],
  flaws: () => [],
  accepts: (_, options, { choose }) => choose.every(option => options.includes(option)),
  marks: (_, __, { choose }) => choose.map(option => [option, 1]),
  result: (_, options, counts) => ({
    kind: 'single' as const,
    voters: counts.voters,
    unit: 'share' as const,
    items: choicesOf(options, counts),
  }),
  agreement: (_, options, sums) => {
    const votes = options.reduce((all, option) => all + (sums[option] ?? 0), 0);
    return Object.fromEntries(options.map(option => [option, { agrees: sums[option] ?? 0, votes }]));
  },
});
