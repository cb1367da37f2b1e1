import { encloses } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Desk } from '../desk.ts';
import { type Camera, resized, viewOf } from './camera.ts';

/** What of one's own ends it. */
const own = ['pointerdown', 'wheel', 'keydown'] as const;

/**
 * On a board that was opened empty: goes to what others put there, until this person does something at the board themself, or the view is led
 * elsewhere. `surface` is the board with its tools. Returns how to stop.
 */
export function followArrivals({ board, camera, index, ui }: Desk, surface: HTMLElement): () => void {
  let left = { goal: camera.goal(), size: camera.size() };
  const go = () => {
    // A view without a size yet is not moved by getting one.
    const here = left.size[0] > 0 ? resized(left.goal, left.size, camera.size()) : left.goal;
    if (!isSame(here, camera.goal())) return stop();
    const all = index.everything();
    if (all && !encloses(viewOf(camera.goal(), camera.size()), all)) camera.show(all);
    left = { goal: camera.goal(), size: camera.size() };
  };
  const ends = [
    board.subscribe(go),
    ui.subscribe(({ tool, chosen, writes, busy }) => {
      if (tool !== 'select' || chosen.length > 0 || writes !== null || busy !== 'no') stop();
    }),
  ];
  const stop = () => {
    for (const end of ends) end();
    for (const name of own) surface.removeEventListener(name, stop);
  };
  for (const name of own) surface.addEventListener(name, stop, { passive: true });
  return stop;
}

const isSame = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) < 0.01 && Math.abs(one.y - other.y) < 0.01 && Math.abs(one.zoom - other.zoom) < 1e-6;
