import { type Bounds, boundsAround, boundsOf, isInPolygon, middleOf, type Point, towards, turn } from './geometry.ts';
import { mergedInto } from './merged.ts';
import type { Scene } from './scene.ts';
import { type Box, type BoxedThing, isBoxed, type OfKind, type ShapeName, type Thing } from './thing.ts';

/** Corners of a shape in a box of 1 by 1; null for one that is round. */
const corners: Record<ShapeName, readonly Point[] | null> = {
  rectangle: square(),
  rounded: square(),
  ellipse: null,
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  hexagon: [
    [0.25, 0],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
  ],
  star: star(),
};

function square(): readonly Point[] {
  return [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
}

/** A star with five points that fills its box. */
function star(): readonly Point[] {
  const points = Array.from({ length: 10 }, (_, at): Point => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    const reach = at % 2 === 0 ? 1 : 0.45;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
  const [left, top, width, height] = boundsAround(points);
  return points.map(([x, y]) => [(x - left) / width, (y - top) / height]);
}

/** How a thing is bounded: what is no shape is a rectangle. */
const shapeOf = (thing: BoxedThing): ShapeName => (thing.kind === 'shape' ? thing.shape : 'rectangle');

/** The corners of a shape in its box before it is turned; null for an ellipse. */
export const cornersIn = (shape: ShapeName, [left, top, width, height]: Box): Point[] | null =>
  corners[shape]?.map(([x, y]) => [left + x * width, top + y * height]) ?? null;

/** Whether a point of the board lies within the outline of a thing. */
export function isInOutline(thing: BoxedThing, point: Point): boolean {
  const { at } = thing;
  const [x, y] = towards(at, point);
  const around = cornersIn(shapeOf(thing), at);
  if (!around) return ((x - at[0]) / at[2] - 0.5) ** 2 + ((y - at[1]) / at[3] - 0.5) ** 2 <= 0.25;
  return isInPolygon(around, [x, y]);
}

/** Where the way from the middle of a thing towards a point leaves its outline. */
export function borderTowards(thing: BoxedThing, point: Point): Point {
  const middle = middleOf(thing.at);
  const [x, y] = towards(thing.at, point);
  const isThere = Math.hypot(x - middle[0], y - middle[1]) < 1e-9;
  const way: Point = isThere ? [1, 0] : [x - middle[0], y - middle[1]];
  const along = reachAlong(thing, middle, way);
  return turn([middle[0] + along * way[0], middle[1] + along * way[1]], middle, thing.at[4]);
}

/** How many times this way leads from the middle of a thing to its outline, before it is turned. */
function reachAlong(thing: BoxedThing, middle: Point, [right, down]: Point): number {
  const { at } = thing;
  const around = cornersIn(shapeOf(thing), at);
  if (!around) return 0.5 / Math.hypot(right / at[2], down / at[3]);
  let furthest = 0;
  for (const [index, corner] of around.entries()) {
    const next = around[(index + 1) % around.length] ?? corner;
    const met = meeting(middle, [right, down], corner, next);
    if (met !== null) furthest = Math.max(furthest, met);
  }
  return furthest;
}

/** How far along a way from a point it meets the stretch between two corners; null where it does not. */
function meeting([x, y]: Point, [right, down]: Point, from: Point, to: Point): number | null {
  const [sideX, sideY] = [to[0] - from[0], to[1] - from[1]];
  const cross = right * sideY - down * sideX;
  if (cross === 0) return null;
  const [offX, offY] = [from[0] - x, from[1] - y];
  const along = (offX * sideY - offY * sideX) / cross;
  const side = (offX * down - offY * right) / cross;
  return along >= 0 && side >= -1e-9 && side <= 1 + 1e-9 ? along : null;
}

/** Where an arrow begins and ends. An end that is attached lies on the border of what it is attached to. */
export function arrowEnds(scene: Scene, arrow: OfKind<'arrow'>): readonly [from: Point, to: Point] {
  const [fromX, fromY, toX, toY] = arrow.line;
  const [from, to] = [attachedTo(scene, arrow.from), attachedTo(scene, arrow.to)];
  const middles: [Point, Point] = [from ? middleOf(from.at) : [fromX, fromY], to ? middleOf(to.at) : [toX, toY]];
  return [from ? borderTowards(from, middles[1]) : middles[0], to ? borderTowards(to, middles[0]) : middles[1]];
}

/** What the end of an arrow holds on to: where a note was merged, the one that it is a part of now. */
function attachedTo(scene: Scene, id: string | null): BoxedThing | null {
  const thing = id === null ? undefined : scene.get(id);
  const shown = thing && (mergedInto(scene, thing) ?? thing);
  return shown && isBoxed(shown) ? shown : null;
}

/** The upright rectangle around a thing as it lies on the board. */
export function thingBounds(scene: Scene, thing: Thing): Bounds {
  return isBoxed(thing) ? boundsOf(thing.at) : boundsAround(arrowEnds(scene, thing));
}
