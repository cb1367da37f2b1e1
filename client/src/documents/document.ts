import { firstOfPeople } from '@multaqa/shared/documents/names';
import { textHash } from '@multaqa/shared/documents/text-hash';
import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { unanswered } from '../platform/connection.ts';
import type { DocumentsSocket } from '../platform/documents-socket.ts';
import { openListeners } from '../platform/listeners.ts';
import { background, resultOrNull } from '../platform/report-fault.ts';
import { forgetCarets, sendCarets, takeCarets } from './carets.ts';
import type { RefusedParts } from './refused-parts.ts';
import { type Sync, type Syncing, syncDocument } from './sync.ts';
import { receiveWhole } from './transfer.ts';

/** Where what is written is: on the server's disk, on its way, on this device alone, in this tab alone, or here and refused. */
export type SaveStatus = 'saved' | 'saving' | 'device' | 'unsaved' | 'closed';

/** A shared document that this tab has open. */
export type OpenDocument = {
  name: string;
  doc: Y.Doc;
  awareness: Awareness;
  /** What the server has refused of it for good, also of the one whose place it took. */
  refused: RefusedParts;
  subscribe(changed: () => void): () => void;
  /** `isThere`: there is something to show, from the server or, without a line, from this device; from then on. */
  sync(): Sync & { save: SaveStatus; isThere: boolean };
  /** Whose each client id is; null where nobody is to see who wrote what, or nobody answers. */
  authors(): Promise<ReadonlyMap<number, string | null> | null>;
  /** Named and automatic versions, the newest first; null when nobody answers. */
  versions(): Promise<readonly ListedVersion[] | null>;
  /** A version as a document of its own; null when it is not there. */
  version(version: string): Promise<Y.Doc | null>;
  /** Keeps what the document is now under a name; with the refusal, or null when it is kept. */
  nameVersion(version: string, kind: 'named' | 'restored', title: string): Promise<string | null>;
};

/** The same with what its owner calls. */
export type HeldDocument = OpenDocument & {
  syncing: Syncing;
  takeCarets(...carets: Parameters<typeof takeCarets> extends [unknown, ...infer Rest] ? Rest : never): void;
  lineLost(): void;
  /** Removes this device's copy. */
  discard(): Promise<void>;
  close(): void;
};

/** From one comparison with the server to the next, in ms, while somebody writes. */
const comparison = 30_000;

/** How long (ms) a document that was opened waits for a line before it is shown without one. */
const patience = 1_500;

type Ports = {
  socket: Pick<DocumentsSocket, 'request' | 'caret'>;
  /** The name under which this device keeps it. */
  kept: string;
  refused: RefusedParts;
  /** Both have the same history and say different things: this document is not to be trusted. */
  broken(): void;
};

/** Opens a document: from this device first, then in step with the server. */
export function holdDocument(name: string, { socket, kept, refused, broken }: Ports): HeldDocument {
  const doc = new Y.Doc();
  // The server keeps the smallest client ids for itself.
  if (doc.clientID < firstOfPeople) doc.clientID += firstOfPeople;
  const awareness = new Awareness(doc);
  const listeners = openListeners<void>();
  const device = openDevice(kept, doc);
  let isWaiting: 'line' | 'device' | null = null;
  let [isFresh, isThere] = [true, false];
  const waiting = setTimeout(() => {
    isFresh = false;
    listeners.tell();
  }, patience);
  const syncing = syncDocument({
    doc,
    name,
    request: socket.request,
    changed: () => listeners.tell(),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    carets: carets => takeCarets(awareness, carets),
  });
  const stopCarets = sendCarets(awareness, ({ clock, state }) => socket.caret({ document: name, clock, state }));
  let isChanged = false;
  doc.on('update', () => {
    isChanged = true;
  });
  const timer = setInterval(() => {
    if (!isChanged) return;
    isChanged = false;
    const comparing = syncing
      .isSame(() => textHash(doc))
      .then(async isSame => {
        if (isSame) return;
        await device.discard();
        broken();
      });
    background(comparing, 'documents', ...unanswered);
  }, comparison);

  return {
    ...reading(name, socket),
    ...{ name, doc, awareness, refused },
    subscribe: listeners.add,
    sync() {
      const now = syncing.now();
      const save = now.status === 'away' && isFresh ? 'saving' : saveOf(now, device.isKept());
      isThere ||= now.hasArrived || save === 'device' || save === 'unsaved';
      return { ...now, save, isThere };
    },
    syncing: {
      ...syncing,
      // What an earlier visit kept is to be part of the first exchange.
      connected() {
        isWaiting = 'device';
        void device.ready.then(() => {
          if (isWaiting === 'device') syncing.connected();
          isWaiting = null;
        });
      },
      disconnected() {
        isWaiting = null;
        syncing.disconnected();
      },
    },
    takeCarets: carets => takeCarets(awareness, carets),
    lineLost: () => forgetCarets(awareness),
    discard: device.discard,
    close() {
      clearInterval(timer);
      clearTimeout(waiting);
      stopCarets();
      awareness.destroy();
      syncing.close();
      device.close();
      doc.destroy();
    },
  };
}

function saveOf({ status, access, isPending, hasArrived }: Sync, isKept: boolean): SaveStatus {
  if (isPending && (status === 'ended' || (access !== null && access !== 'write'))) return 'closed';
  if (!isPending && hasArrived) return 'saved';
  if (status !== 'away') return 'saving';
  return isKept ? 'device' : 'unsaved';
}

/** The copy on this device; some private windows have no place for one. */
function openDevice(name: string, doc: Y.Doc) {
  const persistence = typeof indexedDB === 'undefined' ? null : new IndexeddbPersistence(name, doc);
  let isKept = false;
  const kept = persistence?.whenSynced ?? Promise.reject(new Error('no IndexedDB'));
  const ready = kept.then(
    () => {
      isKept = true;
    },
    () => {
      isKept = false;
    },
  );
  return {
    isKept: () => isKept,
    ready,
    /** Removes the copy. */
    discard: async () => persistence?.clearData(),
    close: () => void persistence?.destroy(),
  };
}

function reading(
  name: string,
  { request }: Ports['socket'],
): Pick<OpenDocument, 'authors' | 'versions' | 'version' | 'nameVersion'> {
  const answered = <Answer>(asked: Promise<Answer>) => resultOrNull(asked, 'documents', ...unanswered);
  return {
    async authors() {
      const answer = await answered(request('authors', { document: name }));
      return answer?.ok ? new Map(answer.authors) : null;
    },
    async versions() {
      const answer = await answered(request('versions', { document: name }));
      return answer?.ok ? [...answer.versions].sort((a, b) => b.writtenAt - a.writtenAt) : null;
    },
    async version(version) {
      const first = await answered(request('version', { document: name, version }));
      const bytes = first?.ok ? await answered(receiveWhole(request, name, first)) : null;
      if (!(bytes instanceof Uint8Array)) return null;
      const doc = new Y.Doc();
      Y.applyUpdate(doc, bytes);
      return doc;
    },
    async nameVersion(version, kind, title) {
      const answer = await answered(request('name', { document: name, version, kind, title }));
      return answer === null ? 'busy' : answer.ok ? null : answer.refusal;
    },
  };
}
