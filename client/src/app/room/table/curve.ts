/** A point in CSS px: from the inline start, so that a page from right to left mirrors it, and from the top. */
export type Point = { inline: number; block: number };

/** The half axes of the curve on which the middles of the cells lie. */
export type Axes = { inline: number; block: number };

/** Between an ellipse (2) and a rectangle: it uses the corners of a stage, which an ellipse leaves empty. */
export const roundness = 3;

const fineness = 720;
const turn = Array.from({ length: 2 * fineness + 1 }, (_, at) => pointAt((at / fineness) * 2 * Math.PI));

/** The superellipse |x|^n + |y|^n = 1 (Gabriel Lamé), from its lowest point on clockwise. */
function pointAt(angle: number): Point {
  const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / roundness);
  return { inline: -bend(Math.sin(angle)), block: bend(Math.cos(angle)) };
}

/** How far two points are apart, in cells: 1 is side by side or one above the other without a gap. */
const distance = (a: Point, b: Point, scale: Axes): number =>
  Math.max(Math.abs(a.inline - b.inline) * scale.inline, Math.abs(a.block - b.block) * scale.block);

/** Goes round in steps of one distance. Returns the points, and how many turns the last step ended at (1 is where it began). */
function walk(count: number, step: number, scale: Axes): { points: Point[]; turns: number } {
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

/**
 * The middles of so many cells at even distances round the curve, clockwise from its lowest point, relative to its
 * middle. Null when they do not fit side by side.
 */
export function ringOf(count: number, axes: Axes, cell: { width: number; height: number }): Point[] | null {
  if (axes.inline <= 0 || axes.block <= 0) return null;
  const scale = { inline: axes.inline / cell.width, block: axes.block / cell.height };
  const onCurve = ({ inline, block }: Point) => ({ inline: inline * axes.inline, block: block * axes.block });
  if (count < 2) return [onCurve(turn[0] as Point)];
  if (walk(count, 1, scale).turns > 1) return null;
  let least = 1;
  let most = 2 * Math.max(scale.inline, scale.block);
  for (let tried = 0; tried < 26; tried += 1) {
    const step = (least + most) / 2;
    if (walk(count, step, scale).turns > 1) most = step;
    else least = step;
  }
  return walk(count, least, scale).points.map(onCurve).map(evened);
}

/** The walk ends a little nearer to its beginning than to the seat before: both sides get half of what is left over. */
function evened({ inline, block }: Point, at: number, ring: readonly Point[]): Point {
  const twin = ring[(ring.length - at) % ring.length] ?? { inline: -inline, block };
  return { inline: (inline - twin.inline) / 2, block: (block + twin.block) / 2 };
}

/** The outline of a table as an SVG path around the origin, in CSS px. */
export function outlineOf({ inline, block }: Axes): string {
  const every = fineness / 90;
  const points = turn.slice(0, fineness).filter((_, at) => at % every === 0);
  return `M${points.map(point => `${(point.inline * inline).toFixed(1)} ${(point.block * block).toFixed(1)}`).join('L')}Z`;
}
