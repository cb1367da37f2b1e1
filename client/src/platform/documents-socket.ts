import { documentsNamespace } from '@multaqa/shared/documents/names';
import type {
  Caret,
  DocumentEvents,
  DocumentInput,
  DocumentReply,
  DocumentRequestName,
} from '@multaqa/shared/documents/wire';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { answerOf, answerTimeout, type Connection } from './connection.ts';

/** What the server tells this client of documents, and what happens to the socket. */
export type DocumentsHandlers = DocumentEvents & {
  connected(): void;
  disconnected(): void;
};

/** Documents over a namespace of the dialogue's connection. */
export type DocumentsSocket = {
  /** Rejects with a `NetworkError` when there is no connection, and with a `TimeoutError` when no answer comes in time. */
  request<Name extends DocumentRequestName>(name: Name, input: DocumentInput<Name>): Promise<DocumentReply<Name>>;
  /** Tells where this person is; dropped while there is no connection. */
  caret(caret: Caret): void;
  isConnected(): boolean;
  close(): void;
};

type ToServer = Record<string, (...message: unknown[]) => void>;

/** ms before an attempt to enter again where the connection stands and the namespace does not; doubled with each failure. */
const pauses = { first: 500, longest: 8_000 };

/**
 * Enters the namespace as soon as the dialogue's connection stands, and whenever it stands again: it never opens one by itself, since the
 * dialogue knows when that makes sense.
 */
export function openDocumentsSocket(
  connection: Connection,
  dialogue: string,
  handlers: DocumentsHandlers,
): DocumentsSocket {
  const socket: Socket<DocumentEvents, ToServer> = connection.socket(documentsNamespace, {});
  socket.auth = { protocol, dialogue };
  let isOpen = true;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = () => {
    clearTimeout(timer);
    if (isOpen && connection._readyState === 'open' && !socket.connected) socket.connect();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(enter, Math.min(pauses.longest, pauses.first * 2 ** failures) * (0.5 + Math.random() / 2));
    failures += 1;
  };
  const left = () => {
    handlers.disconnected();
    if (isOpen) later();
  };
  socket.on('connect', () => {
    failures = 0;
    handlers.connected();
  });
  socket.on('disconnect', left);
  socket.on('connect_error', later);
  socket.on('update', handlers.update);
  socket.on('carets', handlers.carets);
  socket.on('access', handlers.access);
  socket.on('reload', handlers.reload);
  connection.on('open', enter);
  enter();
  return {
    async request(name, input) {
      // Socket.IO would keep it for the next connection, for which the document is not open yet.
      if (!socket.connected) throw new DOMException('no connection', 'NetworkError');
      // The reply belongs to the request; Socket.IO's types cannot tell one request from the other.
      return (await answerOf(socket.timeout(answerTimeout).emitWithAck(name, input))) as DocumentReply<typeof name>;
    },
    caret(caret) {
      if (socket.connected) socket.volatile.emit('caret', caret);
    },
    isConnected: () => socket.connected,
    close() {
      isOpen = false;
      clearTimeout(timer);
      connection.off('open', enter);
      socket.disconnect();
      // Whoever opens the namespace again gets the same socket.
      socket.off();
    },
  };
}
