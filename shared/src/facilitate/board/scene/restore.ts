import type * as Y from 'yjs';
import { addThing, changeThing, removeThings, type ThingChange, writeThing } from './edits.ts';
import { readScene, type Scene } from './scene.ts';
import type { Thing, ThingData, ThingId } from './thing.ts';

/** What differs between two states of a board. */
export type Difference = { added: readonly ThingId[]; removed: readonly ThingId[]; changed: readonly ThingId[] };

/** What has come, gone and changed from one state of a board to another. */
export function differenceOf(before: Scene, after: Scene): Difference {
  const said = (thing: Thing) => JSON.stringify(dataOf(thing));
  return {
    added: [...after.keys()].filter(id => !before.has(id)),
    removed: [...before.keys()].filter(id => !after.has(id)),
    changed: [...after].flatMap(([id, thing]) => {
      const older = before.get(id);
      return older && said(older) !== said(thing) ? [id] : [];
    }),
  };
}

/**
 * Makes a board what it was, within a transaction of the caller's. What both states have in common is not touched, so that it stays with
 * whoever wrote it; a thing that comes back is written by whoever restores it.
 */
export function restoreScene(doc: Y.Doc, older: Scene): void {
  const now = readScene(doc);
  const { added, removed, changed } = differenceOf(now, older);
  removeThings(doc, removed);
  for (const id of added) put(doc, id, older.get(id));
  for (const id of changed) {
    const [thing, before] = [older.get(id), now.get(id)];
    if (!thing || thing.kind !== before?.kind) {
      put(doc, id, thing);
      continue;
    }
    const { text, ...rest } = { text: '', ...dataOf(thing) };
    changeThing(doc, id, rest as ThingChange);
    writeThing(doc, id, text);
  }
}

function put(doc: Y.Doc, id: ThingId, thing: Thing | undefined): void {
  if (thing) addThing(doc, id, dataOf(thing));
}

/** What a document holds of a thing. */
export function dataOf(thing: Thing): ThingData {
  const { id: _, client: __, by: ___, ...data } = thing;
  return data;
}
