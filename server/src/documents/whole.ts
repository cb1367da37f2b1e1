import * as Y from 'yjs';
import type { Faults } from '../dialogue/faults.ts';
import type { LiveDialogue } from '../dialogue/live-dialogue.ts';
import type { Store } from '../platform/store/store.ts';
import { type LoadedDocument, vectorOf } from './loaded.ts';
import { packWhole } from './wholes.ts';

/**
 * Writes documents as a whole, each one after another, so that what is in them need not be put together from many updates. Returns
 * how to write one; it resolves with false when this node may no longer write.
 */
export function startSaving(
  live: LiveDialogue,
  store: Pick<Store, 'documents'>,
  faults: Faults,
): (document: LoadedDocument) => Promise<boolean> {
  const saving = new Map<LoadedDocument, Promise<boolean>>();

  async function save(document: LoadedDocument): Promise<boolean> {
    const { name, doc, position: at } = document;
    if (at === document.snapshotAt) return true;
    const bytes = Y.encodeStateAsUpdate(doc);
    const vector = Object.fromEntries(vectorOf(doc));
    const snapshot = { at, vector, whole: await packWhole(bytes) };
    const result = await live.fenced(lease => store.documents.saveSnapshot(lease, name, snapshot));
    document.size = bytes.length;
    if (result === 'saved') document.snapshotAt = at;
    if (result === 'worse') faults.log(new Error(result), 'a document in memory has less than the disk', { name });
    return result !== 'fenced';
  }

  return document => {
    const work = saving.get(document) ?? save(document).finally(() => saving.delete(document));
    saving.set(document, work);
    return work;
  };
}
