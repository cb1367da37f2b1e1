/** How a text runs. */
export type TextDirection = 'rtl' | 'ltr';

// Letters of the blocks that Unicode sets aside for scripts from right to left (DerivedBidiClass.txt); the mark U+200F reads so as well.
const rightToLeft =
  /[\u200f\u061c]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}](?<=\p{L})/u;
const strong = /[\p{L}\p{Nl}\u200e\u200f\u061c]/u;
const isolate = /[\u2066-\u2068]/;
const closing = '\u2069';

/**
 * The direction of a text by its first strong character (Unicode Standard Annex #9, rules P2 and P3): what stands in an isolate does
 * not count. Null for a text without letters, such as a number. Letters stand for the strong classes: marks and symbols never begin a word.
 */
export function directionOf(text: string): TextDirection | null {
  let depth = 0;
  for (const character of text) {
    if (isolate.test(character)) depth += 1;
    else if (character === closing) depth = Math.max(0, depth - 1);
    else if (depth === 0 && strong.test(character)) return rightToLeft.test(character) ? 'rtl' : 'ltr';
  }
  return null;
}
