import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { AnyExtension, Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { CaretMenuStore } from '../caret-menu/caret-menu.ts';
import { mentionMenu } from '../caret-menu/mentions.ts';
import { slashMenu } from '../caret-menu/slash.ts';
import { othersCarets } from '../carets/carets.ts';
import { type CommentsUiStore, commentsLit } from '../comments/comment-marks.ts';
import { cleanPaste } from '../import/paste.ts';
import { KeptMerges } from '../outcome/kept-merges.ts';
import { OutcomeIds } from '../outcome/outcome-ids.ts';
import { OutcomeKeys } from '../outcome/outcome-keys.ts';
import { OutcomeWithCard, TranslationWithName } from '../outcome/outcome-views.ts';
import { Suggesting } from '../suggestions/suggesting.ts';
import { KeptMapping } from './kept-mapping.ts';
import { noteKeys } from './keys.ts';
import type { NoteReaderStore } from './note-reader.ts';
import type { NoteUiStore } from './note-ui.ts';
import { UndoSelection } from './undo-selection.ts';
import { mentionWithName, promptWithWords } from './word-views.ts';

/** What a note is edited with. */
export type NoteDesk = {
  doc: Doc;
  awareness: Awareness;
  reader: NoteReaderStore;
  ui: NoteUiStore;
  menu: CaretMenuStore;
  comments: CommentsUiStore;
};

/** The schema of notes with its views, joined to a shared document. */
export function noteKit({ doc, awareness, reader, ui, menu, comments }: NoteDesk): Extensions {
  const drawn = new Map<string, AnyExtension>(
    [promptWithWords(reader), mentionWithName(reader), OutcomeWithCard, TranslationWithName, commentsLit(comments)].map(
      extension => [extension.name, extension],
    ),
  );
  return [
    ...noteExtensions.map(extension => drawn.get(extension.name) ?? extension),
    Collaboration.configure({ document: doc, field: textName }),
    othersCarets(awareness, reader),
    KeptMapping,
    UndoSelection,
    Suggesting,
    OutcomeIds,
    KeptMerges,
    OutcomeKeys,
    slashMenu(menu),
    mentionMenu(menu, reader),
    cleanPaste(ui),
    noteKeys(ui, menu),
  ];
}
