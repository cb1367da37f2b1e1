import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf } from './direction.ts';

describe('[P2, P3 of UAX #9] the direction of a text', () => {
  test.each([
    ['مرحبا Ada', 'rtl'],
    ['Ada مرحبا', 'ltr'],
    ['«مرحبا»', 'rtl'],
    ['12. بلدية', 'rtl'],
    ['٢٠٢٦/١١/٢٣', null],
    ['(2026) – !', null],
    ['', null],
    ['👍 نعم', 'rtl'],
    ['שלום', 'rtl'],
    ['\u200f12', 'rtl'],
    ['\u200e١٢ مرحبا', 'ltr'],
    ['Ⅷ مرحبا', 'ltr'],
    ['\u2067مرحبا\u2069 Ada', 'ltr'],
    ['\u2067مرحبا Ada', null],
    ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['日本 مرحبا', 'ltr'],
  ])('%s', (text, direction) => expect(directionOf(text)).toBe(direction));

  test('what stands before the first letter, and what comes after it, change nothing', () => {
    const weak = fc.string({ unit: fc.constantFrom(...' 0-9.,()!«»٣٠👍\u0301'), maxLength: 8 });
    fc.assert(
      fc.property(
        weak,
        fc.constantFrom('م', 'a', 'ß', 'א'),
        fc.string({ unit: 'grapheme' }),
        (before, letter, after) => {
          expect(directionOf(before + letter + after)).toBe(directionOf(letter));
        },
      ),
    );
  });
});
