import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { placedOutcomes } from './outcome-blocks.ts';

/** How long somebody else may still be taking away what was merged into here, not knowing of it, in ms. */
const crossing = 10_000;

type Merge = { into: string; removed: readonly Node[]; until: number };
type Kept = { merges: readonly Merge[]; lost: readonly Node[] };

const key = new PluginKey<Kept>('keptMerges');

/** Notes on a transaction that it merges these outcomes into one. */
export const noteMerge = (change: Transaction, into: string, removed: readonly Node[]): Transaction =>
  change.setMeta(key, { into, removed, until: Date.now() + crossing } satisfies Merge);

/**
 * Brings back what was merged into an outcome that somebody else has taken away at the same time: they merged it elsewhere, without
 * these words. What has come into another outcome meanwhile stays there alone.
 */
export const KeptMerges = Extension.create({
  name: 'keptMerges',
  addProseMirrorPlugins: () => [
    new Plugin<Kept>({
      key,
      state: {
        init: () => ({ merges: [], lost: [] }),
        apply(transaction, kept, before, now) {
          const merge: Merge | undefined = transaction.getMeta(key);
          if (merge) return { merges: [...kept.merges, merge], lost: [] };
          if (!transaction.docChanged || kept.merges.length === 0)
            return kept.lost.length > 0 ? { ...kept, lost: [] } : kept;
          return isChangeOrigin(transaction) ? afterOthers(kept, before, now) : { ...kept, lost: [] };
        },
      },
      view: () => ({
        update(view) {
          const lost = key.getState(view.state)?.lost ?? [];
          if (lost.length === 0) return;
          // Within the other's change nothing of one's own would reach the document.
          setTimeout(() => {
            const { state } = view;
            const missing = lost.filter(({ attrs }) => !isKnown(state.doc, attrs.id));
            if (!view.isDestroyed && missing.length > 0)
              view.dispatch(state.tr.insert(state.doc.content.size, [...missing]));
          });
        },
      }),
    }),
  ],
});

function afterOthers({ merges }: Kept, before: EditorState, now: EditorState): Kept {
  const open = merges.filter(({ until }) => until > Date.now());
  const isGone = ({ into }: Merge) => has(before.doc, into) && !has(now.doc, into);
  return {
    merges: open.filter(merge => !isGone(merge)),
    lost: open.filter(isGone).flatMap(({ removed }) => removed),
  };
}

const has = (doc: Node, id: string): boolean => placedOutcomes(doc).some(({ node }) => node.attrs.id === id);

/** True for an outcome that is there, or that another one was made of. */
const isKnown = (doc: Node, id: string): boolean =>
  placedOutcomes(doc).some(
    ({ node: { attrs } }) => attrs.id === id || (Array.isArray(attrs.from) && attrs.from.includes(id)),
  );
