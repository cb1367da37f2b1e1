import {
  type MediaEvents,
  type MediaReply,
  type MediaRequests,
  mediaNamespace,
  type RequestInput,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { protocol } from '@multaqa/shared/protocol';
import { io, type Socket } from 'socket.io-client';

export type MediaHeard = MediaEvents & {
  /** The connection ended; it is tried again until it is closed. */
  down(): void;
};

/** The signalling of voice and picture. */
export type MediaLine = {
  /** Rejects when no answer comes in time. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  close(): void;
};

const patience = 10_000;
const pauseBeforeRetry = 2_000;

/**
 * Connects to a dialogue's media server. It has a connection of its own: what the dialogue's connection does when
 * it seems dead must not silence anybody.
 */
export function openMediaLine(dialogue: string, heard: MediaHeard): MediaLine {
  const socket: Socket<MediaEvents, MediaRequests> = io(mediaNamespace, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    multiplex: false,
    reconnection: false,
    timeout: patience,
    auth: { protocol, dialogue },
  });
  let isOpen = true;
  const retry = () => {
    if (!isOpen) return;
    heard.down();
    setTimeout(() => {
      if (isOpen && !socket.connected) socket.connect();
    }, pauseBeforeRetry);
  };
  socket.on('hello', heard.hello);
  socket.on('stream', heard.stream);
  socket.on('paused', heard.paused);
  socket.on('ended', heard.ended);
  socket.on('company', heard.company);
  socket.on('demand', heard.demand);
  socket.on('stopped', heard.stopped);
  socket.on('speaking', heard.speaking);
  socket.on('replaced', heard.replaced);
  socket.on('disconnect', retry);
  socket.on('connect_error', retry);
  return {
    request: (name, input) =>
      // The reply belongs to the request; Socket.IO's types cannot tell one request from the other.
      socket.timeout(patience).emitWithAck('request', name, input) as Promise<MediaReply<typeof name>>,
    close() {
      isOpen = false;
      socket.disconnect();
    },
  };
}
