import type { Bounds, Point } from './geometry.ts';

/** A line that shows what something lies in line with: `x` is upright. From and to along it, in units of the board. */
export type Guide = { axis: 'x' | 'y'; at: number; from: number; to: number };

/** How far something is still to be moved so that it lies in line, and the lines that show with what. */
export type Snap = { by: Point; guides: readonly Guide[] };

/**
 * The nearest place within reach at which an edge or the middle of something lies in line with one of these neighbours, for each direction on its
 * own. A rectangle without size snaps a single point, such as a handle.
 */
export function snap(moving: Bounds, neighbours: readonly Bounds[], reach: number): Snap {
  const by: Point = [nearest(moving, neighbours, reach, 0), nearest(moving, neighbours, reach, 1)];
  const there: Bounds = [moving[0] + by[0], moving[1] + by[1], moving[2], moving[3]];
  return { by, guides: [...guidesOf(there, neighbours, 0), ...guidesOf(there, neighbours, 1)] };
}

/** The start, the middle and the end of a rectangle in one direction. */
const linesOf = (bounds: Bounds, axis: 0 | 1): readonly number[] => {
  const [start, size] = [bounds[axis], bounds[axis + 2] ?? 0];
  return size === 0 ? [start] : [start, start + size / 2, start + size];
};

function nearest(moving: Bounds, neighbours: readonly Bounds[], reach: number, axis: 0 | 1): number {
  let by: number | null = null;
  for (const neighbour of neighbours)
    for (const line of linesOf(neighbour, axis))
      for (const own of linesOf(moving, axis)) {
        const way = line - own;
        if (Math.abs(way) <= reach && (by === null || Math.abs(way) < Math.abs(by))) by = way;
      }
  return by ?? 0;
}

/** What is drawn as one line. */
const same = 0.005;

function guidesOf(there: Bounds, neighbours: readonly Bounds[], axis: 0 | 1): Guide[] {
  const other = axis === 0 ? 1 : 0;
  const guides: Guide[] = [];
  for (const own of linesOf(there, axis)) {
    const met = neighbours.filter(neighbour => linesOf(neighbour, axis).some(line => Math.abs(line - own) < same));
    if (met.length === 0) continue;
    const ends = [there, ...met].flatMap(bounds => [bounds[other], bounds[other] + (bounds[other + 2] ?? 0)]);
    guides.push({ axis: axis === 0 ? 'x' : 'y', at: own, from: Math.min(...ends), to: Math.max(...ends) });
  }
  return guides;
}
