import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { openListeners } from '../../../../platform/listeners.ts';
import { between, type Camera, fitted, pushed, resized, type Size, viewOf, zoomedAt } from './camera.ts';

/** The camera of a board on this screen. Whoever draws listens; nothing of it goes through React. */
export type CameraHolder = {
  now(): Camera;
  /** Where it is on its way to; where it is while it stands. */
  goal(): Camera;
  size(): Size;
  view(): Bounds;
  subscribe(moved: () => void): () => void;
  /** Another camera at once. */
  set(camera: Camera): void;
  setSize(size: Size): void;
  push(pixels: Point): void;
  zoomAt(pixel: Point, zoom: number): void;
  /** Goes there softly, or at once where less motion is asked for. */
  go(camera: Camera): void;
  /** Brings a part of the board into the middle, as near as it may be. */
  show(bounds: Bounds, how?: { margin?: number; most?: number }): void;
  /** The camera that shows a part of the board. */
  fitFor(bounds: Bounds): Camera;
  /** Brings a part of the board into sight with the least movement. */
  reveal(bounds: Bounds, margin?: number): void;
};

/** What lies at the foot of a board and covers it, in pixels. */
const foot = 72;
/** How long the way to another place takes, in ms. */
const duration = 200;

/** Whether this person has asked for less motion. */
export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Opens a camera; where it begins is said by `set`. */
export function openCamera(begin: Camera = { x: 0, y: 0, zoom: 1 }): CameraHolder {
  const listeners = openListeners();
  let camera = begin;
  let size: Size = [0, 0];
  let frame = 0;
  /** Where it is on its way to; null while it stands. */
  let goal: Camera | null = null;
  const free = (): Size => [size[0], Math.max(size[1] / 2, size[1] - foot)];
  // Names of frames stand over them, also where little else has room.
  const margin = () => Math.max(22, Math.min(40, size[1] / 14));
  const set = (next: Camera) => {
    cancelAnimationFrame(frame);
    goal = null;
    camera = next;
    listeners.tell();
  };
  const go = (to: Camera) => {
    if (wantsStillness() || size[0] === 0) return set(to);
    cancelAnimationFrame(frame);
    goal = to;
    const from = camera;
    const began = performance.now();
    const step = (now: number) => {
      const along = Math.min(1, Math.max(0, (now - began) / duration));
      camera = along === 1 ? to : between(from, to, size, 1 - (1 - along) ** 3);
      listeners.tell();
      if (along < 1) frame = requestAnimationFrame(step);
      else goal = null;
    };
    frame = requestAnimationFrame(step);
  };
  return {
    now: () => camera,
    goal: () => goal ?? camera,
    size: () => size,
    view: () => viewOf(camera, size),
    subscribe: listeners.add,
    set,
    setSize(next) {
      if (next[0] === size[0] && next[1] === size[1]) return;
      const isFirst = size[0] === 0;
      const before = size;
      const further = goal && resized(goal, before, next);
      size = next;
      set(isFirst ? camera : resized(camera, before, next));
      // What is on its way arrives, also where the room for it changes meanwhile.
      if (further) go(further);
    },
    push: pixels => set(pushed(camera, pixels)),
    zoomAt: (pixel, zoom) => set(zoomedAt(camera, pixel, zoom)),
    go,
    fitFor: bounds => fitted(bounds, free(), { margin: margin() }),
    show: (bounds, how) => go(fitted(bounds, free(), { margin: margin(), ...how })),
    reveal(bounds, margin = 48) {
      const by = outside(bounds, viewOf(camera, size), margin / camera.zoom);
      if (by[0] !== 0 || by[1] !== 0) go({ ...camera, x: camera.x + by[0], y: camera.y + by[1] });
    },
  };
}

/** By how much a view has to move to have this part within its margin; what is larger than the view is shown from its left top. */
function outside([left, top, width, height]: Bounds, [x, y, w, h]: Bounds, margin: number): Point {
  const along = (from: number, length: number, begin: number, room: number) => {
    const before = from - margin - begin;
    const after = from + length + margin - begin - room;
    if (before < 0 || length + 2 * margin > room) return before < 0 || after > 0 ? before : 0;
    return after > 0 ? after : 0;
  };
  return [along(left, width, x, w), along(top, height, y, h)];
}
