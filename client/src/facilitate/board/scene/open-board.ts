import { isOptional } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene, readThing, type Scene, thingsOf, touchedBy } from '@multaqa/shared/facilitate/board/scene/scene';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import * as Y from 'yjs';
import { openListeners } from '../../../platform/listeners.ts';

/** A board as this tab has it open: its things, and the one way to change them. */
export type Board = {
  doc: Y.Doc;
  /** The things that are there now; another map after each change, with the same object for each thing that has not changed. */
  scene(): Scene;
  /** Tells which things have changed, come or gone. */
  subscribe(changed: (touched: ReadonlySet<ThingId>) => void): () => void;
  /**
   * Changes the board in one transaction, which is one step of undo. Changes with the same `joins` that follow each other closely, such
   * as letters of one word, are one step together.
   */
  edit(change: (doc: Y.Doc) => void, joins?: string): void;
  undo(): void;
  redo(): void;
  /** Whether there is something to undo and to redo; a text, so that nothing is drawn again while it is the same. */
  steps(): 'none' | 'undo' | 'redo' | 'both';
  close(): void;
};

/** What follows within so many ms and joins is one step of undo. */
const together = 700;

/** Opens a document as a board. */
export function openBoard(doc: Y.Doc): Board {
  const things = thingsOf(doc);
  const listeners = openListeners<ReadonlySet<ThingId>>();
  const origin = {};
  let scene = readScene(doc);
  let joined: string | null = null;
  const undoing = new Y.UndoManager(things, {
    trackedOrigins: new Set([origin]),
    captureTimeout: together,
    deleteFilter: item => !isWithinShared(item, doc.clientID),
  });
  const take = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const touched = touchedBy(events);
    const next = new Map(scene);
    for (const id of touched) {
      const thing = readThing(id, things.get(id));
      if (thing) next.set(id, thing);
      else next.delete(id);
    }
    scene = next;
    listeners.tell(touched);
  };
  things.observeDeep(take);
  const step = (act: () => void) => {
    joined = null;
    undoing.stopCapturing();
    act();
  };
  return {
    doc,
    scene: () => scene,
    subscribe: listeners.add,
    edit(change, joins) {
      if (joins === undefined || joins !== joined) undoing.stopCapturing();
      joined = joins ?? null;
      doc.transact(() => change(doc), origin);
    },
    undo: () => step(() => undoing.undo()),
    redo: () => step(() => undoing.redo()),
    steps() {
      const [canUndo, canRedo] = [undoing.canUndo(), undoing.canRedo()];
      return canUndo && canRedo ? 'both' : canUndo ? 'undo' : canRedo ? 'redo' : 'none';
    },
    close() {
      things.unobserveDeep(take);
      undoing.destroy();
    },
  };
}

/**
 * True for a thing that others have written into, and for the properties without which it would be none: to undo that one put it there
 * would undo what they wrote. What one changed or wrote in it is undone all the same.
 */
function isWithinShared(item: Y.Item, own: number): boolean {
  const thing = item.content instanceof Y.ContentType && item.content.type instanceof Y.Map ? item : thingAround(item);
  if (!thing || !holdsOthers(thing, own)) return false;
  const isFirst = item.origin === null && item.parentSub !== null && !isOptional(item.parentSub);
  return item === thing || (isFirst && item.parent === (thing.content as Y.ContentType).type);
}

function thingAround({ parent }: Y.Item): Y.Item | null {
  const type = parent instanceof Y.AbstractType ? parent : null;
  return type instanceof Y.Text ? type._item && thingAround(type._item) : (type?._item ?? null);
}

function holdsOthers(item: Y.Item, own: number): boolean {
  if (!(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  const parts = [...type._map.values()];
  for (let part = type._start; part; part = part.right) parts.push(part);
  return parts.some(part => !part.deleted && (part.id.client !== own || holdsOthers(part, own)));
}
