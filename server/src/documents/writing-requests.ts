import { parseDocumentName } from '@multaqa/shared/documents/names';
import type { DocumentInput } from '@multaqa/shared/documents/wire';
import type { Access } from '@multaqa/shared/kernel/documents';
import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import { base64Of, bytesOf } from './base64.ts';
import type { DialogueDocuments, HeldDocument } from './dialogue-documents.ts';
import type { Opening } from './openings.ts';
import { type Handled, type Handlers, partLength, type RequestPorts, refuse, type Tab } from './requests.ts';
import { packWhole } from './wholes.ts';
import type { Written } from './writing.ts';

/** An update that changes nothing. */
const nothing = new Uint8Array([0, 0]);
/** The vector of a tab that has nothing. */
const nothingYet = base64Of(new Uint8Array([0]));

/** Opening, writing and leaving; who does it is known from the connection. */
export function writingRequests(ports: RequestPorts): Pick<Handlers, 'open' | 'update' | 'more' | 'leave'> {
  const { openings, carets } = ports;

  async function open(tab: Tab, documents: DialogueDocuments, input: DocumentInput<'open'>): Handled<'open'> {
    const { document: name, client } = input;
    const asked = ports.access(tab.dialogue, tab.person, name);
    const why = reasonAgainst(tab, documents, name, asked);
    if (why !== null || asked === null) return refuse(why ?? 'documents.closed');
    const held = await documents.open(name, asked === 'write');
    const claimed = asked === 'write' ? await write(tab, documents, held, nothing, client) : null;
    if (claimed && !claimed.ok) return claimed;
    const lacking = await prepareFor(held, input.vector);
    // Much may have happened while the disk was waited for.
    const access = ports.access(tab.dialogue, tab.person, name);
    if (access !== asked || documents.isLost() || !tab.isConnected()) return refuse('busy');
    const lacks = lacking();
    if (lacks === null) return refuse('malformed');
    const { state, since } = lacks;
    enter(tab, name, client, access).download = state;
    const vector = base64Of(Y.encodeStateVector(held.loaded.doc));
    const bytes = state.slice(0, partLength);
    return { ok: true, bytes, size: state.length, since, access, vector, carets: carets.of(tab.dialogue, name) };
  }

  /** Why somebody may not open a document; null when they may. */
  function reasonAgainst(tab: Tab, documents: DialogueDocuments, name: string, access: Access | null) {
    if (!parseDocumentName(name)) return 'malformed';
    if (!tab.openings.has(name) && tab.openings.size >= limits.documentsPerSocket) return 'documents.full';
    if (!access) return 'documents.closed';
    return !documents.held(name) && ports.held() >= limits.loadedDocuments ? 'busy' : null;
  }

  function enter(tab: Tab, document: string, client: number, access: Access): Opening {
    const known = tab.openings.get(document);
    if (known && known.client !== client) carets.remove(known);
    if (known) return Object.assign(known, { client, access, upload: [] });
    const { dialogue, person, socket } = tab;
    const tell = tab.tell(document);
    const opening = { dialogue, document, person, socket, client, access, upload: [], download: '', tell };
    tab.openings.set(document, opening);
    openings.add(opening);
    tab.join(document);
    return opening;
  }

  function write(
    tab: Tab,
    documents: DialogueDocuments,
    { loaded }: HeldDocument,
    bytes: Uint8Array,
    claims: number | null,
  ): Promise<Written> {
    const { dialogue, person, socket } = tab;
    const mayWrite = () => tab.isConnected() && ports.access(dialogue, person, loaded.name) === 'write';
    return new Promise(answer =>
      documents.writing.add({ document: loaded, person, from: socket, bytes, claims, mayWrite, answer }),
    );
  }

  async function update(tab: Tab, documents: DialogueDocuments, input: DocumentInput<'update'>): Handled<'update'> {
    const opening = tab.openings.get(input.document);
    const held = documents.held(input.document);
    if (!opening || !held) return refuse('documents.closed');
    const whole = assembled(opening, input);
    if (whole === 'too-large' || whole === 'malformed') return refuse(whole);
    if (whole === null) return { ok: true, position: held.loaded.position };
    return write(tab, documents, held, whole, null);
  }

  return {
    open,
    update,
    async more(tab, _documents, { document, at }) {
      const opening = tab.openings.get(document);
      if (!opening || at >= opening.download.length) return refuse('unknown');
      const bytes = opening.download.slice(at, at + partLength);
      if (at + bytes.length >= opening.download.length) opening.download = '';
      return { ok: true, bytes };
    },
    async leave(tab, _documents, { document }) {
      leaveDocument(tab, document, ports);
      return { ok: true };
    },
  };
}

/** A tab has a document no longer open. */
export function leaveDocument(
  tab: Pick<Tab, 'openings' | 'leave'>,
  document: string,
  { openings, carets }: Pick<RequestPorts, 'openings' | 'carets'>,
): void {
  const opening = tab.openings.get(document);
  if (!opening) return;
  tab.openings.delete(document);
  openings.remove(opening);
  carets.remove(opening);
  tab.leave(document);
}

/** The whole update once its last part has come; null before. */
function assembled(
  opening: Opening,
  { bytes, part }: DocumentInput<'update'>,
): Uint8Array | 'too-large' | 'malformed' | null {
  const own = bytesOf(bytes);
  if (!part) return own;
  const before = part.at === 0 ? [] : opening.upload;
  const length = before.reduce((sum, one) => sum + one.length, 0);
  opening.upload = [];
  if (part.at !== length) return 'malformed';
  if (length + own.length > limits.documentUpdateBytes) return 'too-large';
  const parts = [...before, own];
  if (part.isLast) return new Uint8Array(Buffer.concat(parts));
  opening.upload = parts;
  return null;
}

/** What a tab lacks, and what was written since that was put together. */
type Lacks = { state: string; since: string | null };

/** Packs the whole for a tab that has nothing, since that takes a moment; then tells what a tab lacks, or null for one whose vector is none. */
async function prepareFor(held: HeldDocument, vector: string): Promise<() => Lacks | null> {
  if (vector !== '' && vector !== nothingYet)
    return () => {
      const state = differenceFor(held, bytesOf(vector));
      return state === null ? null : { state, since: null };
    };
  const whole = await wholeOf(held);
  return () => ({
    state: whole.packed,
    since: whole.position < held.loaded.position ? differenceFor(held, whole.vector) : null,
  });
}

/** All of a document, packed once for those who come one after another. */
async function wholeOf(held: HeldDocument): Promise<{ position: number; vector: Uint8Array; packed: string }> {
  const { doc, position } = held.loaded;
  const whole =
    held.whole?.position === position
      ? held.whole
      : { position, vector: Y.encodeStateVector(doc), packed: packWhole(Y.encodeStateAsUpdate(doc)) };
  held.whole = whole;
  return { ...whole, packed: await whole.packed };
}

/** What a tab with this vector does not have yet, in base64; null when that is no vector. */
function differenceFor({ loaded: { doc } }: HeldDocument, vector: Uint8Array): string | null {
  try {
    return base64Of(Y.encodeStateAsUpdate(doc, vector));
  } catch {
    // Bytes of a client that are no vector.
    return null;
  }
}
