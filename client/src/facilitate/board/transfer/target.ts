import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Thing, ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Board } from '../scene/open-board.ts';
import type { CameraHolder } from '../surface/camera/open-camera.ts';

/** Where things come from and go to: an open board, and what somebody sees and has chosen of it. */
export type TransferTarget = {
  board: Board;
  /** What is in sight. */
  view(): Bounds;
  /** Where the pointer is on the board; null while it is elsewhere. */
  pointer: { readonly now: Point | null };
  chosen(): readonly ThingId[];
  choose(ids: Iterable<ThingId>): void;
  mayChange(thing: Thing): boolean;
};

/** The same with its place on the screen. */
export type TransferDesk = TransferTarget & {
  root: { readonly now: HTMLElement | null };
  camera: Pick<CameraHolder, 'show' | 'reveal' | 'now' | 'size' | 'subscribe'>;
  /** Tells that something else is chosen, or done. */
  ui: { subscribe(changed: () => void): () => void };
};

/** Puts things on the board as one step of undo and chooses them; false where there is no room, and then nothing has changed. */
export function putThings(
  { board, choose }: Pick<TransferTarget, 'board' | 'choose'>,
  things: readonly (readonly [ThingId, ThingData])[],
): boolean {
  let isFull = false;
  board.edit(doc => {
    for (const [id, data] of things) isFull ||= !addThing(doc, id, data);
  });
  if (isFull) board.undo();
  else choose(things.map(([id]) => id));
  return !isFull;
}
