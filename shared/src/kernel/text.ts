import { z } from 'zod';

/** Text of one line, at most `max` graphemes, cleaned of what could disguise it. */
export const line = (max: number, min = 1) => text(clean, max, min);

/** Text of several lines, at most `max` graphemes. */
export const paragraph = (max: number, min = 0) => text(cleanLines, max, min);

function text(cleaner: (value: string) => string, max: number, min: number) {
  // A grapheme can hold many code points (emoji families), and zod counts these, but a bound must exist before cleaning and counting begin:
  // without `abort` the cleaner would still run over what is too long.
  return (
    z
      .string()
      .max(max * 8, { abort: true })
      .overwrite(cleaner)
      // Counting is slow and seldom needed: there are never more graphemes than code units.
      .refine(value => (min < 2 ? value.length >= min : graphemes(value) >= min), { error: 'too-short' })
      .refine(value => value.length <= max || graphemes(value) <= max, { error: 'too-long' })
  );
}

/** What a person would count as characters; code points where the browser lacks `Intl.Segmenter`. */
export function graphemes(value: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...value].length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(value)) count += 1;
  return count;
}

/**
 * Marks on one letter beyond the fifteenth are dropped: to put them in order costs the square of their number, and no
 * language comes near. (UAX #15, section 13, Stream-Safe Text Format, bounds them by thirty for the same reason.)
 */
const stackedMarks = /(\p{M}{15})\p{M}+/gu;

// Bidi overrides and isolates can make a name read as another one; the plain marks U+200E, U+200F and U+061C stay, Arabic needs them.
const disguises = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, but line feeds stay.
const controlsButLines = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

const clean = (value: string) => composed(value.replace(controls, ' ').replace(disguises, '').replace(/ {2,}/g, ' '));

const cleanLines = (value: string) =>
  composed(value.replace(/\r\n?/g, '\n').replace(controlsButLines, ' ').replace(disguises, ''));

// Bounded once more afterwards: some marks come apart into two.
const composed = (value: string) =>
  value.replace(stackedMarks, '$1').normalize('NFC').replace(stackedMarks, '$1').trim();
