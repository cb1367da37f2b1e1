import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';

/**
 * Forgets where the caret was before a step that was undone. The library keeps that place for whatever change comes next: the
 * caret would jump with the next letter of somebody else's, or, where the place is gone, their change would not be shown.
 */
export const UndoSelection = Extension.create({
  name: 'undoSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const { undoManager } = yUndoPluginKey.getState(view.state);
        const forget = () => {
          const { binding } = ySyncPluginKey.getState(view.state);
          if (binding) binding.beforeTransactionSelection = null;
        };
        undoManager.on('stack-item-popped', forget);
        return { destroy: () => undoManager.off('stack-item-popped', forget) };
      },
    }),
  ],
});
