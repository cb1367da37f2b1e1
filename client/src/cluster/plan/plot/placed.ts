import type { Point } from '../marks/apart.ts';

type Box = { width: number; height: number };

/** Between the outermost marks and the edge (px). */
const margin = 36;

/** Points of a plane in a box, with one scale for both axes. */
export function placed(points: readonly Point[], { width, height }: Box): Point[] {
  const spanOf = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  const across = spanOf(points.map(({ x }) => x));
  const down = spanOf(points.map(({ y }) => y));
  const scale = Math.min(
    (width - 2 * margin) / (across.high - across.low || 1),
    (height - 2 * margin) / (down.high - down.low || 1),
  );
  return points.map(({ x, y }) => ({
    x: width / 2 + (x - (across.low + across.high) / 2) * scale,
    y: height / 2 + (y - (down.low + down.high) / 2) * scale,
  }));
}
