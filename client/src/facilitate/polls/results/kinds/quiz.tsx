import { barsOf } from '../chart/bars.tsx';
import { linesOf } from '../chart/frame.ts';
import { stacked } from '../chart/stack.tsx';
import { heightOf, Words } from '../chart/Words.tsx';
import { chosen, sharesMoved, shareValue } from './choices.ts';
import type { KindView, ResultOf } from './view.ts';

/** The options of a quiz; once it is closed, which of them are right and how many knew. */
export const quiz: KindView<ResultOf<'quiz'>> = {
  draw: ({ items, right }, telling) => {
    const { frame, text, percent, count: told, nameOf } = telling;
    const bars = barsOf(
      items.map(({ option, count, value, isRight }) => ({
        name: option,
        label: isRight ? `✓ ${nameOf(option)}` : nameOf(option),
        filled: value,
        value: percent(value),
        more: isRight ? `${text('poll-results.right')} ${told(count)}` : told(count),
        look: right === null || isRight ? 'full' : 'hatched',
      })),
      telling,
    );
    if (right === null) return bars;
    const lines = linesOf(
      text('poll-results.right-share', { share: percent(right) }),
      frame.letters.label,
      frame.width,
    );
    const known = {
      height: heightOf(frame, lines, frame.letters.label),
      body: <Words frame={frame} x={0} y={0} lines={lines} px={frame.letters.label} tone="accent" weight={600} />,
    };
    return stacked(
      [
        { name: 'known', ...known },
        { name: 'bars', ...bars },
      ],
      frame.gap,
    );
  },
  table: ({ items, right }, { text, nameOf, count: told, counted, percent }) => ({
    fields: [
      text('poll-results.option'),
      counted,
      text('poll-results.share'),
      ...(right === null ? [] : [text('poll-results.right')]),
    ],
    rows: items.map(({ option, count, value, isRight }) => [
      nameOf(option),
      told(count),
      percent(value),
      ...(right === null ? [] : [isRight ? '✓' : '']),
    ]),
  }),
  said: chosen,
  value: shareValue,
  moved: sharesMoved,
};
