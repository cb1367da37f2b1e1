import type { Point } from './apart.ts';

type Box = { width: number; height: number };

/** What part of a plane is seen: enlarged `scale` times from the point at its upper left. Everything is seen at 1. */
export type Zoom = { scale: number; x: number; y: number };

export const everything: Zoom = { scale: 1, x: 0, y: 0 };

const largest = 16;

/** Enlarged `times` so that a point of the box stays where it is; never smaller than everything, and never past its edges. */
export function zoomed({ scale, x, y }: Zoom, times: number, at: Point, box: Box): Zoom {
  const next = Math.min(largest, Math.max(1, scale * times));
  return within({ scale: next, x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next }, box);
}

/** Moved by so many px of the screen. */
export const panned = ({ scale, x, y }: Zoom, by: Point, box: Box): Zoom =>
  within({ scale, x: x + by.x / scale, y: y + by.y / scale }, box);

/** Where a point of the plane is on the screen. */
export const onScreen = ({ scale, x, y }: Zoom, point: Point): Point => ({
  x: (point.x - x) * scale,
  y: (point.y - y) * scale,
});

function within({ scale, x, y }: Zoom, { width, height }: Box): Zoom {
  const inside = (value: number, length: number) => Math.min(length - length / scale, Math.max(0, value));
  return { scale, x: inside(x, width), y: inside(y, height) };
}
