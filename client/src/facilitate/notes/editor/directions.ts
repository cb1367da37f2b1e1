import type { Editor } from '@tiptap/core';

/** The direction of a block; null: that of its first letters. */
export type BlockDirection = 'rtl' | 'ltr' | null;

/** Gives every block that the selection touches a direction. */
export function setDirection(editor: Editor, direction: BlockDirection): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const { from, to } = tr.selection;
      tr.doc.nodesBetween(from, to, (node, at) => {
        if (node.isTextblock && 'dir' in node.attrs) tr.setNodeAttribute(at, 'dir', direction);
      });
      return true;
    })
    .run();
}

/** The direction that somebody has set for the block with the caret. */
export function directionAt({ state }: Editor): BlockDirection {
  const { dir } = state.selection.$head.parent.attrs;
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}
