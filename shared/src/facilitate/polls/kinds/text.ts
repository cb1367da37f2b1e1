import { z } from 'zod';
import { line } from '../../../kernel/text.ts';
import { limits } from '../../../limits.ts';
import { definePollKind } from './kind.ts';

/** Begins the key of a text in sums, so that nothing people write can be taken for anything else. */
const textKey = 't:';

/** Answers in people's own words. */
export const text = definePollKind({
  kind: 'text',
  design: z.strictObject({ kind: z.literal('text'), answers: z.int().min(1).max(5) }),
  ballot: z.strictObject({ write: z.array(line(limits.writtenGraphemes)).min(1).max(5) }),
  start: { kind: 'text', answers: 1 },
  options: { least: 0, most: 0 },
  labels: [],
  flaws: () => [],
  accepts: ({ answers }, _, { write }) => write.length <= answers,
  marks: (_, __, { write }) => [...new Set(write)].map(written => [`${textKey}${written}`, 1]),
  // What several wrote comes first, then by code units, so that no order tells who was early.
  result: (_, __, { voters, sums }) => ({
    kind: 'text' as const,
    voters,
    unit: 'share' as const,
    items: [],
    texts: Object.entries(sums)
      .map(([key, count]) => ({ text: key.slice(textKey.length), count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  }),
});
