import { limits } from '../../../limits.ts';
import type { Box, Line } from './thing.ts';

/** A place on the board: right and down, in its units. */
export type Point = readonly [x: number, y: number];
/** An upright rectangle: left, top, width and height. */
export type Bounds = readonly [left: number, top: number, width: number, height: number];

const far = limits.boardReach;
const least = 0.01;

/** To a hundredth: what nobody sees is not sent. */
const tidy = (value: number): number => Math.round(value * 100) / 100 + 0;
const within = (value: number): number => tidy(Math.min(far, Math.max(-far, Number.isFinite(value) ? value : 0)));
const sizeWithin = (value: number): number => Math.max(least, within(Math.abs(value)));

/** The same turn between 0 and 360 degrees, 360 not included. */
export const degreesWithin = (degrees: number): number => {
  const turn = tidy(((degrees % 360) + 360) % 360);
  return Number.isFinite(turn) && turn < 360 ? turn : 0;
};

/** A box that a board takes, whatever was calculated: within its reach, larger than nothing, to a hundredth. */
export const boxOf = (left: number, top: number, width: number, height: number, degrees = 0): Box => [
  ...([within(left), within(top), sizeWithin(width), sizeWithin(height)] as const),
  degreesWithin(degrees),
];

/** A line that a board takes, whatever was calculated. */
export const lineOf = (from: Point, to: Point): Line => [
  within(from[0]),
  within(from[1]),
  within(to[0]),
  within(to[1]),
];

/** A box of this size round its middle. */
export const boxRound = ([x, y]: Point, width: number, height: number, degrees = 0): Box =>
  boxOf(x - width / 2, y - height / 2, width, height, degrees);

/** The middle of a box or of a rectangle: it stays where it is when the box is turned. */
export const middleOf = ([left, top, width, height]: Bounds | Box): Point => [left + width / 2, top + height / 2];

/** A point turned round another one, clockwise. */
export function turn([x, y]: Point, [aroundX, aroundY]: Point, degrees: number): Point {
  if (degrees === 0) return [x, y];
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [right, down] = [x - aroundX, y - aroundY];
  return [aroundX + right * cos - down * sin, aroundY + right * sin + down * cos];
}

/** The corners of a box as it lies on the board: from the one that is at the top left before it is turned, clockwise. */
export function cornersOf(box: Box): Point[] {
  const [left, top, width, height, degrees] = box;
  const middle = middleOf(box);
  const corners: Point[] = [
    ...([[left, top] as Point, [left + width, top]] as const),
    ...([[left + width, top + height] as Point, [left, top + height]] as const),
  ];
  return corners.map(corner => turn(corner, middle, degrees));
}

/** The upright rectangle around points; nothing at 0,0 around none. */
export function boundsAround(points: Iterable<Point>): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left > right ? [0, 0, 0, 0] : [left, top, right - left, bottom - top];
}

/** The upright rectangle around a box that may be turned. */
export const boundsOf = (box: Box): Bounds =>
  box[4] === 0 ? [box[0], box[1], box[2], box[3]] : boundsAround(cornersOf(box));

/** The upright rectangle around several; null around none. */
export function unionOf(all: Iterable<Bounds>): Bounds | null {
  const corners: Point[] = [];
  for (const [left, top, width, height] of all) corners.push([left, top], [left + width, top + height]);
  return corners.length > 0 ? boundsAround(corners) : null;
}

/** A rectangle with so much more on each side. */
export const widened = ([left, top, width, height]: Bounds, by: number): Bounds => [
  left - by,
  top - by,
  Math.max(0, width + 2 * by),
  Math.max(0, height + 2 * by),
];

/** Whether two rectangles have a point in common. */
export const overlap = ([l, t, w, h]: Bounds, [left, top, width, height]: Bounds): boolean =>
  l <= left + width && left <= l + w && t <= top + height && top <= t + h;

/** Whether the second rectangle lies within the first. */
export const encloses = ([l, t, w, h]: Bounds, [left, top, width, height]: Bounds): boolean =>
  l <= left && t <= top && left + width <= l + w && top + height <= t + h;

/** Whether a point lies in a rectangle. */
export const isIn = ([left, top, width, height]: Bounds, [x, y]: Point): boolean =>
  left <= x && x <= left + width && top <= y && y <= top + height;

/** Where a point of the board is, seen from a box before it was turned. */
export const towards = (box: Box, point: Point): Point => turn(point, middleOf(box), -box[4]);

/** A box that has been moved. */
export const moved = ([left, top, width, height, degrees]: Box, [x, y]: Point): Box =>
  boxOf(left + x, top + y, width, height, degrees);

/** How far two points are from each other. */
export const distance = ([x, y]: Point, [toX, toY]: Point): number => Math.hypot(toX - x, toY - y);

/** How far a point is from the stretch between two others. */
export function distanceToStretch(point: Point, from: Point, to: Point): number {
  const [right, down] = [to[0] - from[0], to[1] - from[1]];
  const length = right * right + down * down;
  if (length === 0) return distance(point, from);
  const along = ((point[0] - from[0]) * right + (point[1] - from[1]) * down) / length;
  const nearest = Math.min(1, Math.max(0, along));
  return distance(point, [from[0] + nearest * right, from[1] + nearest * down]);
}

/** Whether a point lies within a closed way through points; what it goes around twice is outside. */
export function isInPolygon(way: readonly Point[], [x, y]: Point): boolean {
  let isInside = false;
  let before = way[way.length - 1];
  for (const corner of way) {
    if (before && corner[1] > y !== before[1] > y) {
      const crosses = before[0] + ((y - before[1]) / (corner[1] - before[1])) * (corner[0] - before[0]);
      if (x < crosses) isInside = !isInside;
    }
    before = corner;
  }
  return isInside;
}
