import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { type Size, toBoard } from '../camera/camera.ts';
import { wantsStillness } from '../camera/open-camera.ts';
import type { Desk } from '../desk.ts';
import type { Grip, Press } from './press.ts';

/** From how far within the edge the view moves, in pixels, and at most as a part of the board's width or height. */
const rim = { pixels: 44, part: 1 / 6 } as const;
/** How fast it moves at the very edge, in pixels a second, and how much faster it gets beyond. */
const fastest = 900;
const beyond = 1.5;
/** How fast a rim lets the view move grows as if it were so wide at least. */
const narrow = 12;
/** Where less motion is asked for, the view moves in steps of so many pixels. */
const step = 160;

/** How far a hand has been from each edge at most since it took hold, in pixels. */
export type Room = readonly [left: number, top: number, right: number, bottom: number];

/** How far a place is from each edge. */
export const roomOf = ([x, y]: Point, [width, height]: Size): Room => [x, y, width - x, height - y];

/** The same after a hand has been at another place. */
export const roomAfter = (before: Room, now: Room): Room => [
  ...([Math.max(before[0], now[0]), Math.max(before[1], now[1])] as const),
  ...([Math.max(before[2], now[2]), Math.max(before[3], now[3])] as const),
];

/**
 * How fast the view moves while a hand is at this pixel, in pixels a second to the right and down: the nearer to an edge the faster. What was taken in
 * hand at an edge does not move off by itself: there the rim is no wider than the hand has been away from it.
 */
export function speedAt(pixel: Point, size: Size, hadRoom: Room): Point {
  const has = roomOf(pixel, size);
  const pull = (side: 0 | 1 | 2 | 3): number => {
    const wide = Math.max(0, Math.min(rim.pixels, size[side % 2 === 0 ? 0 : 1] * rim.part, hadRoom[side]));
    const depth = Math.min(beyond, Math.max(0, (wide - has[side]) / Math.max(narrow, wide)));
    return fastest * depth * depth;
  };
  return [pull(2) - pull(0), pull(3) - pull(1)];
}

/** A grip that moves the view while the hand is at its edge; what it has stays under the pointer. It stops when the grip lets go or is lost. */
export function atEdges(desk: Desk, begin: Press, grip: Grip): Grip {
  const { camera, pointer } = desk;
  let last = begin;
  let hadRoom = roomOf(begin.pixel, camera.size());
  let owed: Point = [0, 0];
  let frame = 0;
  let time = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const pull = () => {
    camera.push([-owed[0], -owed[1]]);
    owed = [0, 0];
    last = { ...last, at: toBoard(camera.now(), last.pixel) };
    pointer.now = last.at;
    pointer.tell();
    grip.move(last, [last], []);
  };
  const go = (now: number) => {
    frame = 0;
    const [right, down] = speedAt(last.pixel, camera.size(), hadRoom);
    if (right === 0 && down === 0) return;
    // The first frame and one that comes late move the view no further than others.
    const passed = time > 0 ? Math.min(32, now - time) / 1_000 : 0;
    time = now;
    owed = [owed[0] + right * passed, owed[1] + down * passed];
    if (Math.hypot(...owed) >= (wantsStillness() ? step : 0.5)) pull();
    frame = requestAnimationFrame(go);
  };
  return {
    move(press, way, ahead) {
      last = press;
      hadRoom = roomAfter(hadRoom, roomOf(press.pixel, camera.size()));
      grip.move(press, way, ahead);
      if (frame > 0) return;
      time = 0;
      frame = requestAnimationFrame(go);
    },
    up(press) {
      stop();
      grip.up(press);
    },
    cancel() {
      stop();
      grip.cancel();
    },
  };
}
