import { saidOf } from '@multaqa/shared/facilitate/polls/kinds/kind';
import { placementSteps } from '@multaqa/shared/facilitate/polls/kinds/placement';
import { scaleLinear, scaleSqrt } from '@visx/scale';
import { Bar, Circle, Line } from '@visx/shape';
import { type Frame, linesOf, placed, shortened } from '../chart/frame.ts';
import { ink } from '../chart/ink.ts';
import { stacked } from '../chart/stack.tsx';
import type { Drawing, Telling } from '../chart/telling.ts';
import { heightOf, Words } from '../chart/Words.tsx';
import type { KindView, ResultOf } from './view.ts';

type Plane = ResultOf<'placement'>;

/** Options on a plane: small dots are what people chose, a number stands where an option lies on average. */
export const placement: KindView<Plane> = {
  draw: ({ items }, telling) => {
    const named = items.map((item, at) => ({ ...item, number: telling.number(at + 1) }));
    return telling.frame.size === 'stage' ? beside(named, telling) : below(named, telling);
  },
  table: ({ items }, { text, nameOf, number, count, counted, labelOf }) => ({
    fields: [
      text('poll-results.option'),
      counted,
      text('poll-results.across', { from: labelOf('left'), to: labelOf('right') }),
      text('poll-results.up', { from: labelOf('bottom'), to: labelOf('top') }),
    ],
    rows: items.map(({ option, answered, mean }) => [
      nameOf(option),
      count(answered),
      mean ? number(mean.x) : '',
      mean ? number(mean.y) : '',
    ]),
  }),
  said: (ballot, { nameOf, number, text }) =>
    'place' in ballot
      ? saidOf(ballot.place)
          .map(([option, [x, y]]) => `${nameOf(option)}: ${number(x)} × ${number(y)}`)
          .join(text('common.comma'))
      : '',
};

type Named = Plane['items'][number] & { number: string };

/** In a column the options stand under the plane. */
const below = (named: readonly Named[], telling: Telling): Drawing =>
  stacked(
    [
      { name: 'plane', ...plane(named, Math.min(telling.frame.width, 400), telling) },
      ...named.map(item => ({ name: item.option, ...entry(item, telling) })),
    ],
    telling.frame.letters.small * 0.6,
  );

/** On a stage, which is wide, they stand beside it. */
function beside(named: readonly Named[], telling: Telling): Drawing {
  const { frame } = telling;
  const { letters, width, room } = frame;
  const above = letters.small * frame.leading * 2 + 10;
  const side = Math.max(280, Math.min(width * 0.55, (room ?? 620) - above, 760));
  const between = frame.gap * 1.5;
  const own = (part: number): Telling => ({ ...telling, frame: { ...frame, width: part } });
  const picture = plane(named, side, own(side));
  const list = stacked(
    named.map(item => ({ name: item.option, ...entry(item, own(width - side - between)) })),
    letters.small,
  );
  const height = Math.max(picture.height, list.height);
  return {
    height,
    body: (
      <>
        <g transform={`translate(${placed(frame, 0, side)} 0)`}>{picture.body}</g>
        <g
          transform={`translate(${placed(frame, side + between, width - side - between)} ${(height - list.height) / 2})`}
        >
          {list.body}
        </g>
      </>
    ),
  };
}

/** The first axis runs as lines do, from where they begin. */
function plane(items: readonly Named[], side: number, { frame, labelOf }: Telling): Drawing {
  const { letters, width, direction } = frame;
  const edge = (width - side) / 2;
  const top = letters.small * frame.leading;
  const inner = side / placementSteps / 2 + letters.small * 0.6;
  const x = scaleLinear<number>({
    domain: [0, placementSteps],
    range: direction === 'rtl' ? [edge + side - inner, edge + inner] : [edge + inner, edge + side - inner],
  });
  const y = scaleLinear<number>({ domain: [0, placementSteps], range: [top + side - inner, top + inner] });
  const most = Math.max(1, ...items.flatMap(({ dots }) => dots.map(({ count }) => count)));
  const radius = scaleSqrt<number>({ domain: [0, most], range: [0, letters.small * 0.9] });
  const badge = letters.small;
  return {
    height: top + side + letters.small * frame.leading + 6,
    body: (
      <>
        <Field edge={edge} side={side} top={top} />
        {items.flatMap(({ option, dots }) =>
          dots.map(dot => (
            <Circle
              key={`${option} ${dot.x} ${dot.y}`}
              className={ink('dot')}
              cx={x(dot.x)}
              cy={y(dot.y)}
              r={radius(dot.count)}
            />
          )),
        )}
        <Ends frame={frame} edge={edge} side={side} top={top} labelOf={labelOf} />
        {items.map(
          ({ option, number, mean }) =>
            mean && <Badge key={option} frame={frame} number={number} x={x(mean.x)} y={y(mean.y)} size={badge} />,
        )}
      </>
    ),
  };
}

/** The number of an option in a disc; `x` is from the left. */
function Badge({ frame, number, x, y, size }: { frame: Frame; number: string; x: number; y: number; size: number }) {
  return (
    <>
      <Circle className={ink('badge')} cx={x} cy={y} r={size} />
      <text
        className={`${ink('words')} ${ink('on-accent')}`}
        x={x}
        y={y + size * 0.36}
        fontSize={size}
        fontWeight={700}
        textAnchor="middle"
        direction={frame.direction}
      >
        {number}
      </text>
    </>
  );
}

type FieldProps = { edge: number; side: number; top: number };

/** The field with its middle lines. */
function Field({ edge, side, top }: FieldProps) {
  const middle = { x: edge + side / 2, y: top + side / 2 };
  return (
    <>
      <Bar className={ink('track')} x={edge} y={top} width={side} height={side} rx={12} />
      <Line className={ink('axis')} from={{ x: edge, y: middle.y }} to={{ x: edge + side, y: middle.y }} />
      <Line className={ink('axis')} from={{ x: middle.x, y: top }} to={{ x: middle.x, y: top + side }} />
    </>
  );
}

type EndsProps = Pick<Telling, 'frame' | 'labelOf'> & FieldProps;

/** The words at the four ends; those of left and right stand inside, above the middle line. */
function Ends({ frame, edge, side, top, labelOf }: EndsProps) {
  const { letters } = frame;
  const middle = { x: edge + side / 2, y: top + side / 2 };
  const fitting = (label: string) => shortened(label, letters.small, side * 0.42);
  const beside = { frame, y: middle.y - letters.small * 1.5, px: letters.small, over: 'dots' as const };
  return (
    <>
      <Words
        frame={frame}
        x={frame.width / 2}
        y={0}
        lines={[fitting(labelOf('top'))]}
        px={letters.small}
        tone="quiet"
        anchor="middle"
      />
      <Words
        frame={frame}
        x={frame.width / 2}
        y={top + side + 4}
        lines={[fitting(labelOf('bottom'))]}
        px={letters.small}
        tone="quiet"
        anchor="middle"
      />
      <Words {...beside} x={edge + 8} lines={[fitting(labelOf('left'))]} anchor="start" />
      <Words {...beside} x={edge + side - 8} lines={[fitting(labelOf('right'))]} anchor="end" />
    </>
  );
}

function entry({ option, number, answered }: Named, { frame, nameOf, count: told }: Telling): Drawing {
  const { letters, direction, width } = frame;
  const size = letters.small * 0.85;
  const indent = size * 2 + 10;
  const lines = linesOf(`${nameOf(option)} (${told(answered)})`, letters.label, width - indent);
  const height = heightOf(frame, lines, letters.label);
  return {
    height: Math.max(height, size * 2.2),
    body: (
      <>
        <Badge
          frame={frame}
          number={number}
          x={direction === 'rtl' ? width - size - 2 : size + 2}
          y={(letters.label * frame.leading) / 2}
          size={size}
        />
        <Words frame={frame} x={indent} y={0} lines={lines} px={letters.label} />
      </>
    ),
  };
}
