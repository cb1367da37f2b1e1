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
import { answerOf, answerTimeout, type Connection, dropConnection, isOpening, transportOf } from './connection.ts';

/** What the media server tells this client, and what happens to the socket. */
export type SignallingHandlers = MediaEvents & {
  /** The socket is disconnected; it reconnects until it is closed. */
  disconnected(): void;
};

/** The signalling of audio and video: a namespace of the dialogue's connection that reconnects by itself. */
export type SignallingSocket = {
  /** Rejects with a `NetworkError` when there is no connection, and with a `TimeoutError` when no answer comes in time. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  /** Connects at once instead of after the next pause. */
  connectNow(): void;
  /** Drops a connection that seems dead, and connects again. */
  reconnect(): void;
  /** What carries the connection now (null while there is none), and the bytes of both ways since the socket was opened. */
  traffic(): { transport: 'websocket' | 'polling' | null; bytes: number };
  close(): void;
};

/** Requests by which a dead connection is noticed, and how long (ms) their answer may take: even a slow network is faster. */
const probes: ReadonlySet<RequestName> = new Set(['rejoin', 'restartIce', 'networkQuality']);
const probeTimeout = 3_000;

/** An attempt to connect that is older than this (ms) began before the network was back. */
const staleAttempt = 1_000;
/** ms before an attempt to reconnect; the pause doubles with each failure. */
const pauses = { first: 300, longest: 3_000 };

/** Connects to a dialogue's media server, in a namespace of this connection. */
export function openSignallingSocket(
  connection: Connection,
  dialogue: string,
  handlers: SignallingHandlers,
): SignallingSocket {
  const socket: Socket<MediaEvents, MediaRequests> = connection.socket(mediaNamespace, {});
  socket.auth = { protocol, dialogue };
  const counter = countBytes(connection);
  let isOpen = true;
  let isConnecting = false;
  let triedAt = Date.now();
  let failures = 0;
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
    // A short attempt costs little when its packets are lost; every other one is long enough for the slowest networks.
    connection.timeout(failures % 2 === 1 ? answerTimeout / 2 : answerTimeout);
    clearTimeout(timer);
    timer = setTimeout(connect, pause * (0.5 + Math.random() / 2));
  };

  socket.on('connect', () => {
    isConnecting = false;
    failures = 0;
  });
  listen(socket, handlers);
  socket.on('disconnect', tryLater);
  socket.on('connect_error', tryLater);
  connect();
  return {
    async request(name, input) {
      // Socket.IO would keep it for the next connection, where it may mean something else.
      if (!socket.connected) throw new DOMException('no connection', 'NetworkError');
      const timeout = probes.has(name) ? probeTimeout : answerTimeout;
      // The reply belongs to the request; Socket.IO's types cannot tell one request from the other.
      return (await answerOf(socket.timeout(timeout).emitWithAck('request', name, input))) as MediaReply<typeof name>;
    },
    connectNow() {
      if (isConnecting && isOpening(connection) && Date.now() - triedAt > staleAttempt) {
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
      return { transport: socket.connected ? transportOf(connection) : null, bytes: counter.bytes() };
    },
    close() {
      isOpen = false;
      clearTimeout(timer);
      socket.disconnect();
      // Whoever opens the namespace again gets the same socket.
      socket.off();
      counter.stop();
    },
  };
}

function listen(socket: Socket<MediaEvents, MediaRequests>, handlers: MediaEvents): void {
  socket.on('router', handlers.router);
  socket.on('consumers', handlers.consumers);
  socket.on('consumerPaused', handlers.consumerPaused);
  socket.on('participants', handlers.participants);
  socket.on('activeSpeakers', handlers.activeSpeakers);
  socket.on('speech', handlers.speech);
  socket.on('maxLayer', handlers.maxLayer);
  socket.on('videoCodec', handlers.videoCodec);
  socket.on('producerStopped', handlers.producerStopped);
  socket.on('replaced', handlers.replaced);
}

/** Counts the bytes of all packets of a connection, of whatever namespace, also after it was made again. */
function countBytes(connection: Connection): { bytes(): number; stop(): void } {
  let bytes = 0;
  const count = ({ data }: { data?: unknown }) => {
    bytes += typeof data === 'string' ? data.length : 0;
  };
  const follow = () => {
    connection.engine.on('packet', count);
    connection.engine.on('packetCreate', count);
  };
  if (connection._readyState === 'open') follow();
  connection.on('open', follow);
  return { bytes: () => bytes, stop: () => connection.off('open', follow) };
}
