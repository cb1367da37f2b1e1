import type { IncomingMessage } from 'node:http';
import { documentsRestOn, notesOf } from '@multaqa/shared/dialogue';
import { parseDocumentName } from '@multaqa/shared/documents/names';
import { notesIn } from '@multaqa/shared/facilitate/notes/notes.state';
import { noteKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import type { Base } from './app.base.ts';
import type { AppOptions } from './app.options.ts';
import type { Admission } from './dialogue/admission.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { type DocumentPolicy, type Documents, openDocuments } from './documents/documents.ts';
import { boardDocuments, hostBoardDocuments } from './facilitate/board/board-documents.ts';
import { noteDocuments } from './facilitate/notes/note-documents.ts';

/** Opens the door for documents, with what the rules of a dialogue say of them. */
export function openDocumentsDoor(
  { io, rates, store }: Base,
  { clock, logger, documentFeatures }: AppOptions,
  dialogues: Dialogues,
  admit: (request: IncomingMessage, dialogue: string) => Promise<Admission | null>,
): Documents {
  const policy: DocumentPolicy = {
    access(state, person, name, now) {
      const document = parseDocumentName(name);
      return document && dialogues.rules.documentAccess(state, person, document.kind, document.room, now);
    },
    reads: documentsRestOn,
    hidesAuthors(state, name) {
      const document = parseDocumentName(name);
      return document === null || notesIn(notesOf(state), sessionOf(document.room)).authors === 'hidden';
    },
  };
  const features = documentFeatures ?? [
    ...noteKinds.map(kind =>
      noteDocuments(kind, { dialogues, edit: (...change) => documents.edit(...change), clock, logger }),
    ),
    boardDocuments({ dialogues, clock }),
    hostBoardDocuments,
  ];
  const documents: Documents = openDocuments(io, { store, dialogues, clock, policy, features, rates, logger, admit });
  return documents;
}
