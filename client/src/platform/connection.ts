import { Manager } from 'socket.io-client';

/**
 * The tab's one connection to a dialogue, shared by its namespaces. It never reconnects by itself: the owners of the
 * namespaces know when that makes sense, and the first one that connects connects all that wait.
 */
export type Connection = Manager;

/** How long (ms) an answer or a handshake may take. */
export const answerTimeout = 10_000;

/** Names of the errors with which a request rejects when there is no connection, and when no answer comes. */
export const unanswered = ['NetworkError', 'TimeoutError'] as const;

const connections = new Map<string, Connection>();
const nameOf = (dialogue: string): string => `${location.origin} ${dialogue}`;

/** Makes a connection that nobody else shares; it opens with its first namespace. */
export const openConnection = (): Connection =>
  new Manager(location.origin, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    reconnection: false,
    timeout: answerTimeout,
  });

/** Makes a new connection to a dialogue; `connectionTo` returns it from then on. */
export function openConnectionTo(dialogue: string): Connection {
  const connection = openConnection();
  connections.set(nameOf(dialogue), connection);
  return connection;
}

/** The tab's connection to a dialogue. */
export const connectionTo = (dialogue: string): Connection =>
  connections.get(nameOf(dialogue)) ?? openConnectionTo(dialogue);

/**
 * Leaves a connection that seems dead, without a goodbye: the server takes it for a break and keeps what it has for the
 * return. All namespaces are told that they are disconnected.
 */
export const dropConnection = (connection: Connection): void => connection._close();

/** True while the connection is being made. */
export const isOpening = ({ _readyState }: Connection): boolean => _readyState === 'opening';

/** What carries a connection now; null while it is not open. */
export function transportOf({ _readyState, engine }: Connection): 'websocket' | 'polling' | null {
  const name = _readyState === 'open' ? engine.transport.name : null;
  return name === 'websocket' || name === 'polling' ? name : null;
}

/** The answer to a message of Socket.IO. Rejects with a `TimeoutError` when none comes in time or the connection ends first. */
export const answerOf = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error: unknown) => {
    throw new DOMException(error instanceof Error ? error.message : 'no answer', 'TimeoutError');
  });
