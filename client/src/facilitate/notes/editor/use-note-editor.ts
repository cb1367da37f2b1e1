import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useMemo } from 'react';
import { type NoteDesk, noteKit } from './note-kit.ts';
import { useText } from './texts.ts';

/** An editor of a shared document. What others write draws nothing of React again. */
export function useNoteEditor(desk: NoteDesk, access: 'write' | 'read'): Editor {
  const text = useText();
  const label = text('editor.label');
  const extensions = useMemo(() => noteKit(desk), [desk]);
  const editor = useEditor(
    {
      extensions,
      editable: access === 'write',
      // Without content TipTap reads an empty text as HTML, which the content policy forbids (trusted types).
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      // A strict content policy forbids style elements; the looks are in a style sheet of our own.
      injectCSS: false,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
    },
    [desk],
  );
  useEffect(() => editor.setEditable(access === 'write', false), [editor, access]);
  return editor;
}
