import { OutcomeNode, OutcomeTranslation } from '@multaqa/shared/facilitate/notes/document/outcome-nodes';
import type { Node } from '@tiptap/pm/model';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { OutcomeCard } from './OutcomeCard.tsx';
import { TranslationPart } from './TranslationPart.tsx';

/** A card is drawn again when what stands around its text has changed, not with every letter in it. */
const update = ({ oldNode, newNode, updateProps }: { oldNode: Node; newNode: Node; updateProps(): void }): boolean => {
  if (oldNode.childCount !== newNode.childCount || !isSame(oldNode.attrs, newNode.attrs)) updateProps();
  return true;
};

/** By what they say: somebody else's change gives all attributes again. */
const isSame = (before: Node['attrs'], now: Node['attrs']): boolean => JSON.stringify(before) === JSON.stringify(now);

/** Outcomes as cards. */
export const OutcomeWithCard = OutcomeNode.extend({
  addNodeView: () => ReactNodeViewRenderer(OutcomeCard, { update }),
});

/** The second language of an outcome, under its name. */
export const TranslationWithName = OutcomeTranslation.extend({
  addNodeView: () => ReactNodeViewRenderer(TranslationPart, { update }),
});
