import { z } from 'zod';
import { line } from '../../../kernel/text.ts';
import { limits } from '../../../limits.ts';
import { definePollKind, type Sums, shareOf } from './kind.ts';
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
  result: (_, __, { voters, sums }) => ({
    kind: 'cloud' as const,
    voters,
    unit: 'share' as const,
    items: [],
    words: wordsOf(sums).map(word => ({ ...word, share: shareOf(word.count, voters) })),
  }),
});

/** The entries that met, each as most people spelled it; the most frequent first, then by code units. */
function wordsOf(sums: Sums): { text: string; count: number }[] {
  const words = new Map<string, { text: string; best: number; count: number }>();
  const byCodeUnits = Object.keys(sums).sort();
  for (const key of byCodeUnits) {
    const count = sums[key] ?? 0;
    const end = key.indexOf(spellingKey);
    const phrase = key.slice(wordKey.length, end);
    const spelling = key.slice(end + spellingKey.length);
    const word = words.get(phrase) ?? { text: spelling, best: 0, count: 0 };
    if (count > word.best) Object.assign(word, { text: spelling, best: count });
    word.count += count;
    words.set(phrase, word);
  }
  return [...words.values()]
    .map(({ text, count }) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
