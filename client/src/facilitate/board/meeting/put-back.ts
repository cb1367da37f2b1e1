import {
  addThing,
  changeThing,
  removeThings,
  type ThingChange,
  writeThing,
} from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene, readThing, thingsOf, touchedBy } from '@multaqa/shared/facilitate/board/scene/scene';
import { isWritten, type Thing, type ThingData, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import * as Y from 'yjs';

/** Things as they are with a change that the server has refused; null for what it takes away. */
export type Refused = ReadonlyMap<ThingId, Thing | null>;

/** What a refused update makes of a board as it is now. */
export function refusedIn(doc: Y.Doc, update: Uint8Array): Refused {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  const touched = new Set<ThingId>();
  const things = thingsOf(trial);
  things.observeDeep(events => {
    for (const id of touchedBy(events)) touched.add(id);
  });
  Y.applyUpdate(trial, update);
  return new Map([...touched].map(id => [id, readThing(id, things.get(id))]));
}

/**
 * Puts what was refused into a board: what came is there, what went is gone, and what was changed is as it was made, but for what is
 * locked or has no room. Returns what is lost without it: new things, and words in what is locked.
 */
export function putBack(doc: Y.Doc, refused: Refused, locked: ReadonlySet<ThingId>): ThingId[] {
  const free = [...refused].filter(([id]) => !locked.has(id));
  const gone = free.flatMap(([id, wanted]) => (wanted ? [] : id));
  const come = free.flatMap(([, wanted]) => wanted ?? []);
  return doc.transact(() => {
    // What goes makes room for what comes.
    removeThings(doc, gone);
    const crowded = come.filter(wanted => !putThere(doc, wanted));
    const unsaid = [...refused.values()].filter(wanted => wanted && locked.has(wanted.id) && saysMore(doc, wanted));
    return [...crowded, ...unsaid].flatMap(thing => thing?.id ?? []);
  });
}

/** False where there is no room for it. */
function putThere(doc: Y.Doc, wanted: Thing): boolean {
  if (!thingsOf(doc).has(wanted.id)) return addThing(doc, wanted.id, dataOf(wanted));
  const { text, kind: _, ...rest } = { text: undefined, ...dataOf(wanted) };
  changeThing(doc, wanted.id, rest as ThingChange);
  if (text !== undefined) writeThing(doc, wanted.id, text);
  return true;
}

/** What is lost without a refused change, where nothing can be put back. */
export function lostWith(doc: Y.Doc, refused: Refused): ThingId[] {
  const scene = readScene(doc);
  return [...refused].flatMap(([id, wanted]) => (wanted && (!scene.has(id) || saysMore(doc, wanted)) ? [id] : []));
}

/** True for words that the board does not have. */
function saysMore(doc: Y.Doc, wanted: Thing): boolean {
  const there = readThing(wanted.id, thingsOf(doc).get(wanted.id));
  const before = there && isWritten(there) ? there.text : '';
  return isWritten(wanted) && wanted.text !== '' && wanted.text !== before;
}

function dataOf({ id: _, client: __, by: ___, ...data }: Thing): ThingData {
  return data as ThingData;
}
