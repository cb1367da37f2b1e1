import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** The outcomes of a note. */
export const outcomesOf = ({ state }: Editor): Node[] =>
  state.doc.children.filter(({ type }) => type.name === 'outcome');
/** Their ids, in their order. */
export const idsOf = (editor: Editor): string[] => outcomesOf(editor).map(({ attrs }) => attrs.id);
/** The words of each line of a note. */
export const textsOf = ({ state }: Editor): string[] => {
  const texts: string[] = [];
  state.doc.descendants(node => {
    if (node.isTextblock && node.textContent) texts.push(node.textContent);
  });
  return texts;
};
