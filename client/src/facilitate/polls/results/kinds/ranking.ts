import { barsOf } from '../chart/bars.tsx';
import type { Telling } from '../chart/telling.ts';
import type { KindView, ResultOf } from './view.ts';

type Ranking = ResultOf<'ranking'>;

const byScore = ({ items }: Ranking) => [...items].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
const scored = (value: number, { most }: Ranking, { number }: Telling) => ({
  words: number(value),
  filled: value / most,
});

/** Options by their score, the best first, each with its place. */
export const ranking: KindView<Ranking> = {
  draw: (result, telling) =>
    barsOf(
      byScore(result).map(({ option, first, value }, at) => ({
        name: option,
        label: `${telling.number(at + 1)}. ${telling.nameOf(option)}`,
        filled: (value ?? 0) / result.most,
        value: telling.number(value ?? 0),
        more: first > 0 ? telling.text('poll-results.first-of', { count: Math.round(first) }) : '',
      })),
      telling,
    ),
  table: (result, { text, nameOf, number, count: told }) => ({
    fields: [
      text('poll-results.option'),
      text('poll-results.score'),
      ...Array.from({ length: result.most }, (_, at) => text('poll-results.place', { place: at + 1 })),
    ],
    rows: byScore(result).map(({ option, value, places }) => [
      nameOf(option),
      number(value ?? 0),
      ...places.map(({ count }) => told(count)),
    ]),
  }),
  said: (ballot, { nameOf, number, text }) =>
    'rank' in ballot
      ? ballot.rank.map((option, at) => `${number(at + 1)}. ${nameOf(option)}`).join(text('common.comma'))
      : '',
  value: scored,
};
