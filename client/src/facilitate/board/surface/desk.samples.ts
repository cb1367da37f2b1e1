import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import type { ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import * as Y from 'yjs';
import { openBoard } from '../scene/open-board.ts';
import { openDesk } from './desk.ts';

const plain = { group: null, frame: null, into: null, outcome: null, fixed: false, tags: [] };

/** A note for a test, 200 by 200. */
export const note = (x = 0, y = 0, more: Partial<Extract<ThingData, { kind: 'note' }>> = {}): ThingData => ({
  ...{ kind: 'note', at: [x, y, 200, 200, 0], colour: 'yellow', z: 1, text: '', says: null },
  ...plain,
  ...more,
});

/** An arrow for a test. */
export const arrow = (from: ThingId | null, to: ThingId | null): ThingData => ({
  ...{ kind: 'arrow', line: [0, 0, 100, 100], from, to, heads: 'end', colour: 'ink', z: 2, text: '', says: null },
  ...plain,
});

/** An id out of a letter. */
export const idOf = (letter: string): ThingId => letter.repeat(10);

/** A desk with things on it, 1,000 by 800 pixels, which one may write on. */
export function deskWith(things: Record<ThingId, ThingData>) {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [id, data] of Object.entries(things)) addThing(doc, id, data);
  });
  const desk = openDesk(openBoard(doc));
  desk.setAccess('write');
  desk.camera.set({ x: 0, y: 0, zoom: 1 });
  desk.camera.setSize([1_000, 800]);
  return { doc, desk };
}
