import { saidOf } from '@multaqa/shared/facilitate/polls/kinds/kind';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { linesOf, placed } from '../chart/frame.ts';
import { hatched } from '../chart/Hatch.tsx';
import { ink } from '../chart/ink.ts';
import { stacked } from '../chart/stack.tsx';
import type { Drawing, Telling } from '../chart/telling.ts';
import { heightOf, Words } from '../chart/Words.tsx';
import { sharesMoved, shareValue } from './choices.ts';
import type { KindView, ResultOf } from './view.ts';

type Statement = ResultOf<'yes-no'>['items'][number];

/** Statements with what was said of them: from the middle, yes to where lines end, no to where they begin. */
export const yesNo: KindView<ResultOf<'yes-no'>> = {
  draw: ({ items }, telling) =>
    stacked(
      items.map(item => ({ name: item.option, ...statement(item, telling) })),
      telling.frame.gap,
    ),
  table: ({ items }, { text, nameOf, count, percent }) => ({
    fields: [
      text('poll-results.statement'),
      text('poll-results.yes'),
      text('poll-results.no'),
      text('poll-results.abstain'),
      text('poll-results.share-yes'),
    ],
    rows: items.map(({ option, yes, no, abstain, value }) => [
      nameOf(option),
      ...[yes, no, abstain].map(count),
      value === null ? '' : percent(value),
    ]),
  }),
  said: (ballot, { nameOf, text }) =>
    'answer' in ballot
      ? saidOf(ballot.answer)
          .map(([option, said]) => `${nameOf(option)}: ${text(`poll-results.${said}`)}`)
          .join(text('common.comma'))
      : '',
  value: shareValue,
  moved: sharesMoved,
};

function statement(
  { option, yes, no, abstain, answered }: Statement,
  { frame, text, nameOf, count, percent }: Telling,
): Drawing {
  const { letters, width, bar } = frame;
  const lines = linesOf(nameOf(option), letters.label, width);
  const top = heightOf(frame, lines, letters.label) + 6;
  const half = width / 2;
  const length = scaleLinear<number>({ domain: [0, Math.max(1e-9, answered)], range: [0, half] });
  const under = top + bar + 5;
  const px = frame.size === 'stage' ? letters.label * 0.9 : letters.small;
  const said = (word: string, ballots: number) => `${word} ${count(ballots)}`;
  const share = (ballots: number) => (answered > 0 ? ` · ${percent(ballots / answered)}` : '');
  return {
    height: under + px * frame.leading,
    body: (
      <>
        <Words frame={frame} x={0} y={0} lines={lines} px={letters.label} weight={600} />
        <Bar className={ink('track')} x={0} y={top} width={width} height={bar} rx={bar / 3} />
        {no > 0 && (
          <Bar {...hatched} x={placed(frame, half - length(no), length(no))} y={top} width={length(no)} height={bar} />
        )}
        {yes > 0 && (
          <Bar className={ink('bar')} x={placed(frame, half, length(yes))} y={top} width={length(yes)} height={bar} />
        )}
        <Line
          className={ink('axis')}
          from={{ x: half, y: top - 3 }}
          to={{ x: half, y: top + bar + 3 }}
          strokeWidth={1.5}
        />
        <Words frame={frame} x={0} y={under} lines={[said(text('poll-results.no'), no) + share(no)]} px={px} />
        {abstain > 0 && (
          <Words
            frame={frame}
            x={half}
            y={under}
            lines={[said(text('poll-results.abstain'), abstain)]}
            px={px}
            tone="quiet"
            anchor="middle"
          />
        )}
        <Words
          frame={frame}
          x={width}
          y={under}
          lines={[said(text('poll-results.yes'), yes) + share(yes)]}
          px={px}
          weight={700}
          anchor="end"
        />
      </>
    ),
  };
}
