import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { AnyExtension, Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Doc } from 'yjs';
import { noteKeys } from './keys.ts';
import type { NoteReaderStore } from './note-reader.ts';
import type { NoteUiStore } from './note-ui.ts';
import { mentionWithName, promptWithWords } from './word-views.ts';

/** What a note is edited with. */
export type NoteDesk = { doc: Doc; reader: NoteReaderStore; ui: NoteUiStore };

/** The schema of notes with its views, joined to a shared document. */
export function noteKit({ doc, reader, ui }: NoteDesk): Extensions {
  const drawn = new Map<string, AnyExtension>(
    [promptWithWords(reader), mentionWithName(reader)].map(extension => [extension.name, extension]),
  );
  return [
    ...noteExtensions.map(extension => drawn.get(extension.name) ?? extension),
    Collaboration.configure({ document: doc, field: textName }),
    noteKeys(ui),
  ];
}
