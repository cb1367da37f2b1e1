import { getStroke } from 'perfect-freehand';
import type { InkPoint } from '../scene/ink.ts';
import type { OfKind } from '../scene/thing.ts';

type Pen = Pick<OfKind<'stroke'>, 'pen' | 'thickness'>;

/** How wide a stroke is where a pen is pressed as usual, in units of the board. */
const widths = {
  pen: { s: 4, m: 7, l: 12 },
  marker: { s: 16, m: 26, l: 40 },
} as const;

const strokeWidth = ({ pen, thickness }: Pen): number => widths[pen][thickness];

/**
 * The outline of a stroke as the path of an SVG, filled. Without pressure of its own, as by mouse or finger (`0.5` throughout), a pen is thinner where it
 * is quick. `isDone` is false while the pen is still down: its end then follows without delay.
 */
export function strokePath(points: readonly InkPoint[], pen: Pen, isDone = true): string {
  const isFelt = pen.pen === 'pen';
  const hasPressure = points.some(([, , pressure]) => Math.abs(pressure - 0.5) > 0.04);
  const outline = getStroke(points as [number, number, number][], {
    size: strokeWidth(pen),
    thinning: isFelt ? 0.5 : 0,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: isFelt && !hasPressure,
    last: isDone,
  });
  return closedPath(outline);
}

/** A closed curve through the middles of the stretches between points, to a tenth of a unit. */
function closedPath(outline: readonly (readonly number[])[]): string {
  const [first] = outline;
  if (!first || outline.length < 2) return '';
  const parts = [`M${tenths(first)}Q`];
  for (const [at, point] of outline.entries()) {
    const next = outline[(at + 1) % outline.length] ?? first;
    parts.push(
      `${tenths(point)} ${tenths([((point[0] ?? 0) + (next[0] ?? 0)) / 2, ((point[1] ?? 0) + (next[1] ?? 0)) / 2])}`,
    );
  }
  return `${parts[0]}${parts.slice(1).join(' ')}Z`;
}

const tenths = ([x = 0, y = 0]: readonly number[]): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
