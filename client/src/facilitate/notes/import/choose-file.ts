import type { Editor } from '@tiptap/core';
import type { Notify } from '../editor/note-ui.ts';
import { accepted, importFile } from './import-file.ts';

/** Lets somebody choose a file of their device, and takes it into the note. */
export function chooseFile(editor: Editor, notify: Notify): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = accepted;
  field.addEventListener('change', () => {
    const [file] = [...(field.files ?? [])];
    if (file) void importFile(editor, file, notify);
  });
  field.click();
}
