import { Id } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { newId } from '../../../platform/ids.ts';
import { areOwnChanges } from '../editor/own-changes.ts';
import { placedOutcomes } from './outcome-blocks.ts';
import { digestOf } from './said.ts';

/** Every id that an outcome of this document has had since it was opened: what is cut and pasted comes back as the same. */
const key = new PluginKey<ReadonlySet<string>>('outcomeIds');

/**
 * Keeps outcomes apart by their ids, and second languages true to what they were written for, in the same step as what this
 * person does. Of outcomes with one id the first keeps it. One that comes from another document gets an id of its
 * own and says where it is from. What others do is left to their editors.
 */
export const OutcomeIds = Extension.create({
  name: 'outcomeIds',
  addProseMirrorPlugins: () => [
    new Plugin<ReadonlySet<string>>({
      key,
      state: {
        init: (_, { doc }) => new Set(placedOutcomes(doc).flatMap(({ node }) => node.attrs.id ?? [])),
        apply: (transaction, known) => (transaction.docChanged ? withThose(known, transaction.doc) : known),
      },
      appendTransaction(transactions, before, now) {
        if (!areOwnChanges(transactions)) return null;
        const change = now.tr;
        giveIds(change, before, now);
        markTranslations(change, before, now);
        return change.docChanged ? change : null;
      },
    }),
  ],
});

function withThose(known: ReadonlySet<string>, doc: Node): ReadonlySet<string> {
  const fresh = placedOutcomes(doc).flatMap(({ node: { attrs } }) =>
    attrs.id && !known.has(attrs.id) ? attrs.id : [],
  );
  return fresh.length > 0 ? new Set([...known, ...fresh]) : known;
}

function giveIds(change: Transaction, before: EditorState, now: EditorState): void {
  const known = key.getState(before) ?? new Set<string>();
  const seen = new Set<string>();
  for (const { node, at } of placedOutcomes(now.doc)) {
    const { id, from } = node.attrs;
    const isOwn = typeof id === 'string' && Id.safeParse(id).success;
    if (isOwn && known.has(id) && !seen.has(id)) {
      seen.add(id);
      continue;
    }
    change.setNodeAttribute(at, 'id', newId());
    if (!isOwn || known.has(id)) continue;
    const sources = [...new Set([...(Array.isArray(from) ? from : []), id])].slice(-limits.outcomesMerged);
    change.setNodeAttribute(at, 'from', sources);
  }
}

/** A second language that this person has just written belongs to the text of now. */
function markTranslations(change: Transaction, before: EditorState, now: EditorState): void {
  const earlier = new Map(placedOutcomes(before.doc).map(({ node }) => [node.attrs.id, node.maybeChild(2)]));
  for (const { node, at } of placedOutcomes(now.doc)) {
    const translation = node.maybeChild(2);
    const past = earlier.get(node.attrs.id);
    if (!translation || !past || translation.content.eq(past.content)) continue;
    const place = at + 1 + node.child(0).nodeSize + node.child(1).nodeSize;
    const of = digestOf(node);
    if (translation.attrs.of !== of) change.setNodeAttribute(place, 'of', of);
  }
}
