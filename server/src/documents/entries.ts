import * as Y from 'yjs';
import type { Contents, Entry } from './decode.ts';

type Id = { client: number; clock: number };

/**
 * The entries of a document that an update writes into or deletes from, each once. What it deletes that is deleted already counts for
 * nothing. Null when it refers to pieces that are not in the document yet.
 */
export function entriesOf(doc: Y.Doc, { touched, deletions, clients }: Contents): Entry[] | null {
  const entries = new Map<string, Entry>();
  const add = (entry: Entry | null) => entry && entries.set(`${entry.root} ${entry.key}`, entry);
  const isOwn = ({ client, clock }: Id) => clients.some(one => one.client === client && clock >= one.from);
  for (const one of touched) {
    if (!('below' in one)) add(one);
    else if (isThere(doc, one.below)) add(entryOf(Y.getItem(doc.store, Y.createID(one.below.client, one.below.clock))));
    else return null;
  }
  for (const { client, clock, length } of deletions) {
    const isWhole = isThere(doc, { client, clock: clock + length - 1 }) || isOwn({ client, clock: clock + length - 1 });
    if (!isWhole) return null;
    for (const item of alive(doc, { client, clock }, length)) add(entryOf(item));
  }
  return [...entries.values()];
}

const isThere = (doc: Y.Doc, { client, clock }: Id): boolean => clock < Y.getState(doc.store, client);

/** The pieces of a client in a stretch of its clock that are not deleted. */
function* alive(doc: Y.Doc, { client, clock }: Id, length: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || !isThere(doc, { client, clock })) return;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + length) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}

/** The entry in which a piece lies; null for a piece of something that is deleted for good. */
function entryOf(struct: Y.Item | Y.GC): Entry | null {
  if (!(struct instanceof Y.Item)) return null;
  let item = struct;
  while (item.parent instanceof Y.AbstractType && item.parent._item) item = item.parent._item;
  if (!(item.parent instanceof Y.AbstractType)) return null;
  return { root: Y.findRootTypeKey(item.parent), key: item.parentSub };
}
