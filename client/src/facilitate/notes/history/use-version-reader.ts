import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { AnyExtension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type Editor, useEditor } from '@tiptap/react';
import { useMemo } from 'react';
import { useNoteReader } from '../editor/use-note-reader.ts';
import { mentionWithName, promptWithWords } from '../editor/word-views.ts';
import { OutcomeWithCard, TranslationWithName } from '../outcome/outcome-views.ts';
import { Shading } from './shading.ts';

/** A text that is only read and belongs to no document, drawn as in the notes. */
export function useVersionReader(note: Node, label: string): Editor {
  const reader = useNoteReader();
  const extensions = useMemo(() => {
    const drawn = new Map<string, AnyExtension>(
      [promptWithWords(reader), mentionWithName(reader), OutcomeWithCard, TranslationWithName].map(extension => [
        extension.name,
        extension,
      ]),
    );
    return [...noteExtensions.map(extension => drawn.get(extension.name) ?? extension), Shading];
  }, [reader]);
  return useEditor(
    {
      extensions,
      editable: false,
      content: note.toJSON(),
      injectCSS: false,
      editorProps: { attributes: { role: 'document', 'aria-label': label } },
    },
    [extensions, note],
  );
}
