import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { asOneStep } from '../editor/one-step.ts';

/**
 * Puts an older text in the place of what is there now, as one step that undo takes back. What both have in common stays as it is in
 * the shared document, with whoever wrote it.
 */
export function restoreInto(editor: Editor, note: Node): void {
  const { content } = editor.schema.nodeFromJSON(note.toJSON());
  asOneStep(editor, () =>
    editor.commands.command(({ tr }) => {
      tr.replaceWith(0, tr.doc.content.size, content).setSelection(Selection.atStart(tr.doc));
      return true;
    }),
  );
}
