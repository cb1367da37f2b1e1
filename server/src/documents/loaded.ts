import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import type { KeptDocument, Writer } from '../platform/store/store.ts';
import { bytesOf } from './base64.ts';
import { readWhole } from './wholes.ts';

/** The client id under which the server itself writes; all below 1,000 are kept for it. */
const engineClient = 1;

/** A document in memory, as the store has it: nothing is in it that is not on disk. */
export type LoadedDocument = {
  readonly name: string;
  readonly doc: Y.Doc;
  /** Whose each client id is; null for somebody who was forgotten. */
  readonly owners: Map<number, Writer>;
  /** The position of the last update. */
  position: number;
  /** The position of the newest snapshot; 0 without one. */
  snapshotAt: number;
  /** About how many bytes it is, and the position at which that was counted. */
  size: number;
  countedAt: number;
};

/** The kept document in memory. Updates that cannot be put in are left out and given to `broken`. */
export function loadedFrom(
  name: string,
  kept: KeptDocument,
  broken: (at: number, error: unknown) => void,
): LoadedDocument {
  const left = new Set<number>();
  const whole = kept.snapshot && readWhole(kept.snapshot.whole);
  let doc = putTogether(whole, kept.updates, left);
  // A piece of what could not be put in may be in already, so that all is put together again without it.
  while (doc.failed !== null) {
    broken(doc.failed.at, doc.failed.error);
    left.add(doc.failed.at);
    doc.doc.destroy();
    doc = putTogether(whole, kept.updates, left);
  }
  const since = kept.updates.reduce((sum, { base64 }) => sum + (base64.length * 3) / 4, 0);
  return {
    name,
    doc: doc.doc,
    owners: new Map(kept.clients.map(({ client, person }) => [client, person])),
    position: kept.at,
    snapshotAt: kept.snapshot?.at ?? 0,
    size: (whole?.length ?? 0) + since,
    countedAt: -1,
  };
}

function putTogether(
  whole: Uint8Array | null,
  updates: KeptDocument['updates'],
  left: ReadonlySet<number>,
): { doc: Y.Doc; failed: { at: number; error: unknown } | null } {
  const doc = new Y.Doc();
  if (whole) Y.applyUpdate(doc, whole);
  for (const { at, base64 } of updates) {
    if (left.has(at)) continue;
    try {
      Y.applyUpdate(doc, bytesOf(base64));
    } catch (error) {
      return { doc, failed: { at, error } };
    }
  }
  return { doc, failed: null };
}

/** Puts updates in as one; what that changed, or why they cannot be put in. Then nothing of the document can be relied on any more. */
export function putInto(
  { doc }: LoadedDocument,
  updates: readonly Uint8Array[],
): { change: Uint8Array | null; error: unknown } {
  const changes: Uint8Array[] = [];
  const keep = (change: Uint8Array) => void changes.push(change);
  doc.on('update', keep);
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (error) {
    return { change: null, error };
  } finally {
    doc.off('update', keep);
  }
  const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  return { change: changes[0] ?? null, error: isWaiting ? new Error('an update waits for others') : null };
}

/** What somebody would have to write so that `change` is made. Empty when it changes nothing. */
export function updateBy(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = engineClient;
  const before = Y.encodeStateVector(copy);
  let isChanged = false;
  copy.on('update', () => {
    isChanged = true;
  });
  copy.transact(() => change(copy));
  const update = isChanged ? Y.encodeStateAsUpdate(copy, before) : null;
  copy.destroy();
  return update;
}

/** How far each client has come. */
export const vectorOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));

/** How many parts lie above a piece and with it, the document itself not counted; null for a piece that is not there. */
export function depthIn(doc: Y.Doc, { client, clock }: { client: number; clock: number }): number | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  let depth = 0;
  let item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
  while (item instanceof Y.Item && depth <= limits.documentDepth) {
    depth += 1;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return depth;
}

/** True when all pieces of a client from a clock on are deleted. */
export function isDeletedIn(doc: Y.Doc, range: { client: number; clock: number; length: number }): boolean {
  const { client, clock, length } = range;
  if (clock + length > Y.getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + length) break;
    if (!struct.deleted) return false;
  }
  return true;
}

/** True when one more update of so many bytes has a place. */
export function hasPlace(document: LoadedDocument, bytes: number): boolean {
  if (document.size + bytes <= limits.documentBytes) return true;
  // To count costs as much as the document is large; one that is full is counted once.
  if (document.countedAt !== document.position) document.size = Y.encodeStateAsUpdate(document.doc).length;
  document.countedAt = document.position;
  return document.size + bytes <= limits.documentBytes;
}
