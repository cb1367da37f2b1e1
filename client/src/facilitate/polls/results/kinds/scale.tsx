import { saidOf } from '@multaqa/shared/facilitate/polls/kinds/kind';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { type Frame, linesOf, placed, shortened } from '../chart/frame.ts';
import { ink } from '../chart/ink.ts';
import { measured } from '../chart/measure.ts';
import { stacked } from '../chart/stack.tsx';
import type { Drawing, Telling } from '../chart/telling.ts';
import { heightOf, Words } from '../chart/Words.tsx';
import type { KindView, ResultOf } from './view.ts';

type Scales = ResultOf<'scale'>;
type Item = Scales['items'][number];

/** Statements with how they were rated: a column for each step, the mean above its place. */
export const scale: KindView<Scales> = {
  draw: (result, telling) => {
    const most = Math.max(1, ...result.items.flatMap(({ steps }) => steps.map(({ count }) => count)));
    return stacked(
      result.items.map(item => ({ name: item.option, ...rated(item, result, most, telling) })),
      telling.frame.gap * 1.2,
    );
  },
  table: ({ items, from, to }, { text, nameOf, number, count: told }) => ({
    fields: [
      text('poll-results.statement'),
      text('poll-results.mean'),
      text('poll-results.median'),
      ...Array.from({ length: to - from + 1 }, (_, at) => number(from + at)),
      text('poll-results.none'),
    ],
    rows: items.map(({ option, value, median, steps, none }) => [
      nameOf(option),
      value === null ? '' : number(value),
      median === null ? '' : number(median),
      ...steps.map(({ count }) => told(count)),
      told(none),
    ]),
  }),
  said: (ballot, { nameOf, number, text }) =>
    'rate' in ballot
      ? saidOf(ballot.rate)
          .map(([option, rate]) => `${nameOf(option)}: ${rate === null ? text('poll-results.none') : number(rate)}`)
          .join(text('common.comma'))
      : '',
  value: (value, { from, to }, { number }) => ({ words: number(value), filled: (value - from) / (to - from) }),
};

function rated(item: Item, result: Scales, most: number, telling: Telling): Drawing {
  const { frame, text, nameOf, number } = telling;
  const { letters, width } = frame;
  const value = item.value === null ? '–' : number(item.value);
  const lines = linesOf(
    nameOf(item.option),
    letters.label,
    width - measured(value, letters.value, 700) - letters.label,
  );
  const above = Math.max(heightOf(frame, lines, letters.label), letters.value * 1.25);
  const columns = columnsOf(item, result, most, telling);
  const under = above + columns.height + 2;
  const can = item.none > 0 ? text('poll-results.none-of', { count: Math.round(item.none) }) : '';
  const ends = (width - (can ? measured(can, letters.small) + letters.small : 0)) / 2;
  return {
    height: under + letters.small * frame.leading,
    body: (
      <>
        <Words frame={frame} x={0} y={0} lines={lines} px={letters.label} weight={600} />
        <Words frame={frame} x={width} y={0} lines={[value]} px={letters.value} weight={700} anchor="end" />
        <g transform={`translate(0 ${above})`}>{columns.body}</g>
        <Words
          frame={frame}
          x={0}
          y={under}
          lines={[shortened(telling.labelOf('low'), letters.small, ends)]}
          px={letters.small}
          tone="quiet"
        />
        <Words
          frame={frame}
          x={width}
          y={under}
          lines={[shortened(telling.labelOf('high'), letters.small, ends)]}
          px={letters.small}
          tone="quiet"
          anchor="end"
        />
        {can && (
          <Words frame={frame} x={width / 2} y={under} lines={[can]} px={letters.small} tone="quiet" anchor="middle" />
        )}
      </>
    ),
  };
}

const columnHeight = ({ bar }: Frame) => bar * 3.5;

function columnsOf(
  { steps, value }: Item,
  { from, to }: Scales,
  most: number,
  { frame, number, count: told }: Telling,
): Drawing {
  const { width, letters } = frame;
  const high = columnHeight(frame);
  const band = scaleBand<number>({ domain: steps.map(step => step.value), range: [0, width], paddingInner: 0.12 });
  const rise = scaleLinear<number>({ domain: [0, most], range: [0, high] });
  const room = letters.small * 1.3;
  const floor = room + high;
  const middle = (step: number) => (band(from) ?? 0) + band.bandwidth() / 2 + (step - from) * band.step();
  const tip = letters.small * 0.42;
  const at = value === null ? null : placed(frame, middle(Math.min(to, Math.max(from, value))));
  return {
    height: floor + letters.small * 1.9,
    body: (
      <>
        {steps.map(step => {
          const x = band(step.value) ?? 0;
          const tall = Math.max(step.count > 0 ? 3 : 0, rise(step.count));
          return (
            <g key={step.value}>
              <Bar
                className={ink('track')}
                x={placed(frame, x, band.bandwidth())}
                y={room}
                width={band.bandwidth()}
                height={high}
                rx={4}
              />
              <Bar
                className={ink('bar')}
                x={placed(frame, x, band.bandwidth())}
                y={floor - tall}
                width={band.bandwidth()}
                height={tall}
                rx={Math.min(4, tall / 2)}
              />
              {step.count > 0 && (
                <Words
                  frame={frame}
                  x={middle(step.value)}
                  y={floor - tall - letters.small * 1.35}
                  lines={[told(step.count)]}
                  px={letters.small}
                  weight={600}
                  anchor="middle"
                />
              )}
              <Words
                frame={frame}
                x={middle(step.value)}
                y={floor + letters.small * 0.55}
                lines={[number(step.value)]}
                px={letters.small}
                tone="quiet"
                anchor="middle"
              />
            </g>
          );
        })}
        <Line className={ink('axis')} from={{ x: 0, y: floor }} to={{ x: width, y: floor }} />
        {at !== null && <path className={ink('accent')} d={`M${at} ${floor + 1}l${tip} ${tip * 1.3}h${-2 * tip}z`} />}
      </>
    ),
  };
}
