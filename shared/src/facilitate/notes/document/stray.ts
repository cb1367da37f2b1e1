import type * as Y from 'yjs';
import type { Flaw, Stray } from './flaws.ts';
import { inspectBeside } from './inspect-beside.ts';
import { inspectChildren, top } from './inspect-blocks.ts';
import { textName } from './names.ts';

type Shared = Y.Doc['share'] extends Map<string, infer Type> ? Type : never;

const seen = ({ what, path }: Flaw): Stray => ({ what, path });

function flawsIn(doc: Y.Doc): Flaw[] {
  const flaws: Flaw[] = [];
  inspectBeside(doc, flaws);
  inspectChildren(doc.getXmlFragment(textName), top, flaws);
  return flaws;
}

/** Everything in a note's document that does not belong there, in time proportional to the document. */
export const strayIn = (doc: Y.Doc): Stray[] => flawsIn(doc).map(seen);

/** What `strayAfter` needs to know of a transaction, while it runs or when it has ended. */
export type Change = Pick<Y.Transaction, 'changed' | 'beforeState'>;

/**
 * The same after one transaction on a document in which nothing was stray. Of the text it looks only into the blocks at the top
 * that have changed, so that a key press in a long note costs little.
 */
export function strayAfter(doc: Y.Doc, { changed, beforeState }: Change): Stray[] {
  const text = doc.getXmlFragment(textName);
  const blocks = new Set<unknown>();
  let isBeside = false;
  for (const type of changed.keys()) {
    const [root, block] = wayTo(type as Shared);
    if (root !== (text as unknown)) isBeside = true;
    else if (block) blocks.add(block);
    else isBeside = true;
  }
  for (const child of text.toArray()) {
    // What is not of Yjs's own making has no item, and counts as new.
    const id = child._item?.id;
    if (!id || id.clock >= (beforeState.get(id.client) ?? 0)) blocks.add(child);
  }
  const flaws: Flaw[] = [];
  if (isBeside) inspectBeside(doc, flaws);
  inspectChildren(text, top, flaws, blocks);
  return flaws.map(seen);
}

/** The root that holds a type, and its child on the way there. */
function wayTo(type: Shared): [root: Shared, block: Shared | null] {
  let block: Shared | null = null;
  let at = type;
  for (let parent = at.parent; parent; parent = at.parent) {
    block = at;
    at = parent as Shared;
  }
  return [at, block];
}

/**
 * Takes out what does not belong into a note's document, puts in what a block cannot be without, and returns what that was. What is
 * right stays as it is; afterwards nothing is stray, and the schema accepts the text.
 */
export function removeStray(doc: Y.Doc, origin: unknown = null): Stray[] {
  const flaws = flawsIn(doc);
  if (flaws.length === 0) return [];
  for (const { first } of flaws) first?.();
  doc.transact(() => {
    for (const { fix } of [...flaws].reverse()) fix();
  }, origin);
  return flaws.map(seen);
}
