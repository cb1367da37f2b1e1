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
import { answerTimeout, dropConnection, openConnectionTo } from './connection.ts';
import { inflate } from './inflate.ts';

/** What a connection tells its owner. */
export type DialogueHandlers = {
  welcome(welcome: Welcome): void;
  patch(patch: Numbered): void;
  own(own: View, seq: number): void;
  goodbye(reason: Goodbye): void;
  signals(signals: readonly Signalled[]): void;
  /** The connection ended or could not be made; `code` when the server said why, `reference` when its log knows more. */
  disconnected(code: string | null, reference?: string): void;
};

/** The main namespace of the tab's connection to a dialogue. It never tries again by itself: its owner knows when that makes sense. */
export type DialogueSocket = {
  /** Connects; without effect while connected or connecting. */
  connect(): void;
  /**
   * Leaves the namespace; what else the tab does over its connection goes on. Whoever opens it again at once should
   * `renew`: to the server, a connect that comes together with the goodbye is a mistake that ends the connection.
   */
  disconnect(): void;
  /** Leaves a connection that seems dead, with everything on it, and connects again. */
  reconnect(): void;
  /** Rejects when no answer comes within the time that a person would wait. */
  command(envelope: Envelope): Promise<Ack>;
  ask(question: Question): Promise<Answer>;
  /** Tells what is never kept; dropped when the connection cannot take it at once. */
  signal(signal: Signal): void;
  /** Resolves when the other end answers soon; a phone that slept may hold a connection that is none. */
  ping(): Promise<unknown>;
};

const pulsePatience = 4_000;

/** The main namespace of a new connection, which asks `handshake` again for each attempt. */
export function openDialogueSocket(handshake: () => Handshake, handlers: DialogueHandlers): DialogueSocket {
  const connection = openConnectionTo(handshake().dialogue);
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
    // Refusals come as errors whose message is a code; those of the transport carry its name.
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
    command: envelope => socket.timeout(answerTimeout).emitWithAck('command', envelope),
    signal: signal => void socket.volatile.emit('signal', signal),
    ask: question => socket.timeout(answerTimeout).emitWithAck('ask', question),
    ping: () => socket.timeout(pulsePatience).emitWithAck('ask', { kind: 'pulse', input: null }),
  };
}
