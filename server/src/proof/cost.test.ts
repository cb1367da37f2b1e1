import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { messagesOf } from '@multaqa/shared/dialogue.samples';
import { Id, RoomId } from '@multaqa/shared/kernel/ids';
import { ada } from '@multaqa/shared/kernel/messages.samples';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

/** Texts that are slow to normalise, to count, to match or to clean, each as one piece to repeat. */
const hostile = {
  'marks out of order': '\u0301\u0316',
  'marks of one kind': '\u0301',
  'letters with full stacks of marks': `a${'\u0316\u0301'.repeat(15)}`,
  'emoji families': '👩‍👩‍👧',
  'letters that grow when composed': '\ufb2c',
  'controls and spaces': ' \u0000',
  'bidi overrides': '\u202e',
  'parts of an address': 'a.',
  'parts of a zone': 'A/',
  'lone surrogates': '\ud83d',
};

type Def = { type: string } & Record<string, unknown>;

/** An input of this schema's form in which every string that is no id is `text`, and every list has `items` entries. */
function filled(schema: z.ZodType, text: string, items: number): unknown {
  const def = schema._zod.def as unknown as Def;
  const inner = (key: string) => filled(def[key] as z.ZodType, text, items);
  if (schema === Id) return ada;
  if (schema === RoomId) return `${ada}/plenary`;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape as Record<string, z.ZodType>).map(([key, part]) => [key, filled(part, text, items)]),
      );
    case 'array':
      return Array.from({ length: items }, () => inner('element'));
    case 'optional':
      return inner('innerType');
    case 'union':
      return filled((def.options as z.ZodType[]).at(-1) as z.ZodType, text, items);
    case 'string':
      return text;
    case 'number':
      return 10;
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries as object)[0];
    default:
      return (def.values as unknown[] | undefined)?.[0] ?? null;
  }
}

/** The longest such input that the command takes, and one of plain text that has as many code units in each string. */
function longest(schema: z.ZodType, bytes: number, piece: string): { hostile: unknown; plain: unknown } {
  const sizeOf = (input: unknown) => new TextEncoder().encode(JSON.stringify(input)).length;
  const items = bytes > 20_000 ? 20 : 2;
  const [none, one] = ['', piece].map(text => sizeOf(filled(schema, text, items))) as [number, number];
  const fits = one > none ? Math.max(0, Math.floor((bytes - none) / (one - none))) : 0;
  const text = piece.repeat(fits);
  return { hostile: filled(schema, text, items), plain: filled(schema, 'a'.repeat(text.length), items) };
}

function shortest(act: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    act();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

describe('what one message costs', () => {
  // Plain text of the same length is the measure: a longer one may be refused before anybody looks at it. 0.2 ms keeps the noise of small inputs out of the ratio.
  test.each(messagesOf(rules))(
    '%s: the longest hostile text costs at most 25 times what a plain one does',
    (kind, spec) => {
      const cost = (input: unknown) => shortest(() => void rules.parse(kind, input, 0));
      for (const [what, piece] of Object.entries(hostile)) {
        const inputs = longest(spec.input, spec.bytes, piece);
        expect(cost(inputs.hostile) / Math.max(0.2, cost(inputs.plain)), what).toBeLessThan(25);
      }
    },
  );
});
