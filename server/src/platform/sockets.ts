import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { limits } from '@multaqa/shared/limits';
import type { ClientToServer, ServerToClient } from '@multaqa/shared/protocol';
import { Server, type Socket } from 'socket.io';
import { isOwnOrigin } from './origin.ts';

export type Sockets = Server<ClientToServer, ServerToClient>;
export type ClientSocket = Socket<ClientToServer, ServerToClient>;

/**
 * The one Socket.IO server. The Origin is checked before anything else: CORS does not protect a WebSocket.
 * Connection state recovery stays off, since it skips authentication and cannot filter by permission.
 */
export function openSockets(
  http: HttpServer,
  options: { publicUrl: string | null; addressOf(request: IncomingMessage): string },
): Sockets {
  const perAddress = new Map<string, number>();
  const io: Sockets = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: limits.socketPayloadBytes,
    pingInterval: limits.pingInterval,
    pingTimeout: limits.pingTimeout,
    connectTimeout: 5_000,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest(request, answer) {
      if (!isOwnOrigin(request, options.publicUrl)) return answer('origin', false);
      answer(null, (perAddress.get(options.addressOf(request)) ?? 0) < limits.socketsPerAddress);
    },
  });
  io.engine.on('connection', connection => {
    watchBuffer(connection);
    const address = options.addressOf(connection.request);
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    connection.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });
  return io;
}

const waitingBytes = new WeakMap<ClientSocket['conn'], number>();

/** Counts what is handed to this connection and not yet written to its transport. */
function watchBuffer(connection: ClientSocket['conn']): void {
  connection.on('packetCreate', ({ data }) => {
    waitingBytes.set(connection, (waitingBytes.get(connection) ?? 0) + (typeof data === 'string' ? data.length : 0));
  });
  connection.on('drain', () => waitingBytes.set(connection, 0));
}

/** True when a client reads so slowly that what waits for it outgrows its share of memory. */
export const isClogged = ({ conn }: ClientSocket): boolean =>
  (waitingBytes.get(conn) ?? 0) > limits.outgoingBufferBytes;
