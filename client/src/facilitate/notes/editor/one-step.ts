import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/** Does something that undo takes back by itself: without the words typed just before, and without those typed just after. */
export function asOneStep<Result>(editor: Editor, work: () => Result): Result {
  const { undoManager } = yUndoPluginKey.getState(editor.state);
  undoManager.stopCapturing();
  try {
    return work();
  } finally {
    undoManager.stopCapturing();
  }
}
