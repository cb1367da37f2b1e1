import { sliceRefusals } from '@multaqa/shared/documents/wire';
import { type Connection, connectionTo, unanswered } from '../platform/connection.ts';
import { type DocumentsSocket, openDocumentsSocket } from '../platform/documents-socket.ts';
import { newId } from '../platform/ids.ts';
import { noteKept } from '../platform/kept-documents.ts';
import { background } from '../platform/report-fault.ts';
import { type HeldDocument, holdDocument, type OpenDocument } from './document.ts';
import { openRefusedParts, type RefusedPart, type RefusedParts } from './refused-parts.ts';

/** The documents that this tab has open in one dialogue. */
export type Documents = {
  /**
   * Opens a document, or takes one more part in one that is open; `leave` gives that up. `renewed` is called with the document that takes
   * its place when the server has refused a change for good: what it refused is not in there but in its `refused`.
   */
  take(name: string, renewed: (document: OpenDocument) => void): { document: OpenDocument; leave(): void };
};

/** How long (ms) a document stays open that nothing shows any more: panels open and close. */
const grace = 3_000;

type Held = {
  document: HeldDocument;
  takers: Set<(document: OpenDocument) => void>;
  closing?: ReturnType<typeof setTimeout>;
};

/** What a slice refuses stays refused: whatever is written after it rests on it. */
const isForGood = (refusal: string | null): boolean => sliceRefusals.some(one => one === refusal);

/** Documents of one person in one dialogue, over one socket that is there while any of them is open. `broken` is told of a document that differs from the server's. */
export function openDocuments(dialogue: string, person: string, broken: (name: string) => void): Documents {
  const held = new Map<string, Held>();
  let line: { connection: Connection; socket: DocumentsSocket } | null = null;

  function socket(): DocumentsSocket {
    const connection = connectionTo(dialogue);
    if (line?.connection === connection) return line.socket;
    line?.socket.close();
    const all = () => [...held.values()].map(({ document }) => document);
    const of = (name: string) => held.get(name)?.document;
    const opened = openDocumentsSocket(connection, dialogue, {
      connected() {
        for (const { syncing } of all()) syncing.connected();
      },
      disconnected() {
        for (const document of all()) {
          document.syncing.disconnected();
          document.lineLost();
        }
      },
      update: (name, bytes) => of(name)?.syncing.update(bytes),
      carets: (name, carets) => of(name)?.takeCarets(carets),
      access: (name, access) => of(name)?.syncing.access(access),
      reload: name => of(name)?.syncing.connected(),
    });
    line = { connection, socket: opened };
    return opened;
  }

  const keptAs = (name: string) => `multaqa-document/${dialogue}/${person}/${name}`;

  function open(name: string, refused: RefusedParts): HeldDocument {
    const kept = keptAs(name);
    const document = holdDocument(name, {
      // The socket may be another one after the dialogue was opened again.
      socket: { request: (...request) => socket().request(...request), caret: caret => socket().caret(caret) },
      ...{ kept, refused },
      broken: () => broken(name),
    });
    let isRefused = false;
    document.subscribe(() => {
      const { isPending, refusal } = document.sync();
      noteKept(kept, isPending ? 'pending' : 'saved');
      if (isRefused || !isForGood(refusal)) return;
      isRefused = true;
      background(renew(name, document), 'documents');
    });
    return document;
  }

  function hold(name: string): Held {
    const fresh: Held = { document: open(name, openRefusedParts(keptAs(name))), takers: new Set() };
    held.set(name, fresh);
    if (socket().isConnected()) fresh.document.syncing.connected();
    return fresh;
  }

  /**
   * Opens a document again as the server has it, under another client id: the clocks of the one before are those of what was refused.
   * What was refused is on this device before the copy with it goes.
   */
  async function renew(name: string, before: HeldDocument): Promise<void> {
    const { refused } = before;
    const id = newId();
    const last = refusedPart(id, before);
    if (last) await refused.keep(last);
    await before.discard();
    const found = held.get(name);
    if (found?.document !== before) return;
    // With what was written in the meantime.
    const part = refusedPart(id, before);
    if (part) refused.put(part);
    found.document = open(name, refused);
    for (const renewed of found.takers) renewed(found.document);
    before.close();
    if (socket().isConnected()) found.document.syncing.connected();
  }

  function close(name: string, { document }: Held): void {
    held.delete(name);
    if (line?.socket.isConnected()) {
      // Nobody waits for the answer: a connection that ends says the same.
      background(line.socket.request('leave', { document: name }), 'documents', ...unanswered);
    }
    document.close();
    if (held.size > 0) return;
    line?.socket.close();
    line = null;
  }

  return {
    take(name, renewed) {
      socket();
      const found = held.get(name) ?? hold(name);
      clearTimeout(found.closing);
      // Each part is one of its own, also of those who are told in the same way.
      const taker: typeof renewed = document => renewed(document);
      found.takers.add(taker);
      return {
        document: found.document,
        leave() {
          if (found.takers.delete(taker) && found.takers.size === 0)
            found.closing = setTimeout(() => close(name, found), grace);
        },
      };
    },
  };
}

function refusedPart(id: string, { sync, syncing }: HeldDocument): RefusedPart | null {
  const update = syncing.unsent();
  const { refusal } = sync();
  return update && refusal !== null ? { id, refusal, update, wanted: null } : null;
}
