import { type Frame, placed } from './frame.ts';
import { ink } from './ink.ts';

type Props = {
  frame: Frame;
  /** From where lines begin, px. */
  x: number;
  /** The top of the first line, px. */
  y: number;
  lines: readonly string[];
  px: number;
  /** What of the text stands at `x`; `end` is where lines end, in the direction of the page. */
  anchor?: 'start' | 'middle' | 'end';
  tone?: 'ink' | 'quiet' | 'accent' | 'on-accent';
  weight?: 400 | 600 | 700;
  /** `dots` for words that stand over something. */
  over?: 'nothing' | 'dots';
};

/** Lines of text in a chart. Each reads in its own direction and stands where the page's direction wants it. */
export function Words({
  frame,
  x,
  y,
  lines,
  px,
  anchor = 'start',
  tone = 'ink',
  weight = 400,
  over = 'nothing',
}: Props) {
  return lines.map((line, at) => {
    const own = directionOfText(line) ?? frame.direction;
    const turned = own !== frame.direction;
    return (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
        key={at}
        x={placed(frame, x)}
        y={y + at * px * frame.leading + px * (0.5 + frame.leading / 2) * 0.86}
        className={`${ink('words')} ${ink(tone)} ${over === 'dots' ? ink('over') : ''}`}
        direction={own}
        textAnchor={turned && anchor !== 'middle' ? (anchor === 'start' ? 'end' : 'start') : anchor}
        fontSize={px}
        fontWeight={weight}
      >
        {line}
      </text>
    );
  });
}

/** How high so many lines are, px. */
export const heightOf = ({ leading }: Frame, lines: readonly string[], px: number): number =>
  lines.length * px * leading;

const strong = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** As `dir="auto"` finds it: the direction of the first letter; null without letters. */
function directionOfText(text: string): 'ltr' | 'rtl' | null {
  const letter = strong.exec(text)?.[0];
  if (!letter) return null;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}
