import type { Bounds, Point } from './geometry.ts';
import {
  boundsAround,
  distanceToStretch,
  encloses,
  isIn,
  isInPolygon,
  middleOf,
  overlap,
  towards,
  widened,
} from './geometry.ts';
import { inkPoints } from './ink.ts';
import { isDrawn } from './merged.ts';
import { arrowEnds, borderTowards, isInOutline, thingBounds } from './outline.ts';
import { byHeight, type Scene } from './scene.ts';
import { type BoxedThing, isBoxed, type OfKind, type Thing } from './thing.ts';

/** How high the head of a frame, its name, is above the frame, in units of the board. */
export const frameHead = 36;

/** The topmost of these things under a point; `near`: how far beside a line a finger may be, in units of the board. */
export function topmostAt(scene: Scene, candidates: Iterable<Thing>, point: Point, near: number): Thing | null {
  let top: Thing | null = null;
  for (const thing of candidates)
    if ((!top || byHeight(thing, top) > 0) && isAt(scene, thing, point, near)) top = thing;
  return top;
}

/** Whether a thing is under a point. A frame is there by its border and its name alone, so that people can draw within it. */
export function isAt(scene: Scene, thing: Thing, point: Point, near: number): boolean {
  if (!isDrawn(scene, thing)) return false;
  switch (thing.kind) {
    case 'arrow': {
      const [from, to] = arrowEnds(scene, thing);
      return distanceToStretch(point, from, to) <= near;
    }
    case 'stroke':
      return isAtStroke(thing, point, near);
    case 'frame':
      return isAtFrame(thing, point, near);
    default:
      return isInOutline(thing, point) || isBeside(thing, point, near);
  }
}

/** Whether a point outside a thing is as near to its border as this. */
const isBeside = (thing: BoxedThing, point: Point, near: number): boolean => {
  const border = borderTowards(thing, point);
  return near > 0 && Math.hypot(border[0] - point[0], border[1] - point[1]) <= near;
};

function isAtStroke(thing: OfKind<'stroke'>, point: Point, near: number): boolean {
  const within = towards(thing.at, point);
  if (!isIn(widened([thing.at[0], thing.at[1], thing.at[2], thing.at[3]], near), within)) return false;
  const points = inkPoints(thing);
  return points.some(([x, y], at) => {
    const [nextX, nextY] = points[at + 1] ?? [x, y];
    return distanceToStretch(within, [x, y], [nextX, nextY]) <= near;
  });
}

function isAtFrame({ at }: BoxedThing, point: Point, near: number): boolean {
  const within = towards(at, point);
  const [left, top, width, height] = at;
  const head: Bounds = [left, top - frameHead, width, frameHead];
  const rim = Math.max(near, 4);
  return (
    isIn(head, within) ||
    (isIn(widened([left, top, width, height], rim), within) && !isIn(widened([left, top, width, height], -rim), within))
  );
}

/** Whether a rectangle that is drawn round things takes this one: what it touches, frames only whole. */
export function isTaken(scene: Scene, thing: Thing, rectangle: Bounds): boolean {
  if (!isDrawn(scene, thing)) return false;
  const bounds = thingBounds(scene, thing);
  return thing.kind === 'frame' ? encloses(rectangle, bounds) : overlap(rectangle, bounds);
}

/** Whether a way drawn round things by hand takes this one: its middle lies in it; of arrows both ends, of frames all corners. */
export function isLassoed(scene: Scene, thing: Thing, way: readonly Point[]): boolean {
  if (!isDrawn(scene, thing) || way.length < 3) return false;
  if (!isBoxed(thing)) return arrowEnds(scene, thing).every(end => isInPolygon(way, end));
  if (thing.kind !== 'frame') return isInPolygon(way, middleOf(thing.at));
  return encloses(boundsAround(way), thingBounds(scene, thing)) && isInPolygon(way, middleOf(thing.at));
}
