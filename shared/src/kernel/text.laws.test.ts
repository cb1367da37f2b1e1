import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Language, languages } from './languages.ts';
import { graphemes, line, paragraph } from './text.ts';

const runs = { numRuns: 150 };

/** What has broken somebody's software: controls, bidi overrides, marks that stack, marks that come apart, halves of pairs. */
const awkward = fc.constantFrom(
  ...['\u0000', '\u0007', '\t', '\n', '\r', '\r\n', '\u007f', '\u0085', '\u2028', '\u2029'],
  ...['\u202a', '\u202e', '\u2066', '\u2069', '\ufeff', '\u200e', '\u200f', '\u061c', '\u200b', '\u200d'],
  ...['\u0301', '\u0316', '\u0344', '\u0651', '\u064e', '\u0f73', '\u0958', '\u1100', '\u1161', '\u2000', '\u212b'],
  ...[' ', '  ', 'a', 'é', 'م', '👩‍👩‍👧', '🇹🇳', '\ud800', '\udc00', 'ﷺ', '<b>'],
);
const pile = fc.tuple(awkward, fc.nat(40)).map(([mark, count]) => mark.repeat(count));
const written = fc
  .array(fc.oneof({ weight: 3, arbitrary: awkward }, pile, fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 12,
  })
  .map(parts => parts.join(''));

const disguise = /[\u202a-\u202e\u2066-\u2069\ufeff]/;
const isControl = (char: string) => /[\p{Cc}\u2028\u2029]/u.test(char);
const large = 4_000;

describe('whatever somebody writes', () => {
  test('is clean once it is accepted: no control, no disguise, one form of every letter, nothing blank around it', () => {
    fc.assert(
      fc.property(written, value => {
        const [one, several] = [line(large, 0).parse(value), paragraph(large).parse(value)];
        expect([...one].some(isControl)).toBe(false);
        expect([...several].filter(char => char !== '\n').some(isControl)).toBe(false);
        expect(one).not.toMatch(/ {2}/);
        for (const text of [one, several]) {
          expect(text).not.toMatch(disguise);
          expect(text).toBe(text.normalize('NFC'));
          expect(text).toBe(text.trim());
        }
      }),
      runs,
    );
  });

  test('never has more than fifteen marks on one letter, also where one mark comes apart into two', () => {
    fc.assert(
      fc.property(written, value => {
        expect(paragraph(large).parse(value)).not.toMatch(/\p{M}{16}/u);
      }),
      runs,
    );
    expect(line(100).parse(`a${'\u0344'.repeat(15)}`)).not.toMatch(/\p{M}{16}/u);
  });

  test('is the same when it is cleaned again: what one person copies from another is what the other wrote', () => {
    fc.assert(
      fc.property(written, value => {
        for (const schema of [line(large, 0), paragraph(large)]) {
          const once = schema.parse(value);
          expect(schema.parse(once)).toBe(once);
        }
      }),
      runs,
    );
  });

  test('is accepted when and only when what is left of it has as many characters as the form allows', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }), (value, max, min) => {
        const count = graphemes(line(large, 0).parse(value));
        const isWithin = [...value].length <= max * 8 && count >= min && count <= max;
        expect(line(max, min).safeParse(value).success).toBe(isWithin);
      }),
      runs,
    );
  });

  test('keeps its letters: Arabic with its vowels, families, flags, plain direction marks', () => {
    for (const kept of ['مُلْتَقَىٰ', '👩‍👩‍👧‍👦', '🇹🇳', 'أحمد\u200f (Ada)', 'Gabès', '日本'])
      expect(line(60).parse(kept)).toBe(kept.normalize('NFC'));
  });

  test('is text: nothing else is turned into one', () => {
    for (const value of [null, undefined, 1, true, [], {}, ['a'], { toString: () => 'a' }, new String('a')])
      expect(paragraph(10).safeParse(value).success).toBe(false);
  });
});

describe('a language', () => {
  test('is one of the list, written as in the list, and each stands there once', () => {
    expect(new Set(languages).size).toBe(languages.length);
    for (const one of languages) {
      expect(Language.parse(one)).toBe(one);
      for (const near of [one.toUpperCase(), ` ${one}`, `${one}-TN`, `${one}\n`])
        expect(Language.safeParse(near).success).toBe(false);
    }
    for (const name of ['', '__proto__', 'toString', 'length', '0', 0, null])
      expect(Language.safeParse(name).success).toBe(false);
  });

  test('is one that the platform can format dates for, and Arabic is among them', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([...languages])).toEqual([...languages]);
    expect(languages).toContain('ar');
  });
});
