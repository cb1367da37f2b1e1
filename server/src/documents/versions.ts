import { randomUUID } from 'node:crypto';
import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import type { Clock } from '../platform/clock.ts';
import type { DocumentVersion, Store } from '../platform/store/store.ts';
import type { DialogueDocuments } from './dialogue-documents.ts';
import type { LoadedDocument } from './loaded.ts';
import { packWhole } from './wholes.ts';

/** What a version is called and why it is kept. */
export type Keeping = Pick<DocumentVersion, 'version' | 'kind' | 'title' | 'person'>;

export type Versions = {
  /** Keeps what the document is now. `full`: as many have been named already. */
  keep(documents: DialogueDocuments, document: LoadedDocument, keeping: Keeping): Promise<'added' | 'fenced' | 'full'>;
  /** Keeps what the document is now without a name, unless nothing has changed since or the last one is young. */
  keepByItself(documents: DialogueDocuments, document: LoadedDocument): Promise<void>;
};

/** Versions of documents, in the store. */
export function openVersions(store: Pick<Store, 'documents'>, clock: Pick<Clock, 'now'>): Versions {
  const keep: Versions['keep'] = async ({ live }, document, keeping) => {
    const { name, doc } = document;
    const known = await store.documents.versions(live.dialogue, name);
    if (known.some(({ version }) => version === keeping.version)) return 'added';
    const named = known.filter(({ kind }) => kind !== 'auto').length;
    if (keeping.kind !== 'auto' && named >= limits.namedVersions) return 'full';
    const [at, bytes] = [document.position, Y.encodeStateAsUpdate(doc)];
    const version = { ...keeping, at, writtenAt: clock.now(), whole: await packWhole(bytes) };
    return live.fenced(lease => store.documents.addVersion(lease, name, version, limits.autoVersions));
  };
  return {
    keep,
    async keepByItself(documents, document) {
      if (document.position === 0) return;
      const last = (await store.documents.versions(documents.live.dialogue, document.name)).at(-1);
      const isNew = last === undefined || last.at < document.position;
      const isDue = last === undefined || clock.now() - last.writtenAt >= limits.autoVersionPause;
      if (!isNew || !isDue) return;
      await keep(documents, document, { version: randomUUID(), kind: 'auto', title: null, person: null });
    },
  };
}
