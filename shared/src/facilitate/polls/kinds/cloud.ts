import { z } from 'zod';
import { line } from '../../../kernel/text.ts';
import { limits } from '../../../limits.ts';
import { definePollKind } from './kind.ts';
import { entriesIn, normalised } from './words.ts';

/** Begins the key of an entry in sums, so that nothing people write can be taken for anything else. */
const wordKey = 'w:';
/** Stands in such a key between the form in which entries are compared and how it was written; no line has it. */
const spellingKey = '\n';

/** Words and short phrases, which meet however they are spelled. */
export const cloud = definePollKind({
  kind: 'cloud',
  design: z.strictObject({ kind: z.literal('cloud'), entries: z.int().min(1).max(5) }),
  ballot: z.strictObject({ write: z.array(line(limits.cloudGraphemes)).min(1).max(5) }),
  start: { kind: 'cloud', entries: 3 },
  options: { least: 0, most: 0 },
  labels: [],
  flaws: () => [],
  accepts: ({ entries }, _, { write }) => {
    const { length } = write.flatMap(entriesIn);
    return length > 0 && length <= entries;
  },
  // Whoever writes the same twice says it once.
  marks: (_, __, { write }) => {
    const spellings = new Map(write.flatMap(entriesIn).map(entry => [normalised(entry), entry]));
    return [...spellings].map(([phrase, entry]) => [`${wordKey}${phrase}${spellingKey}${entry}`, 1]);
  },
});
