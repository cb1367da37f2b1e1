import { type Connection, connectionTo, unanswered } from '../platform/connection.ts';
import { type DocumentsSocket, openDocumentsSocket } from '../platform/documents-socket.ts';
import { noteKept } from '../platform/kept-documents.ts';
import { background } from '../platform/report-fault.ts';
import { type HeldDocument, holdDocument, type OpenDocument } from './document.ts';

/** The documents that this tab has open in one dialogue. */
export type Documents = {
  /** Opens a document, or takes one more part in one that is open; `leave` gives that up. */
  take(name: string): { document: OpenDocument; leave(): void };
};

/** How long (ms) a document stays open that nothing shows any more: panels open and close. */
const grace = 3_000;

type Held = { document: HeldDocument; takers: number; closing?: ReturnType<typeof setTimeout> };

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

  function hold(name: string): Held {
    const kept = `multaqa-document/${dialogue}/${person}/${name}`;
    const document = holdDocument(name, {
      // The socket may be another one after the dialogue was opened again.
      socket: { request: (...request) => socket().request(...request), caret: caret => socket().caret(caret) },
      kept,
      broken: () => broken(name),
    });
    document.subscribe(() => noteKept(kept, document.sync().isPending ? 'pending' : 'saved'));
    const fresh = { document, takers: 0 };
    held.set(name, fresh);
    if (socket().isConnected()) document.syncing.connected();
    return fresh;
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
    take(name) {
      socket();
      const found = held.get(name) ?? hold(name);
      clearTimeout(found.closing);
      found.takers += 1;
      let isLeft = false;
      return {
        document: found.document,
        leave() {
          if (isLeft) return;
          isLeft = true;
          found.takers -= 1;
          if (found.takers === 0) found.closing = setTimeout(() => close(name, found), grace);
        },
      };
    },
  };
}
