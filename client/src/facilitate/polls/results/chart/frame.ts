import { measured } from './measure.ts';

/** How large a result is drawn: beside a conversation, or for a whole room to read. */
export type Size = 'panel' | 'stage';

/** What a chart is drawn in. All lengths are px. */
export type Frame = {
  width: number;
  direction: 'ltr' | 'rtl';
  size: Size;
  /** Sizes of letters. */
  letters: { small: number; label: number; value: number };
  leading: number;
  bar: number;
  /** Between two options. */
  gap: number;
  /** How high the picture may be; null where it may be as high as it needs. */
  room: number | null;
};

const sizes = {
  panel: { letters: { small: 13, label: 15, value: 17 }, bar: 14, gap: 20 },
  stage: { letters: { small: 17, label: 22, value: 30 }, bar: 26, gap: 34 },
} as const;

/** The frame of a chart this wide; a stage on a phone has letters that fit there. */
export function frameOf(width: number, size: Size, direction: Frame['direction'], room: number | null = null): Frame {
  const fitting = size === 'stage' && width < 560 ? 'panel' : size;
  return { width, direction, size: fitting, ...sizes[fitting], leading: direction === 'rtl' ? 1.6 : 1.35, room };
}

/** The same frame with letters and bars of another size. */
export const scaled = (frame: Frame, by: number): Frame => ({
  ...frame,
  letters: {
    small: frame.letters.small * by,
    label: frame.letters.label * by,
    value: frame.letters.value * by,
  },
  bar: frame.bar * by,
  gap: frame.gap * by,
});

/** A place that is counted from where lines begin, as SVG counts it; `width` is that of what stands there. */
export const placed = ({ width, direction }: Frame, x: number, own = 0): number =>
  direction === 'rtl' ? width - x - own : x;

/** The lines of a text that fit into a width, at most so many; what does not fit ends in an ellipsis. */
export function linesOf(text: string, px: number, width: number, most = 9): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap(word => cut(word, px, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measured(longer, px) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), px, width)];
}

/** A text that fits into a width, with an ellipsis where it was cut. */
export function shortened(text: string, px: number, width: number): string {
  if (measured(text, px) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measured(`${letters.join('')}…`, px) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A word in parts that each fit into a width. */
function cut(word: string, px: number, width: number): string[] {
  if (measured(word, px) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part && measured(part + letter, px) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return part ? [...parts, part] : parts;
}
