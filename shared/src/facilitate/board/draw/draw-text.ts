import { directionOf, type TextDirection } from '../../../kernel/direction.ts';
import { advanceOf } from './advance.ts';
import { leading, linesOf } from './lines.ts';
import { element, escaped } from './xml.ts';

/** Words in a drawing: where, how wide their room is, how large the letters are. */
export type Words = {
  text: string;
  left: number;
  top: number;
  width: number;
  letters: number;
  colour: string;
  align: 'start' | 'centre';
  weight?: 700;
  /** As pale as this; 1 when absent. */
  opacity?: number;
  /** The direction of words without letters of their own. */
  direction: TextDirection;
  /** Lines at most; a longer text ends with an ellipsis. */
  most?: number;
};

/** How high words are that were broken into lines. */
export const heightOf = (text: string, width: number, letters: number): number =>
  linesOf(text, (width / letters) * 100, advanceOf).length * letters * leading;

// Begins and ends as words from right to left do, with nothing between that would turn a part of it round: letters, their marks,
// digits after letters, blanks and signs.
const letter = '(?:\\u200f|(?=\\p{L})[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc])';
const inside = `${letter}|[\\p{M}\\p{Nd}\\u061b\\u061f\\u200c\\u200d]`;
const alike = new RegExp(`^${letter}(?:(?:${inside}|[ #:.\\u060c-])*(?:${inside}))?$`, 'u');

/**
 * A line as it reads right in a drawing whose own direction is from left to right, also where `direction` and `unicode-bidi` are not
 * known: one from right to left is embedded (UAX #9, 2.1), unless it reads the same without. Marks stand in the way of whoever searches
 * a PDF for a word, so that no line has any that it does not need.
 */
const embedded = (line: string, direction: TextDirection): string =>
  direction === 'ltr' || alike.test(line) ? line : `\u202b${line}\u202c`;

/** Words as lines of an SVG. Each line is placed by its anchor, in the direction of its paragraph. */
export function drawWords({ text, left, top, width, letters, most = Infinity, ...look }: Words): string {
  const lines = text.split('\n').flatMap(paragraph => {
    const direction = directionOf(paragraph) ?? look.direction;
    return linesOf(paragraph, (width / letters) * 100, advanceOf).map(line => ({ line, direction }));
  });
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[shown.length - 1] = ending(shown[shown.length - 1]);
  const parts = shown.map(({ line, direction }, at) => {
    if (!line.trim()) return '';
    const isAtEnd = look.align === 'start' && direction === 'rtl';
    const x = look.align === 'centre' ? left + width / 2 : isAtEnd ? left + width : left;
    const y = top + (at + 0.5) * letters * leading + letters * 0.35;
    const anchor = look.align === 'centre' ? 'middle' : isAtEnd ? 'end' : 'start';
    return element('text', { x, y, 'text-anchor': anchor }, escaped(embedded(line, direction)));
  });
  if (!parts.some(Boolean)) return '';
  const { colour, weight = null, opacity = null } = look;
  return element('g', { 'font-size': letters, fill: colour, 'font-weight': weight, opacity }, parts.join(''));
}

const ending = (last: { line: string; direction: TextDirection } | undefined) => ({
  line: `${(last?.line ?? '').replace(/.?.?$/u, '')}…`,
  direction: last?.direction ?? ('ltr' as const),
});
