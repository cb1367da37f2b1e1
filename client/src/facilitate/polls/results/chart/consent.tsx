import type { Consent } from '@multaqa/shared/facilitate/polls/results/consensus';
import { scaleLinear } from '@visx/scale';
import { Line } from '@visx/shape';
import { clusterColours, outlines, shapeOf } from '../../../../design/cluster-marks.ts';
import { linesOf, placed } from './frame.ts';
import { ink } from './ink.ts';
import { measured } from './measure.ts';
import { stacked } from './stack.tsx';
import type { Drawing, Telling } from './telling.ts';
import { heightOf, Words } from './Words.tsx';

/** A group as it is told: its name, and its mark where it is a cluster. */
export type NamedGroup = { name: string; mark: number | null };

/** From this difference on, an option divides. */
const divides = 0.3;

/**
 * What every group can accept, what divides, and what lies between: each option with its groups on a line from nobody to
 * everybody. A group is told by its shape and colour, and by its name under the picture.
 */
export function consentOf(found: readonly Consent[], groups: readonly NamedGroup[], telling: Telling): Drawing {
  const common = found.filter(({ isCommon }) => isCommon);
  const dividing = found
    .filter(one => !one.isCommon && one.divisiveness >= divides)
    .sort((a, b) => b.divisiveness - a.divisiveness);
  const between = found.filter(one => !common.includes(one) && !dividing.includes(one));
  const parts = [
    { name: 'common', list: common, heading: telling.text('poll-results.common') },
    { name: 'divides', list: dividing, heading: telling.text('poll-results.divides') },
    { name: 'between', list: between, heading: telling.text('poll-results.between') },
  ].filter(({ list }) => list.length > 0);
  return stacked(
    [
      { name: 'legend', ...legend(groups, telling) },
      ...parts.map(({ name, list, heading }) => ({ name, ...section(heading, list, groups, telling) })),
    ],
    telling.frame.gap * 1.3,
  );
}

function section(heading: string, list: readonly Consent[], groups: readonly NamedGroup[], telling: Telling): Drawing {
  const { frame } = telling;
  const px = frame.letters.label * 1.1;
  const head = linesOf(heading, px, frame.width);
  return stacked(
    [
      {
        name: 'heading',
        height: heightOf(frame, head, px),
        body: <Words frame={frame} x={0} y={0} lines={head} px={px} weight={700} tone="accent" />,
      },
      ...list.map(one => ({ name: one.option, ...line(one, groups, telling) })),
    ],
    frame.gap * 0.8,
  );
}

function line(
  { option, shares }: Consent,
  groups: readonly NamedGroup[],
  { frame, nameOf, percent }: Telling,
): Drawing {
  const { letters, width } = frame;
  const lines = linesOf(nameOf(option), letters.label, width);
  const mark = letters.small * 1.25;
  const top = heightOf(frame, lines, letters.label) + mark * 0.9;
  const x = scaleLinear<number>({ domain: [0, 1], range: [mark / 2, width - mark / 2] });
  const ends = top + mark * 0.8;
  const at = (share: number) => placed(frame, x(share));
  const tick = (share: number) => (
    <Line className={ink('axis')} from={{ x: at(share), y: top - 4 }} to={{ x: at(share), y: top + 4 }} />
  );
  return {
    height: ends + letters.small * frame.leading,
    body: (
      <>
        <Words frame={frame} x={0} y={0} lines={lines} px={letters.label} weight={600} />
        <Line className={ink('line')} from={{ x: at(0), y: top }} to={{ x: at(1), y: top }} strokeWidth={3} />
        {[0, 0.5, 1].map(share => (
          <g key={share}>{tick(share)}</g>
        ))}
        {shares.map(({ group, share }, index) =>
          share === null ? null : (
            <Mark key={group} group={groups[index] ?? { name: group, mark: null }} x={at(share)} y={top} size={mark} />
          ),
        )}
        {([0, 0.5, 1] as const).map((share, index) => (
          <Words
            key={share}
            frame={frame}
            x={index === 0 ? 0 : index === 1 ? width / 2 : width}
            y={ends}
            lines={[percent(share)]}
            px={letters.small * 0.9}
            tone="quiet"
            anchor={(['start', 'middle', 'end'] as const)[index] ?? 'middle'}
          />
        ))}
      </>
    ),
  };
}

/** A group's shape; those without a mark of their own are rings. */
export function Mark({ group: { mark, name }, x, y, size }: { group: NamedGroup; x: number; y: number; size: number }) {
  const move = `translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`;
  return mark === null ? (
    <g transform={move}>
      <title>{name}</title>
      <circle className={ink('surface')} cx={8} cy={8} r={6.5} />
      <circle className={ink('edge')} cx={8} cy={8} r={6.5} strokeWidth={2.5} />
    </g>
  ) : (
    <g transform={move}>
      <title>{name}</title>
      <path className={ink('mark')} d={outlines[shapeOf(mark)]} fill={clusterColours[shapeOf(mark)]} />
    </g>
  );
}

/** What the marks on the lines say, and the groups with their marks, in as many lines as they need. */
function legend(groups: readonly NamedGroup[], { frame, text }: Telling): Drawing {
  const px = frame.letters.small;
  const says = linesOf(text('poll-results.agree'), px, frame.width);
  const height = px * frame.leading * 1.25;
  let x = 0;
  let y = heightOf(frame, says, px) + px * 0.4;
  const entries = groups.map(group => {
    const [name = ''] = linesOf(group.name, px, frame.width - px * 2, 1);
    const width = px * 1.6 + measured(name, px, 400) + px * 1.4;
    if (x > 0 && x + width > frame.width) {
      x = 0;
      y += height;
    }
    const own = { group, name, x, y };
    x += width;
    return own;
  });
  return {
    height: y + height,
    body: [
      <Words key="says" frame={frame} x={0} y={0} lines={says} px={px} tone="quiet" />,
      ...entries.map(({ group, name, x, y }) => (
        <g key={group.name}>
          <Mark group={group} x={placed(frame, x + px * 0.6)} y={y + (px * frame.leading) / 2} size={px * 1.1} />
          <Words frame={frame} x={x + px * 1.6} y={y} lines={[name]} px={px} />
        </g>
      )),
    ],
  };
}
