import { type Bounds, middleOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';

/** What of a board is in sight: `x` and `y` of the board at the left top corner of the screen's part, `zoom` pixels for one unit. */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
/** Width and height of the part of the screen that shows a board, in pixels. */
export type Size = readonly [width: number, height: number];

/** How far one can step back and come near. */
export const zooms = { least: 0.02, most: 4 } as const;

const zoomWithin = (zoom: number): number => Math.min(zooms.most, Math.max(zooms.least, zoom));

/** The place on the board that is at this pixel. */
export const toBoard = ({ x, y, zoom }: Camera, [right, down]: Point): Point => [x + right / zoom, y + down / zoom];

/** The pixel at which a place of the board is. */
export const toScreen = ({ x, y, zoom }: Camera, [boardX, boardY]: Point): Point => [
  (boardX - x) * zoom,
  (boardY - y) * zoom,
];

/** The camera with another zoom, and the same place of the board at this pixel. */
export function zoomedAt(camera: Camera, pixel: Point, zoom: number): Camera {
  const next = zoomWithin(zoom);
  const [x, y] = toBoard(camera, pixel);
  return { x: x - pixel[0] / next, y: y - pixel[1] / next, zoom: next };
}

/** The camera after the board was pushed by so many pixels. */
export const pushed = ({ x, y, zoom }: Camera, [right, down]: Point): Camera => ({
  x: x - right / zoom,
  y: y - down / zoom,
  zoom,
});

/** What is in sight, in units of the board. */
export const viewOf = ({ x, y, zoom }: Camera, [width, height]: Size): Bounds => [x, y, width / zoom, height / zoom];

/** The camera with this part of the board in the middle and all of it in sight, never nearer than `most`. */
export function fitted(bounds: Bounds, [width, height]: Size, { margin = 40, most = 1 } = {}): Camera {
  const room: Size = [Math.max(1, width - 2 * margin), Math.max(1, height - 2 * margin)];
  const zoom = zoomWithin(Math.min(most, room[0] / Math.max(1, bounds[2]), room[1] / Math.max(1, bounds[3])));
  const [x, y] = middleOf(bounds);
  return { x: x - width / 2 / zoom, y: y - height / 2 / zoom, zoom };
}

/** The camera with the same middle after the part of the screen has another size. */
export const resized = (camera: Camera, before: Size, after: Size): Camera =>
  pushed(camera, [(after[0] - before[0]) / 2, (after[1] - before[1]) / 2]);

/** A camera on the way between two, `along` from 0 to 1: the zoom changes evenly to the eye, and the middle goes straight. */
export function between(from: Camera, to: Camera, size: Size, along: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** along;
  const [one, other] = [middleOf(viewOf(from, size)), middleOf(viewOf(to, size))];
  const [x, y] = [one[0] + (other[0] - one[0]) * along, one[1] + (other[1] - one[1]) * along];
  return { x: x - size[0] / 2 / zoom, y: y - size[1] / 2 / zoom, zoom };
}
