import type * as Y from 'yjs';

/**
 * A short hash of what a document says (its fragment `text`), to notice that two copies with the same history say different things.
 * The hash is cyrb53 by bryc (public domain, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js): quick, and no
 * protection against anybody who wants two texts to look alike.
 */
export function textHash(doc: Y.Doc): string {
  const text = doc.getXmlFragment('text').toString();
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [low, high].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
