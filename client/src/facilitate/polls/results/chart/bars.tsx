import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type Frame, linesOf, placed } from './frame.ts';
import { hatched } from './Hatch.tsx';
import { ink } from './ink.ts';
import { measured } from './measure.ts';
import { stacked } from './stack.tsx';
import type { Drawing, Telling } from './telling.ts';
import { heightOf, Words } from './Words.tsx';

/** One bar with its words: the label above it, the value at the end of that line. */
export type BarRow = {
  name: string;
  label: string;
  /** How much of the whole length is filled, 0 to 1. */
  filled: number;
  value: string;
  /** More about the value, small: how many people that is. */
  more?: string;
  /** `hatched` for what is not the point, such as wrong answers. */
  look?: 'full' | 'hatched';
};

/** Horizontal bars that grow from where lines begin, with direct labels. */
export const barsOf = (rows: readonly BarRow[], telling: Telling): Drawing =>
  stacked(
    rows.map(row => ({ name: row.name, ...barOf(row, telling) })),
    telling.frame.gap,
    ink('row'),
  );

/** In a narrow picture the label needs the line more than these words do; the table has them. */
const roomFor = (more: string, { width, letters }: Frame) =>
  width >= 420 || measured(more, letters.small) < width / 8 ? more : '';

function barOf({ label, filled, value, more: said = '', look = 'full' }: BarRow, { frame }: Telling): Drawing {
  const { letters, width, bar } = frame;
  const more = roomFor(said, frame);
  // As wide as numbers of two digits, so that no line breaks elsewhere while they count up.
  const valueWidth = Math.max(measured(value, letters.value, 700), letters.value * 2.4);
  const moreWidth = more ? measured(more, letters.small) + letters.small : 0;
  const lines = linesOf(label, letters.label, width - valueWidth - moreWidth - letters.label);
  const above = Math.max(heightOf(frame, lines, letters.label), letters.value * 1.25);
  const length = scaleLinear<number>({ domain: [0, 1], range: [0, width], clamp: true })(filled);
  const baseline = above - letters.value * 1.18;
  return {
    height: above + 4 + bar,
    body: (
      <>
        <Words
          frame={frame}
          x={0}
          y={above - heightOf(frame, lines, letters.label)}
          lines={lines}
          px={letters.label}
          weight={600}
        />
        <Words frame={frame} x={width} y={baseline} lines={[value]} px={letters.value} weight={700} anchor="end" />
        {more && (
          <Words
            frame={frame}
            x={width - measured(value, letters.value, 700) - letters.small * 0.7}
            y={above - letters.small * 1.3}
            lines={[more]}
            px={letters.small}
            tone="quiet"
            anchor="end"
          />
        )}
        <Bar className={ink('track')} x={0} y={above + 4} width={width} height={bar} rx={bar / 3} />
        {length > 0 && (
          <Bar
            {...(look === 'full' ? { className: ink('bar') } : hatched)}
            x={placed(frame, 0, length)}
            y={above + 4}
            width={length}
            height={bar}
            rx={Math.min(bar / 3, length / 2)}
          />
        )}
      </>
    ),
  };
}
