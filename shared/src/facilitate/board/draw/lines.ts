/** How wide a text is, in hundredths of the height of its letters. */
export type Measure = (text: string) => number;

/** From one line to the next, as a part of the height of letters. */
export const leading = 1.35;

/** Heights of the letters in a note of 200 by 200, the largest first. */
const sizes = [44, 38, 32, 28, 24, 21, 18, 16, 14, 12, 10, 8] as const;
const smallest = 8;

/** The largest letters with which a text fits into a room of this size, in units of the board; the smallest ones where none do. */
export function fitText(text: string, width: number, height: number, measure: Measure): number {
  const scale = Math.max(1, Math.min(width, height) / 168);
  for (const size of sizes) {
    const letters = size * scale;
    const room = (width / letters) * 100;
    if (size > 16 && text.split(/\s+/u).some(word => measure(word) > room)) continue;
    if (linesOf(text, room, measure).length * letters * leading <= height) return letters;
  }
  return smallest;
}

/** Breaks a text into lines of at most this width, in the measure's unit; a word that is wider goes on in the next line. */
export function linesOf(text: string, room: number, measure: Measure): string[] {
  return text.split('\n').flatMap(paragraph => paragraphIn(paragraph, room, measure));
}

function paragraphIn(paragraph: string, room: number, measure: Measure): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  const space = measure(' ');
  for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
    const wide = measure(word);
    if (line && used + space + wide <= room) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line) lines.push(line);
    const parts = wide > room ? broken(word, room, measure) : [word];
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    used = measure(line);
  }
  return [...lines, line];
}

/** A word in parts that are no wider than the room, a character each at least. */
function broken(word: string, room: number, measure: Measure): string[] {
  const parts: string[] = [];
  let [part, used] = ['', 0];
  for (const character of charactersOf(word)) {
    const wide = measure(character);
    if (part && used + wide > room) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += character;
    used += wide;
  }
  return [...parts, part];
}

/** What people take for characters; code points where the browser lacks `Intl.Segmenter`. */
const charactersOf = (word: string): string[] =>
  typeof Intl.Segmenter === 'function'
    ? Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment)
    : [...word];
