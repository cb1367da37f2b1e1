import type { Bounds } from '@multaqa/shared/facilitate/board/scene/geometry';
import { type Camera, type Size, toScreen } from '../surface/camera/camera.ts';

/** How high and wide the field is, what lies above and below what is chosen, and at the foot of the board, in pixels. */
const [high, halfWidth] = [52, 150];
const [above, below] = [64, 104];
const foot = 76;
/** Below so many pixels a board is narrow: what is done with a thing stands at the foot of the board there, and the field above it. */
const narrow = 680;
const narrowFoot = 140;

/** Under a thing, and under the bar where that has no room above the thing; within the view in any case. */
export function placeUnder(
  [left, top, width, height]: Bounds,
  camera: Camera,
  [wide, tall]: Size,
): { left: number; top: number } {
  const [from, head] = toScreen(camera, [left, top]);
  const [to, bottom] = toScreen(camera, [left + width, top + height]);
  const middle = Math.min(wide - halfWidth, Math.max(halfWidth, (from + to) / 2));
  if (wide < narrow) return { left: wide / 2, top: Math.max(8, tall - narrowFoot - high) };
  const isBarAbove = head - above >= 8;
  const under = bottom + (isBarAbove ? 10 : below);
  const lowest = tall - foot - high;
  // Where the bar has been pushed up to stay in sight, the field stands above it.
  return { left: middle, top: under <= lowest ? under : isBarAbove ? lowest : lowest - above - 8 };
}
