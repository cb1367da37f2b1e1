import { addThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { dataOf } from '@multaqa/shared/facilitate/board/scene/restore';
import { thingsOf } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Board } from './open-board.ts';

/** Takes things off a board. Returns how exactly these come back, whatever was done since; either is one step of undo. */
export function takeOff(board: Board, things: readonly Thing[]): () => void {
  board.edit(doc =>
    removeThings(
      doc,
      things.map(({ id }) => id),
    ),
  );
  return () =>
    board.edit(doc => {
      for (const thing of things) if (!thingsOf(doc).has(thing.id)) addThing(doc, thing.id, dataOf(thing));
    });
}
