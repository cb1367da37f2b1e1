import { unpacked, unpackedWelcome } from '@multaqa/shared/packed';
import type {
  Ack,
  Answer,
  ClientToServer,
  Envelope,
  Goodbye,
  Handshake,
  Numbered,
  Question,
  ServerToClient,
  Signal,
  Signalled,
  View,
  Welcome,
} from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { answerOf, answerTimeout, dropConnection, openConnectionTo } from './connection.ts';
import { inflate } from './inflate.ts';

/** What the server tells this client, and what happens to the socket. */
export type DialogueHandlers = {
  welcome(welcome: Welcome): void;
  patch(patch: Numbered): void;
  /** What only this person sees has changed; the log has reached `seq` by then. */
  own(own: View, seq: number): void;
  goodbye(reason: Goodbye): void;
  signals(signals: readonly Signalled[]): void;
  /** The connection ended or could not be made; `code` when the server said why, `reference` when its log says more. */
  disconnected(code: string | null, reference?: string): void;
};

/** The main namespace of the tab's connection to a dialogue. It never reconnects by itself: its owner knows when that makes sense. */
export type DialogueSocket = {
  /** Connects; without effect while connected or connecting. */
  connect(): void;
  /**
   * Leaves the namespace; the other namespaces of the connection stay. To open it again at once, use `reconnect`: to the
   * server, a connect that arrives together with the goodbye is an error that ends the connection.
   */
  disconnect(): void;
  /** Drops a connection that seems dead, with all its namespaces, and connects again. */
  reconnect(): void;
  /** Rejects with a `TimeoutError` when no answer comes within ten seconds. */
  command(envelope: Envelope): Promise<Ack>;
  /** Rejects like `command`. */
  ask(question: Question): Promise<Answer>;
  /** Sends what is never kept; dropped when the connection cannot take it at once. */
  signal(signal: Signal): void;
  /** Resolves when the server answers soon, and rejects with a `TimeoutError` otherwise: a phone that slept may hold a dead connection. */
  ping(): Promise<unknown>;
};

/** How long (ms) the answer to a ping may take. */
const pingTimeout = 4_000;

/** Opens the main namespace of a new connection to a dialogue; `handshake` is asked again for each attempt. */
export function openDialogueSocket(
  dialogue: string,
  handshake: () => Handshake,
  handlers: DialogueHandlers,
): DialogueSocket {
  const connection = openConnectionTo(dialogue);
  const socket: Socket<ServerToClient, ClientToServer> = connection.socket('/', { auth: tell => tell(handshake()) });
  let isConnecting = false;
  socket.on('connect', () => {
    isConnecting = false;
  });
  socket.on('welcome', welcome => handlers.welcome(unpackedWelcome(welcome, inflate)));
  socket.on('patch', patch => handlers.patch(unpacked(patch, inflate)));
  socket.on('own', handlers.own);
  socket.on('goodbye', handlers.goodbye);
  socket.on('signals', handlers.signals);
  socket.on('disconnect', () => {
    isConnecting = false;
    handlers.disconnected(null);
  });
  socket.on('connect_error', error => {
    isConnecting = false;
    // The message of a refusal is its code; errors of the transport have a `type`.
    const { data } = error as Error & { data?: { reference?: string } };
    handlers.disconnected('type' in error ? null : error.message, data?.reference);
  });

  return {
    connect() {
      if (socket.connected || isConnecting) return;
      isConnecting = true;
      socket.connect();
    },
    disconnect() {
      isConnecting = false;
      socket.disconnect();
    },
    reconnect() {
      dropConnection(connection);
      isConnecting = true;
      socket.connect();
    },
    command: envelope => answerOf(socket.timeout(answerTimeout).emitWithAck('command', envelope)),
    signal: signal => void socket.volatile.emit('signal', signal),
    ask: question => answerOf(socket.timeout(answerTimeout).emitWithAck('ask', question)),
    ping: () => answerOf(socket.timeout(pingTimeout).emitWithAck('ask', { kind: 'pulse', input: null })),
  };
}
