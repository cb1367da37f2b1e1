import { scaled } from './frame.ts';
import type { Drawing, Telling } from './telling.ts';

/** Each try is so much smaller than the one before; the last one is still read from afar. */
const step = 0.92;
const tries = 4;

/** A drawing with letters as large as its room allows, at most those of its frame. What is still too high is scrolled. */
export function fitted<Some extends Drawing | null>(draw: (telling: Telling) => Some, telling: Telling): Some {
  const { frame } = telling;
  let drawn = draw(telling);
  for (let at = 1; at <= tries && frame.room !== null && drawn && drawn.height > frame.room; at += 1)
    drawn = draw({ ...telling, frame: scaled(frame, step ** at) });
  return drawn;
}
