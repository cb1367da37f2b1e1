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
import { type Connection, cut, isOpening, patience } from './connection.ts';

export type MediaHeard = MediaEvents & {
  /** The connection ended; it is tried again until it is closed. */
  down(): void;
};

/** The signalling of voice and picture. */
export type MediaLine = {
  /** Rejects when there is no connection, and when no answer comes in time. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  /** Connects at once instead of after the next pause. */
  hurry(): void;
  /** Leaves a connection that seems dead, and connects anew. */
  renew(): void;
  /** What this connection is made of, and the bytes that it has carried both ways. */
  carried(): { by: 'websocket' | 'polling' | null; bytes: number };
  close(): void;
};

/** Questions by which a dead connection is found: a living one answers sooner, even a slow one. */
const shortPatience = 3_000;
const urgent: ReadonlySet<RequestName> = new Set(['rejoin', 'restartIce', 'networkQuality']);

const shortPause = 1_000;
const pauses = { first: 300, longest: 3_000 };

/** Connects to a dialogue's media server, in a namespace of this connection. */
export function openMediaLine(connection: Connection, dialogue: string, heard: MediaHeard): MediaLine {
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
    heard.down();
    const pause = Math.min(pauses.longest, pauses.first * 2 ** failures);
    failures += 1;
    // Lost packets of a quick attempt cost little; every other one is long enough for the slowest lines.
    connection.timeout(failures % 2 === 1 ? patience / 2 : patience);
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
  socket.on('router', heard.router);
  socket.on('consumer', heard.consumer);
  socket.on('consumerPaused', heard.consumerPaused);
  socket.on('consumerClosed', heard.consumerClosed);
  socket.on('participants', heard.participants);
  socket.on('activeSpeakers', heard.activeSpeakers);
  socket.on('maxLayer', heard.maxLayer);
  socket.on('videoCodec', heard.videoCodec);
  socket.on('producerStopped', heard.producerStopped);
  socket.on('replaced', heard.replaced);
  socket.on('disconnect', tryLater);
  socket.on('connect_error', tryLater);
  connect();
  return {
    async request(name, input) {
      // Socket.IO would keep it for the next connection, where it may mean something else.
      if (!socket.connected) throw new Error('no connection');
      const answer = socket.timeout(urgent.has(name) ? shortPatience : patience).emitWithAck('request', name, input);
      // The reply belongs to the request; Socket.IO's types cannot tell one request from the other.
      return (await answer) as MediaReply<typeof name>;
    },
    hurry() {
      // An attempt that began before the network was back is not worth waiting for.
      if (isConnecting && isOpening(connection) && Date.now() - triedAt > shortPause) {
        cut(connection);
        isConnecting = false;
      }
      connect();
    },
    renew() {
      if (!socket.connected) return connect();
      cut(connection);
    },
    carried() {
      const name = socket.connected ? connection.engine.transport.name : null;
      return { by: name === 'websocket' || name === 'polling' ? name : null, bytes };
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
