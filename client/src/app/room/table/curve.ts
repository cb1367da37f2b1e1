/** A point in CSS px: from the inline start, so that a page from right to left mirrors it, and from the top. */
export type Point = { inline: number; block: number };

/** The half axes of the curve on which the middles of the cells lie. */
export type Axes = { inline: number; block: number };

/**
 * The exponents of the curves that seats can stand on: 2 would be an ellipse, which leaves the corners of a stage empty; a
 * large one is a rectangle. The first is the more beautiful, the second has more room.
 */
export const roundnesses = [3, 5] as const;
export type Roundness = (typeof roundnesses)[number];
/** The table itself is rounder than the ring of its seats. */
const tableRoundness = 2.3;

const fineness = 720;
const turns = new Map(
  roundnesses.map(one => [
    one,
    Array.from({ length: 2 * fineness + 1 }, (_, at) => pointAt((at / fineness) * 2 * Math.PI, one)),
  ]),
);

/** The superellipse |x|^n + |y|^n = 1 (Gabriel Lamé), from its lowest point on clockwise. */
function pointAt(angle: number, roundness: number): Point {
  const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / roundness);
  return { inline: -bend(Math.sin(angle)), block: bend(Math.cos(angle)) };
}

/** How far two points are apart, in cells: 1 is side by side or one above the other without a gap. */
const distance = (a: Point, b: Point, scale: Axes): number =>
  Math.max(Math.abs(a.inline - b.inline) * scale.inline, Math.abs(a.block - b.block) * scale.block);

/** Goes round in steps of one distance. Returns the points, and how many turns the last step ended at (1 is where it began). */
function walk(turn: readonly Point[], count: number, step: number, scale: Axes): { points: Point[]; turns: number } {
  const points: Point[] = [];
  let from = turn[0] as Point;
  let at = 0;
  for (let taken = 0; taken < count; taken += 1) {
    points.push(from);
    let before = 0;
    let here = 0;
    do {
      at += 1;
      before = here;
      here = distance(from, turn[at] ?? from, scale);
      if (at >= 2 * fineness) return { points, turns: 2 };
    } while (here < step);
    // Between two points of the curve the distance grows evenly enough.
    const part = (step - before) / (here - before || 1);
    from = between(turn[at - 1] as Point, turn[at] as Point, part);
    if (taken === count - 1) return { points, turns: (at - 1 + part) / fineness };
    at -= 1;
  }
  return { points, turns: 0 };
}

const between = (a: Point, b: Point, part: number): Point => ({
  inline: a.inline + (b.inline - a.inline) * part,
  block: a.block + (b.block - a.block) * part,
});

/** So few stand at even lengths along the curve: what is between two of them is more than a step, and no longer grows with the way. */
const few = 6;

function evenly(turn: readonly Point[], count: number, scale: Axes): Point[] {
  const walked = [0];
  for (let at = 1; at <= fineness; at += 1)
    walked.push((walked[at - 1] ?? 0) + distance(turn[at - 1] as Point, turn[at] as Point, scale));
  const whole = walked[fineness] ?? 0;
  return Array.from({ length: count }, (_, seat) => {
    const length = (seat / count) * whole;
    return turn[walked.findIndex(way => way >= length - 1e-9)] as Point;
  });
}

/**
 * The middles of so many cells at even distances round the curve, clockwise from its lowest point, relative to its
 * middle. Null when they do not fit side by side.
 */
export function ringOf(
  count: number,
  axes: Axes,
  cell: { width: number; height: number },
  roundness: Roundness,
): Point[] | null {
  const turn = turns.get(roundness) ?? [];
  if (axes.inline <= 0 || axes.block <= 0) return null;
  const scale = { inline: axes.inline / cell.width, block: axes.block / cell.height };
  const onCurve = ({ inline, block }: Point) => ({ inline: inline * axes.inline, block: block * axes.block });
  if (count <= few) return evenly(turn, count, scale).map(onCurve).map(evened);
  if (walk(turn, count, 1, scale).turns > 1) return null;
  let least = 1;
  let most = 2 * Math.max(scale.inline, scale.block);
  for (let tried = 0; tried < 26; tried += 1) {
    const step = (least + most) / 2;
    if (walk(turn, count, step, scale).turns > 1) most = step;
    else least = step;
  }
  return walk(turn, count, least, scale).points.map(onCurve).map(evened);
}

/** The walk ends a little nearer to its beginning than to the seat before: both sides get half of what is left over. */
function evened({ inline, block }: Point, at: number, ring: readonly Point[]): Point {
  const twin = ring[(ring.length - at) % ring.length] ?? { inline: -inline, block };
  return { inline: (inline - twin.inline) / 2, block: (block + twin.block) / 2 };
}

/** Where the edge of a table lies in a direction from its middle, in parts of its axes. */
export function reachOf({ inline, block }: Point): Point {
  const length = (Math.abs(inline) ** tableRoundness + Math.abs(block) ** tableRoundness) ** (1 / tableRoundness) || 1;
  return { inline: inline / length, block: block / length };
}

/** Whether a point, in CSS px from the middle, lies on a table and not on its edge. */
export const isOnTable = ({ inline, block }: Point, table: Axes): boolean =>
  Math.abs(inline / table.inline) ** tableRoundness + Math.abs(block / table.block) ** tableRoundness < 0.96;

/** The outline of a table as an SVG path around the origin, in CSS px; a little rounder than the ring of seats. */
export function outlineOf({ inline, block }: Axes): string {
  const corners = 120;
  const points = Array.from({ length: corners }, (_, at) => pointAt((at / corners) * 2 * Math.PI, tableRoundness));
  return `M${points.map(point => `${(point.inline * inline).toFixed(1)} ${(point.block * block).toFixed(1)}`).join('L')}Z`;
}
