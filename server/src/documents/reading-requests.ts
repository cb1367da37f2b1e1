import { firstOfPeople } from '@multaqa/shared/documents/names';
import { historyHash, textHash } from '@multaqa/shared/documents/text-hash';
import type { DialogueDocuments, HeldDocument } from './dialogue-documents.ts';
import { type Handlers, partLength, type Refusal, type RequestPorts, refuse, type Tab } from './requests.ts';

/** What is asked of a document that is open, besides writing; who asks is known from the connection. */
export function readingRequests(
  ports: RequestPorts,
): Pick<Handlers, 'check' | 'versions' | 'version' | 'name' | 'authors'> {
  const { store, versions } = ports;

  /** Runs `act` for somebody who may at least read the document. */
  async function reading<Result>(
    tab: Tab,
    documents: DialogueDocuments,
    name: string,
    act: (held: HeldDocument) => Promise<Result | Refusal>,
  ): Promise<Result | Refusal> {
    const held = documents.held(name);
    const mayRead = tab.openings.has(name) && ports.access(tab.dialogue, tab.person, name) !== null;
    return held && mayRead ? act(held) : refuse('documents.closed');
  }

  return {
    check: (tab, documents, { document, history, hash }) =>
      reading(tab, documents, document, async ({ loaded: { doc } }) => {
        if (history !== historyHash(doc)) return { ok: true, result: 'unlike' };
        if (hash === textHash(doc)) return { ok: true, result: 'same' };
        const { dialogue, person } = tab;
        ports.logger.error({ dialogue, person, document }, 'a document differs between a browser and the server');
        return { ok: true, result: 'different' };
      }),
    versions: (tab, documents, { document }) =>
      reading(tab, documents, document, async () => {
        const hides = ports.hidesAuthors(tab.dialogue, document);
        const found = await store.documents.versions(tab.dialogue, document);
        const listed = found.map(({ at: _, person, ...version }) => ({ ...version, person: hides ? null : person }));
        return { ok: true, versions: listed };
      }),
    version: (tab, documents, { document, version }) =>
      reading(tab, documents, document, async () => {
        const bytes = await store.documents.version(tab.dialogue, document, version);
        const opening = tab.openings.get(document);
        if (bytes === null || !opening) return refuse('unknown');
        opening.download = bytes;
        return { ok: true, bytes: bytes.slice(0, partLength), size: bytes.length };
      }),
    name: (tab, documents, { document, version, kind, title }) =>
      reading(tab, documents, document, async ({ loaded }) => {
        if (ports.access(tab.dialogue, tab.person, document) !== 'write') return refuse('not-permitted');
        const kept = await versions.keep(documents, loaded, { version, kind, title, person: tab.person });
        if (kept === 'full') return refuse('documents.full');
        return kept === 'added' ? { ok: true } : refuse('elsewhere');
      }),
    authors: (tab, documents, { document }) =>
      reading(tab, documents, document, async ({ loaded: { owners } }) =>
        ports.hidesAuthors(tab.dialogue, document)
          ? refuse('documents.hidden')
          : { ok: true, authors: [...owners].filter(([client]) => client >= firstOfPeople) },
      ),
  };
}
