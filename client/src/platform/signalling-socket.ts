import {
  type MediaEvents,
  type MediaReply,
  type MediaRequests,
  mediaNamespace,
  type RequestInput,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { answerTimeout, type Connection, dropConnection, isOpening } from './connection.ts';

export type SignallingHandlers = MediaEvents & {
  /** The connection ended; it is tried again until it is closed. */
  disconnected(): void;
};

/** The signalling of voice and picture. */
export type SignallingSocket = {
  /** Rejects when there is no connection, and when no answer comes in time. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  /** Connects at once instead of after the next pause. */
  connectNow(): void;
  /** Leaves a connection that seems dead, and connects anew. */
  reconnect(): void;
  /** What this connection is made of, and the bytes that it has carried both ways. */
  traffic(): { transport: 'websocket' | 'polling' | null; bytes: number };
  close(): void;
};

/** Questions by which a dead connection is found: a living one answers sooner, even a slow one. */
const shortPatience = 3_000;
const urgent: ReadonlySet<RequestName> = new Set(['rejoin', 'restartIce', 'networkQuality']);

const shortPause = 1_000;
const pauses = { first: 300, longest: 3_000 };

/** Connects to a dialogue's media server, in a namespace of this connection. */
export function openSignallingSocket(
  connection: Connection,
  dialogue: string,
  handlers: SignallingHandlers,
): SignallingSocket {
  const socket: Socket<MediaEvents, MediaRequests> = connection.socket(mediaNamespace, {});
  socket.auth = { protocol, dialogue };
  let isOpen = true;
  let isConnecting = false;
  let triedAt = Date.now();
  let failures = 0;
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(timer);
    if (!isOpen || socket.connected || isConnecting) return;
    isConnecting = true;
    triedAt = Date.now();
    socket.connect();
  };
  const tryLater = () => {
    isConnecting = false;
    if (!isOpen) return;
    handlers.disconnected();
    const pause = Math.min(pauses.longest, pauses.first * 2 ** failures);
    failures += 1;
    // Lost packets of a quick attempt cost little; every other one is long enough for the slowest lines.
    connection.timeout(failures % 2 === 1 ? answerTimeout / 2 : answerTimeout);
    clearTimeout(timer);
    timer = setTimeout(connect, pause * (0.5 + Math.random() / 2));
  };

  const count = ({ data }: { data?: unknown }) => {
    bytes += typeof data === 'string' ? data.length : 0;
  };
  const follow = () => {
    connection.engine.on('packet', count);
    connection.engine.on('packetCreate', count);
  };
  if (connection._readyState === 'open') follow();
  connection.on('open', follow);
  socket.on('connect', () => {
    isConnecting = false;
    failures = 0;
  });
  socket.on('router', handlers.router);
  socket.on('consumer', handlers.consumer);
  socket.on('consumerPaused', handlers.consumerPaused);
  socket.on('consumerClosed', handlers.consumerClosed);
  socket.on('participants', handlers.participants);
  socket.on('activeSpeakers', handlers.activeSpeakers);
  socket.on('maxLayer', handlers.maxLayer);
  socket.on('videoCodec', handlers.videoCodec);
  socket.on('producerStopped', handlers.producerStopped);
  socket.on('replaced', handlers.replaced);
  socket.on('disconnect', tryLater);
  socket.on('connect_error', tryLater);
  connect();
  return {
    async request(name, input) {
      // Socket.IO would keep it for the next connection, where it may mean something else.
      if (!socket.connected) throw new Error('no connection');
      const answer = socket
        .timeout(urgent.has(name) ? shortPatience : answerTimeout)
        .emitWithAck('request', name, input);
      // The reply belongs to the request; Socket.IO's types cannot tell one request from the other.
      return (await answer) as MediaReply<typeof name>;
    },
    connectNow() {
      // An attempt that began before the network was back is not worth waiting for.
      if (isConnecting && isOpening(connection) && Date.now() - triedAt > shortPause) {
        dropConnection(connection);
        isConnecting = false;
      }
      connect();
    },
    reconnect() {
      if (!socket.connected) return connect();
      dropConnection(connection);
    },
    traffic() {
      const name = socket.connected ? connection.engine.transport.name : null;
      return { transport: name === 'websocket' || name === 'polling' ? name : null, bytes };
    },
    close() {
      isOpen = false;
      clearTimeout(timer);
      socket.disconnect();
      // Whoever opens the namespace again gets the same socket.
      socket.off();
      connection.off('open', follow);
    },
  };
}
