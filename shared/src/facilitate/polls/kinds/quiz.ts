import { z } from 'zod';
import { choicesOf, definePollKind, OptionId } from './kind.ts';

/** One option, of which those in `right` are right; who answers does not see which. */
export const quiz = definePollKind({
  kind: 'quiz',
  design: z.strictObject({ kind: z.literal('quiz'), right: z.array(OptionId).max(20) }),
  ballot: z.strictObject({ choose: z.array(OptionId).length(1) }),
  start: { kind: 'quiz', right: [] },
  options: { least: 2, most: 20 },
  labels: [],
  flaws: ({ right }, options) => (right.some(option => options.includes(option)) ? [] : ['no-right-answer']),
  accepts: (_, options, { choose }) => choose.every(option => options.includes(option)),
  marks: (_, __, { choose }) => choose.map(option => [option, 1]),
  // `right` is the share of right answers; null as long as they are concealed.
  result: ({ right }, options, counts) => {
    const items = choicesOf(options, counts).map(item => ({ ...item, isRight: right.includes(item.option) }));
    const share = items.reduce((all, { value, isRight }) => (isRight ? all + value : all), 0);
    return {
      kind: 'quiz' as const,
      voters: counts.voters,
      unit: 'share' as const,
      items,
      right: right.length === 0 ? null : share,
    };
  },
  conceal: design => ({ ...design, right: [] }),
});
