import { z } from 'zod';
import { definePollKind, OptionId } from './kind.ts';

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
  conceal: design => ({ ...design, right: [] }),
});
