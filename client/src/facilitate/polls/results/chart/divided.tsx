import { Mark, type NamedGroup } from './consent.tsx';
import { placed, scaled, shortened } from './frame.ts';
import { ink } from './ink.ts';
import { measured } from './measure.ts';
import type { Drawing, Telling } from './telling.ts';
import { Words } from './Words.tsx';

/** One group's picture. */
export type DividedPart = { group: NamedGroup; voters: number; draw(telling: Telling): Drawing };

/** Least widths of one of the small pictures, px. */
const least = { panel: 240, stage: 340 };

/** The same picture for each group, side by side where there is room, all of one scale. */
export function divided(parts: readonly DividedPart[], telling: Telling): Drawing {
  const { frame } = telling;
  const between = frame.gap * 1.4;
  const columns = Math.max(
    1,
    Math.min(parts.length, Math.floor((frame.width + between) / (least[frame.size] + between))),
  );
  const width = (frame.width - between * (columns - 1)) / columns;
  // Small pictures have smaller letters.
  const own = { ...telling, frame: { ...scaled(frame, frame.size === 'stage' ? 0.85 : 1), width, room: null } };
  const drawn = parts.map(part => one(part, own));
  let y = 0;
  const body: Drawing['body'][] = [];
  for (let at = 0; at < drawn.length; at += columns) {
    const row = drawn.slice(at, at + columns);
    row.forEach(({ body: content }, column) => {
      const x = placed(frame, column * (width + between), width);
      body.push(
        <g key={parts[at + column]?.group.name} transform={`translate(${x} ${y})`}>
          {content}
        </g>,
      );
    });
    y += Math.max(...row.map(({ height }) => height)) + between;
  }
  return { height: Math.max(0, y - between), body };
}

function one({ group, voters, draw }: DividedPart, telling: Telling): Drawing {
  const { frame, text } = telling;
  const { letters, width } = frame;
  const count = text('poll-results.voters', { count: Math.round(voters) });
  const room = width - measured(count, letters.small) - letters.label * 2.6;
  const top = letters.label * frame.leading + 14;
  const drawn = draw(telling);
  const middle = (letters.label * frame.leading) / 2;
  return {
    height: top + drawn.height,
    body: (
      <>
        <Mark group={group} x={placed(frame, letters.label * 0.6)} y={middle} size={letters.label * 1.05} />
        <Words
          frame={frame}
          x={letters.label * 1.6}
          y={0}
          lines={[shortened(group.name, letters.label, room)]}
          px={letters.label}
          weight={700}
        />
        <Words
          frame={frame}
          x={width}
          y={middle - (letters.small * frame.leading) / 2}
          lines={[count]}
          px={letters.small}
          tone="quiet"
          anchor="end"
        />
        <line className={ink('line')} x1={0} x2={width} y1={top - 9} y2={top - 9} />
        <g transform={`translate(0 ${top})`}>{drawn.body}</g>
      </>
    ),
  };
}
