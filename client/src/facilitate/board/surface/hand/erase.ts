import { removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Desk } from '../desk.ts';
import { type Grip, type Press, thingUnder } from './press.ts';

/** What is drawn by hand goes under the eraser; notes, texts, frames and images stay. */
const erasable = new Set(['stroke', 'arrow', 'shape', 'stamp']);

/** Takes strokes away under the pointer. All of one go are one step of undo. */
export function erasing(desk: Desk, begin: Press): Grip {
  const joins = `erase ${performance.now()}`;
  const erase = (press: Press) => {
    const thing = thingUnder(desk, press);
    if (!thing || thing.fixed || !erasable.has(thing.kind) || !desk.mayChange(thing)) return;
    desk.board.edit(doc => removeThings(doc, [thing.id]), joins);
  };
  erase(begin);
  desk.ui.setState({ busy: 'drawing' });
  const end = () => desk.ui.setState({ busy: 'no' });
  return { move: (_, way) => way.forEach(erase), up: end, cancel: end };
}
