import { Manager } from 'socket.io-client';

/**
 * The tab's one connection to a dialogue, which its namespaces share. It never tries again by itself: their owners know
 * when that makes sense, and whoever connects first connects all that wait.
 */
export type Connection = Manager;

export const answerTimeout = 10_000;

const connections = new Map<string, Connection>();
const nameOf = (dialogue: string): string => `${location.origin} ${dialogue}`;

/** A connection of its own. */
export const openConnection = (): Connection =>
  new Manager(location.origin, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    reconnection: false,
    timeout: answerTimeout,
  });

/** A new connection to a dialogue, for those who come later as well. */
export function openConnectionTo(dialogue: string): Connection {
  const connection = openConnection();
  connections.set(nameOf(dialogue), connection);
  return connection;
}

/** The connection to a dialogue. */
export const connectionTo = (dialogue: string): Connection =>
  connections.get(nameOf(dialogue)) ?? openConnectionTo(dialogue);

/**
 * Leaves a connection that seems dead, without a word: the server shall take it for a break and keep what it has for the
 * return. All namespaces hear that they are disconnected.
 */
export const dropConnection = (connection: Connection): void => connection._close();

/** True while it is not known whether there is a way to the server. */
export const isOpening = ({ _readyState }: Connection): boolean => _readyState === 'opening';
