import { documentName } from '@multaqa/shared/documents/names';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDialogue } from '../dialogue/DialogueProvider.tsx';
import { useMe } from '../dialogue/use-dialogue.ts';
import type { OpenDocument } from './document.ts';
import { type Documents, openDocuments } from './documents.ts';

const all = new Map<string, Documents>();

/** The document of a kind and a room, in step with the server for as long as it is shown; null for a moment while it is opened. */
export function useDocument(kind: string, room: RoomId): OpenDocument | null {
  const { id } = useDialogue();
  const { person } = useMe();
  const name = documentName({ kind, room });
  const [document, setDocument] = useState<OpenDocument | null>(null);
  useEffect(() => {
    const taken = documentsOf(id, person).take(name, setDocument);
    setDocument(taken.document);
    return () => {
      setDocument(null);
      taken.leave();
    };
  }, [id, person, name]);
  return document?.name === name ? document : null;
}

/** Where what is written in a document is, and what this person may do with it. */
export function useSync(
  document: OpenDocument,
): Pick<ReturnType<OpenDocument['sync']>, 'save' | 'access' | 'hasArrived' | 'isThere' | 'refusal'> {
  // A text, so that nothing is drawn again as long as all of it is the same.
  const told = useSyncExternalStore(document.subscribe, () => {
    const { save, access, hasArrived, isThere, refusal } = document.sync();
    return JSON.stringify({ save, access, hasArrived, isThere, refusal });
  });
  return JSON.parse(told);
}

function documentsOf(dialogue: string, person: string): Documents {
  const key = `${dialogue}/${person}`;
  const known = all.get(key);
  if (known) return known;
  // The copy of this device was not to be trusted and is gone; what the server has is shown after the page was loaded again.
  const documents = openDocuments(dialogue, person, () => location.reload());
  all.set(key, documents);
  return documents;
}
