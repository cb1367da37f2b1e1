import { saidOf } from '@multaqa/shared/facilitate/polls/kinds/kind';
import { pointsEach } from '@multaqa/shared/facilitate/polls/kinds/points';
import { barsOf } from '../chart/bars.tsx';
import type { Telling } from '../chart/telling.ts';
import type { KindView, ResultOf } from './view.ts';

type Points = ResultOf<'points'>;

/** A hundred points each: what an option was given on average. The longest bar is the most that any option has. */
export const points: KindView<Points> = {
  draw: ({ items }, telling) => {
    const most = Math.max(1, ...items.map(({ value }) => value ?? 0));
    return barsOf(
      items.map(({ option, value, givers }) => ({
        name: option,
        label: telling.nameOf(option),
        filled: (value ?? 0) / most,
        value: telling.number(value ?? 0),
        more: telling.text('poll-results.givers', { count: Math.round(givers) }),
      })),
      telling,
    );
  },
  table: ({ items }, { text, nameOf, number, count, counted }) => ({
    fields: [text('poll-results.option'), text('poll-results.mean-points'), text('poll-results.total-points'), counted],
    rows: items.map(({ option, value, total, givers }) => [
      nameOf(option),
      number(value ?? 0),
      number(total),
      count(givers),
    ]),
  }),
  said: (ballot, { nameOf, number, text }) =>
    'give' in ballot
      ? saidOf(ballot.give)
          .map(([option, amount]) => `${nameOf(option)}: ${number(amount)}`)
          .join(text('common.comma'))
      : '',
  value: (value: number, _: Points, { number }: Telling) => ({ words: number(value), filled: value / pointsEach }),
};
