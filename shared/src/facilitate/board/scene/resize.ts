import { type Bounds, boxOf, boxRound, degreesWithin, middleOf, type Point, towards, turn } from './geometry.ts';
import type { Box } from './thing.ts';

/** The handles of a box by compass, north up; seen before it is turned. */
export const handles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof handles)[number];

/** Which way a handle pulls: right and down by 1, left and up by -1. */
const pull = (handle: Handle): Point => [
  handle.includes('e') ? 1 : handle.includes('w') ? -1 : 0,
  handle.includes('s') ? 1 : handle.includes('n') ? -1 : 0,
];

/** Where a handle of a box is on the board. */
export function handleAt(box: Box, handle: Handle): Point {
  const [middle, [right, down]] = [middleOf(box), pull(handle)];
  return turn([middle[0] + (right * box[2]) / 2, middle[1] + (down * box[3]) / 2], middle, box[4]);
}

/** `keeps`: its proportions stay. `least`: how wide and high it stays at least, in units of the board. */
export type Resizing = { keeps: boolean; least: number };

/** A box whose handle was pulled to a point: the opposite side, or corner, stays where it is. It never turns over. */
export function resized(box: Box, handle: Handle, to: Point, { keeps, least }: Resizing): Box {
  const middle = middleOf(box);
  const [right, down] = pull(handle);
  const [, , width, height, degrees] = box;
  const [x, y] = towards(box, to);
  const wide = right === 0 ? width : Math.max(least, right * (x - middle[0]) + width / 2);
  const high = down === 0 ? height : Math.max(least, down * (y - middle[1]) + height / 2);
  const [newWidth, newHeight] = keeps ? proportioned([width, height], [wide, high], least) : [wide, high];
  const local: Point = [middle[0] + (right * (newWidth - width)) / 2, middle[1] + (down * (newHeight - height)) / 2];
  return boxRound(turn(local, middle, degrees), newWidth, newHeight, degrees);
}

/** The size with the old proportions that the side with the greater change asks for; the smaller side is never below the least. */
function proportioned([width, height]: Point, [wide, high]: Point, least: number): Point {
  const [across, down] = [wide / width, high / height];
  const asked = Math.abs(Math.log(across)) >= Math.abs(Math.log(down)) ? across : down;
  const factor = Math.max(asked, Math.min(1, least / Math.min(width, height)));
  return [width * factor, height * factor];
}

/** The rectangle around several boxes after its handle was pulled to a point: it keeps its proportions, and the smallest of the boxes is never below the least. */
export function resizedTogether(
  boxes: readonly Box[],
  whole: Bounds,
  handle: Handle,
  to: Point,
  { least }: Pick<Resizing, 'least'>,
): Box {
  const smallest = Math.min(...boxes.map(([, , width, height]) => Math.min(width, height)));
  const shorter = Math.min(whole[2], whole[3]);
  return resized([...whole, 0], handle, to, { keeps: true, least: Math.min(shorter, (least * shorter) / smallest) });
}

/** A box as it lies after a rectangle in which it lay was moved, made larger or smaller with its proportions, and turned: `to` is the rectangle then. */
export function laidAlong(box: Box, whole: Bounds, to: Box): Box {
  const factor = to[2] / whole[2];
  const [x, y] = middleOf(box);
  const [fromX, fromY] = middleOf(whole);
  const middle = middleOf(to);
  const place = turn([middle[0] + (x - fromX) * factor, middle[1] + (y - fromY) * factor], middle, to[4]);
  return boxRound(place, box[2] * factor, box[3] * factor, box[4] + to[4]);
}

/** A box turned round a point of the board. */
export function turned(box: Box, around: Point, degrees: number): Box {
  return boxRound(turn(middleOf(box), around, degrees), box[2], box[3], box[4] + degrees);
}

/** How far a box is turned whose handle above it was pulled to a point, in degrees; `step` makes it whole steps, 0 for none. */
export function degreesTowards(middle: Point, to: Point, step: number): number {
  const degrees = (Math.atan2(to[1] - middle[1], to[0] - middle[0]) * 180) / Math.PI + 90;
  return degreesWithin(step > 0 ? Math.round(degrees / step) * step : degrees);
}

/** The box that a rectangle between two points makes, at least so wide and high. */
export function boxBetween(from: Point, to: Point, least: number): Box {
  const [width, height] = [Math.max(least, Math.abs(to[0] - from[0])), Math.max(least, Math.abs(to[1] - from[1]))];
  return boxOf(
    to[0] < from[0] ? from[0] - width : from[0],
    to[1] < from[1] ? from[1] - height : from[1],
    width,
    height,
  );
}
