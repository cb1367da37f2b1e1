import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type ConnectionRate, limits } from '@multaqa/shared/limits';
import type { ClientToServer, ServerToClient } from '@multaqa/shared/protocol';
import { Server, type Socket } from 'socket.io';
import { isOwnOrigin } from './origin.ts';
import { adapterOfWholeFrames } from './whole-frames.ts';

export type Sockets = Server<ClientToServer, ServerToClient>;
export type ClientSocket = Socket<ClientToServer, ServerToClient>;

export type SocketOptions = {
  publicUrl: string | null;
  addressOf(request: IncomingMessage): string;
  /** Takes a token for a network address or a connection; false when it has none left. */
  takeFor(source: string, rate: ConnectionRate): boolean;
};

/**
 * The one Socket.IO server. The Origin is checked before anything else: CORS does not protect a WebSocket.
 * Connection state recovery stays off, since it skips authentication and cannot filter by permission.
 */
export function openSockets(http: HttpServer, options: SocketOptions): Sockets {
  const perAddress = new Map<string, number>();
  const io: Sockets = new Server(http, {
    serveClient: false,
    adapter: adapterOfWholeFrames,
    maxHttpBufferSize: limits.socketPayloadBytes,
    pingInterval: limits.pingInterval,
    pingTimeout: limits.pingTimeout,
    connectTimeout: 5_000,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest(request, answer) {
      const address = options.addressOf(request);
      const hasPlace = (perAddress.get(address) ?? 0) < limits.socketsPerAddress;
      answer(null, hasPlace && options.takeFor(address, 'connect'));
    },
  });
  // Before every request and upgrade, also of a session that is known: `allowRequest` is asked for new ones only.
  io.engine.use((request: IncomingMessage, _response: unknown, next: (error?: Error) => void) =>
    next(isOwnOrigin(request, options.publicUrl) ? undefined : new Error('origin')),
  );
  io.engine.on('connection', connection => {
    watchBuffer(connection);
    const address = options.addressOf(connection.request);
    meterFrames(connection, address, options.takeFor);
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    connection.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });
  return io;
}

const known = new WeakSet<ClientSocket['conn']>();

/** From now on this connection draws from a bucket of its own: somebody is known to stand behind it. */
export const markKnown = (connection: ClientSocket['conn']): void => void known.add(connection);

/** Ends connections that send more than anybody has reason to, before the frame is read. Strangers share the bucket of their address. */
function meterFrames(connection: ClientSocket['conn'], address: string, takeFor: SocketOptions['takeFor']): void {
  connection.on('packet', ({ type }: { type: string }) => {
    if (type !== 'message') return;
    const isAllowed = known.has(connection)
      ? takeFor(connectionName(connection), 'frame')
      : takeFor(address, 'connect');
    if (!isAllowed) connection.close(true);
  });
}

const connectionName = (connection: ClientSocket['conn']): string => (connection as unknown as { id: string }).id;

/** What is handed to each connection and not yet written to its transport. */
const waiting = new WeakMap<ClientSocket['conn'], { bytes: number }>();

/** Counts what waits. The count stands beside its listeners: looking it up for each frame cost a tenth of what sending one does. */
function watchBuffer(connection: ClientSocket['conn']): void {
  const count = { bytes: 0 };
  waiting.set(connection, count);
  connection.on('packetCreate', ({ data }) => {
    if (typeof data === 'string') count.bytes += data.length;
  });
  connection.on('drain', () => {
    count.bytes = 0;
  });
}

/** True when a client reads so slowly that what waits for it outgrows its share of memory. */
export const isClogged = ({ conn }: ClientSocket): boolean =>
  (waiting.get(conn)?.bytes ?? 0) > limits.outgoingBufferBytes;

/** Ends a line without a word, as if it had broken: what it carried besides is kept for the return. */
export const cutLine = ({ conn }: ClientSocket): void => conn.close(true);

/** The names of all namespaces. */
export const namespacesOf = (io: Sockets): string[] => [...io._nsps.keys()];
