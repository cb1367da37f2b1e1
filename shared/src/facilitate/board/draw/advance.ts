/** Hundredths of the height of letters that U+0020 to U+007E take in Noto Sans. */
const latin = [
  ...[
    26, 27, 40, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57,
    57,
  ],
  ...[
    57, 43, 90, 64, 65, 61, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 61, 78, 62, 55, 57, 73, 60, 93, 59, 56, 57,
    33,
  ],
  ...[
    37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 61, 62, 62, 41, 48, 36, 62, 51, 79, 53,
    51,
  ],
  ...[47, 38, 55, 38, 57],
];

const mark = /\p{M}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u;
const arabic = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;
/** Joined letters that are nearly a stroke; and those that are broad. */
const narrow = /[اأإآلبتثنيىئ]/;
const broad = /[سشصضجحخكطظ٠-٩]/;
const wide = /\p{Extended_Pictographic}/u;
const square = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/;

/** How wide one character is, in hundredths of the height of the letters. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 32;
  const known = latin[code - 32];
  if (known !== undefined) return known;
  if (mark.test(character)) return 0;
  if (arabic.test(character)) return narrow.test(character) ? 32 : broad.test(character) ? 64 : 48;
  if (square.test(character)) return 102;
  if (wide.test(character)) return 118;
  return 62;
}

/**
 * About how wide a text is, in hundredths of the height of its letters: measured in Noto Sans and Amiri, and somewhat more for Arabic, whose other
 * fonts are broader. Where nothing can measure, lines are broken by this.
 */
export function advanceOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}
