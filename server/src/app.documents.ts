import type { IncomingMessage } from 'node:http';
import { documentsRestOn } from '@multaqa/shared/dialogue';
import { parseDocumentName } from '@multaqa/shared/documents/names';
import type { Base } from './app.base.ts';
import type { AppOptions } from './app.options.ts';
import type { Admission } from './dialogue/admission.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { type DocumentPolicy, type Documents, openDocuments } from './documents/documents.ts';
import type { DocumentFeature } from './documents/feature.ts';

/** What follows documents of each kind: a line for each slice that has some. */
const features: readonly DocumentFeature[] = [];

/** Opens the door for documents, with what the rules of a dialogue say of them. */
export function openDocumentsDoor(
  { io, rates, store }: Base,
  { clock, logger, documentFeatures = features }: AppOptions,
  dialogues: Dialogues,
  admit: (request: IncomingMessage, dialogue: string) => Promise<Admission | null>,
): Documents {
  const policy: DocumentPolicy = {
    access(state, person, name, now) {
      const document = parseDocumentName(name);
      return document && dialogues.rules.documentAccess(state, person, document.kind, document.room, now);
    },
    reads: documentsRestOn,
    hidesAuthors: () => false,
  };
  return openDocuments(io, { store, dialogues, clock, policy, features: documentFeatures, rates, logger, admit });
}
