import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { barsOf } from '../chart/bars.tsx';
import type { Telling } from '../chart/telling.ts';
import type { KindView, ResultOf } from './view.ts';

type Choices = ResultOf<'single'> | ResultOf<'multiple'>;

/** A share as people read it, and as a bar. */
export const shareValue = (value: number, _: unknown, { percent }: Telling) => ({
  words: percent(value),
  filled: value,
});

/** Between two shares lie points of per cent. */
export const sharesMoved = (by: number, { text, number }: Telling) =>
  text('poll-results.percent-points', { points: number(Math.round(by * 100)) });

/** The options that somebody chose. */
export const chosen = (ballot: Ballot, { nameOf, text }: Telling): string =>
  'choose' in ballot ? ballot.choose.map(nameOf).join(text('common.comma')) : '';

/** One option or several: a bar for each. */
export const choices: KindView<Choices> = {
  draw: ({ items }, telling) =>
    barsOf(
      items.map(({ option, count, value }) => ({
        name: option,
        label: telling.nameOf(option),
        filled: value,
        value: telling.percent(value),
        more: telling.count(count),
      })),
      telling,
    ),
  table: ({ items }, { text, nameOf, count: told, counted, percent }) => ({
    fields: [text('poll-results.option'), counted, text('poll-results.share')],
    rows: items.map(({ option, count, value }) => [nameOf(option), told(count), percent(value)]),
  }),
  said: chosen,
  value: shareValue,
  moved: sharesMoved,
};
