import { ChangeSet, simplifyChanges } from '@tiptap/pm/changeset';
import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';

/**
 * A place where two versions differ: what is from `from` to `to` in the older one is gone in the newer one, where there are these words
 * instead.
 */
export type Changed = { from: number; to: number; added: string };

/** What has changed from an older to a newer text: whole words, in the order of the older one. */
export function changesBetween(older: Node, newer: Node): Changed[] {
  const { steps, doc } = new Transform(older).replaceWith(0, older.content.size, newer.content);
  const set = ChangeSet.create(older).addSteps(
    doc,
    steps.map(step => step.getMap()),
    null,
  );
  return simplifyChanges(set.changes, doc).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    added: doc.textBetween(fromB, toB, ' ¶ ', leaf => (leaf.type.name === 'mention' ? '@' : ' ')),
  }));
}
