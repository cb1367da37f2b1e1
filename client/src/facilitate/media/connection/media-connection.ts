import type { RequestInput, RequestName } from '@multaqa/shared/facilitate/media/signalling';
import { background } from '../../../platform/report-fault.ts';
import type { SignallingHandlers, SignallingSocket } from '../../../platform/signalling-socket.ts';
import type { TransportStats } from '../quality/stats.ts';
import { openAttempts } from './attempts.ts';
import { join, rejoin } from './joining.ts';
import {
  enter,
  isElsewhere,
  type Link,
  type MediaConnectionOwner,
  type MediaConnectionPorts,
  orReconnect,
  update,
} from './link.ts';

/**
 * This device's connection to the media of a session, kept through lost sockets and changes of network.
 *
 * - A lost socket ends nothing: audio and video go on over the WebRTC transports. When the socket is back, the device
 *   asks to `rejoin`; only when the server has let go of it (`media.not-here`) does it join again.
 * - A transport that breaks, or may have broken with a change of network, asks for an ICE restart; when that does not
 *   help within some seconds, the device joins again.
 * - What fails is tried again after pauses that grow.
 */
export type MediaConnection = {
  open(): void;
  close(): void;
  /** Takes the place of another device of this person. */
  takeOver(): void;
  /** What was refused before may be allowed now. */
  permissionsChanged(): void;
  /** The page was asleep: finds out at once whether the socket is alive. */
  wake(): void;
  networkChanged(): void;
  /** Takes the newest counters of the transports, by which a dead path is noticed. */
  read(stats: TransportStats): void;
  /** Asks the server about the session that runs now. Rejects with an `InvalidStateError` when there is none, and as the socket does. */
  request: SignallingSocket['request'];
  traffic: SignallingSocket['traffic'];
};

/** Makes a connection that is closed until it is opened. */
export function openMediaConnection(ports: MediaConnectionPorts, owner: MediaConnectionOwner): MediaConnection {
  const link: Link = {
    ports,
    owner,
    attempts: openAttempts(ports.clock),
    request: async (name, input) => request(link, name, input),
    socket: null,
    routerCapabilities: null,
    phase: { name: 'closed' },
    hasJoined: false,
    takesOver: false,
    status: 'off',
  };
  return {
    open: () => open(link),
    close: () => close(link),
    takeOver() {
      if (!link.socket) return;
      link.takesOver = true;
      start(join(link));
    },
    permissionsChanged() {
      if (link.phase.name === 'joining' && link.attempts.isPausing()) start(join(link));
    },
    wake: () => wake(link),
    networkChanged: () => networkChanged(link),
    read(stats) {
      if (link.phase.name === 'joined') link.phase.recovery.read(stats);
    },
    request: link.request,
    traffic: () => link.socket?.traffic() ?? { transport: null, bytes: 0 },
  };
}

const start = (work: Promise<void>): void => background(work, 'media-connection');

function open(link: Link): void {
  if (link.socket) {
    start(join(link));
    return;
  }
  link.phase = { name: 'joining' };
  update(link);
  link.socket = link.ports.openSocket(handlersOf(link));
}

function close(link: Link): void {
  link.hasJoined = false;
  link.takesOver = false;
  link.attempts.succeeded();
  enter(link, { name: 'closed' });
  link.socket?.close();
  link.socket = null;
  link.routerCapabilities = null;
}

function wake(link: Link): void {
  const { socket, routerCapabilities, owner } = link;
  if (socket && routerCapabilities) {
    const answer = socket.request('networkQuality', { quality: owner.networkQuality() });
    background(orReconnect(link, answer), 'media-connection');
  } else socket?.connectNow();
}

function networkChanged({ socket, routerCapabilities, phase }: Link): void {
  if (!routerCapabilities) socket?.connectNow();
  else if (phase.name === 'joined') phase.recovery.restart();
}

function handlersOf(link: Link): SignallingHandlers {
  return {
    ...link.owner.handlers,
    router(router) {
      link.routerCapabilities = router?.rtpCapabilities ?? null;
      if (isElsewhere(link)) return;
      if (!link.routerCapabilities) enter(link, { name: 'stopped', status: 'unavailable' });
      else start(link.phase.name === 'joined' ? rejoin(link, link.phase) : join(link));
    },
    replaced: () => enter(link, { name: 'stopped', status: 'replaced' }),
    disconnected: () => disconnected(link),
  };
}

function disconnected(link: Link): void {
  const { phase } = link;
  link.routerCapabilities = null;
  if (phase.name === 'joined' && phase.registration === 'current') phase.registration = 'pending';
  if (isElsewhere(link) || phase.name === 'closed') return;
  link.attempts.cancel();
  if (phase.name === 'stopped') link.phase = { name: 'joining' };
  update(link);
}

function request<Name extends RequestName>({ socket, phase }: Link, name: Name, input: RequestInput<Name>) {
  // Between the router's announcement and the return the server does not know this device.
  const isKnown = phase.name === 'joined' && phase.registration === 'current';
  if (!socket || (!isKnown && name !== 'join')) throw new DOMException('not joined', 'InvalidStateError');
  return socket.request(name, input);
}
