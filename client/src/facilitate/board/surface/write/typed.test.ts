import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretAfter, mergeTyped } from './typed.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('writing where others write', () => {
  test('alone, the text is what was typed', () => {
    fc.assert(
      fc.property(text, text, (base, typed) => {
        expect(mergeTyped(base, typed, base)).toBe(typed);
      }),
    );
  });

  test('without typing, the text is what others wrote', () => {
    fc.assert(
      fc.property(text, text, (base, now) => {
        expect(mergeTyped(base, base, now)).toBe(now);
      }),
    );
  });

  test('what each wrote at another place is there', () => {
    fc.assert(
      fc.property(text, text, text, (start, own, others) => {
        const base = `${start}|-|`;
        const [typed, now] = [`${start}${own}|-|`, `${start}|-${others}|`];
        expect(mergeTyped(base, typed, now)).toBe(`${start}${own}|-${others}|`);
      }),
    );
  });

  test('nobody’s words are lost where both write at one place', () => {
    fc.assert(
      fc.property(text, text, text, (base, own, others) => {
        const merged = mergeTyped(base, `${base}${own}`, `${base}${others}`);
        expect(merged.length).toBe(base.length + own.length + others.length);
        expect(merged).toContain(others);
        expect(merged).toContain(own);
      }),
    );
  });

  test('the caret stays behind the letter that it was behind', () => {
    expect(caretAfter('بئر', 'ماء بئر', 3)).toBe(7);
    expect(caretAfter('well', 'well dug', 4)).toBe(4);
    expect(caretAfter('a well', 'a deep well', 2)).toBe(2);
    fc.assert(
      fc.property(text, text, text, (head, tail, come) => {
        fc.pre(head.length > 0 && tail.length > 0);
        const caret = caretAfter(`${head}#${tail}`, `${head}#${come}${tail}`, head.length);
        expect(caret).toBe(head.length);
      }),
    );
  });
});
