import * as Y from 'yjs';

/** A short hash of what a document says (its fragment `text`), to notice that two copies with the same history say different things. */
export function textHash(doc: Y.Doc): string {
  const text = doc.getXmlFragment('text').toString();
  return hashOf(text.length, at => text.charCodeAt(at));
}

/** A short hash of what has happened to a document: how far each client has come, and what is deleted, which no state vector tells. */
export function historyHash(doc: Y.Doc): string {
  const bytes = Y.encodeSnapshot(Y.snapshot(doc));
  return hashOf(bytes.length, at => bytes[at] ?? 0);
}

/**
 * cyrb53 by bryc (public domain, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js): quick, and no protection
 * against anybody who wants two texts to look alike.
 */
function hashOf(length: number, unitAt: (at: number) => number): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [low, high].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
