import { Editor, type JSONContent } from '@tiptap/core';
import { afterEach } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { newCaretMenu } from '../caret-menu/caret-menu.ts';
import { newCommentsUi } from '../comments/comment-marks.ts';
import { type NoteDesk, noteKit } from './note-kit.ts';
import { newNoteReader } from './note-reader.ts';
import { newNoteUi } from './note-ui.ts';

const open = new Set<() => void>();
// What an editor still has to do must not happen when the page of the test has gone.
afterEach(() => {
  for (const close of open) close();
  open.clear();
});

/** An editor without a page, of a document of its own or of one that others write in too. */
export function openNote({ doc = new Y.Doc(), content }: { doc?: Y.Doc; content?: JSONContent[] } = {}) {
  const desk: NoteDesk = {
    doc,
    awareness: new Awareness(doc),
    reader: newNoteReader('en'),
    ui: newNoteUi(),
    menu: newCaretMenu(),
    comments: newCommentsUi(),
  };
  const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions: noteKit(desk) });
  open.add(() => {
    editor.destroy();
    desk.awareness.destroy();
  });
  if (content) editor.commands.setContent(content);
  return { editor, doc, desk };
}

/** Documents whose changes reach each other at once. */
export function joined(...docs: Y.Doc[]): void {
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'others') return;
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'others');
    });
}

export const paragraph = (text: string): JSONContent => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
});

/** Presses a key where the caret is. */
export function press({ view }: Editor, key: string, held: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, ...held });
  view.someProp('handleKeyDown', handle => handle(view, event));
}
