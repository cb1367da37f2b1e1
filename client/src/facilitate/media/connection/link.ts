import type {
  ConsumerInfo,
  MediaEvents,
  NetworkQuality,
  TakesPartBy,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { Clock } from '../../../platform/clock.ts';
import { unanswered } from '../../../platform/connection.ts';
import { resultOrNull } from '../../../platform/report-fault.ts';
import type { SignallingHandlers, SignallingSocket } from '../../../platform/signalling-socket.ts';
import type { MediaStatus } from '../media-state.ts';
import type { Attempts } from './attempts.ts';
import type { IceRecovery } from './ice-recovery.ts';
import type { MediaTransports } from './transports.ts';

/** What a media connection needs. */
export type MediaConnectionPorts = {
  openSocket(handlers: SignallingHandlers): SignallingSocket;
  /** Loads WebRTC when somebody joins. Rejects with an `UnsupportedError` in browsers without it. */
  loadDevice(): Promise<types.Device>;
  /** The id of this tab, the same after a reload. */
  device(): string;
  clock: Clock;
};

/** Who is told what becomes of the connection. */
export type MediaConnectionOwner = {
  handlers: Omit<MediaEvents, 'router' | 'replaced'>;
  changed(status: MediaStatus): void;
  /** What is told to the server when it joins. */
  networkQuality(): NetworkQuality;
  takesPartBy(): TakesPartBy;
  /** New transports, or none any more. */
  attached(transports: MediaTransports | null): void;
  /** The transports of before go on, and these are all consumers that they have now. */
  returned(transports: MediaTransports, consumers: readonly ConsumerInfo[]): void;
};

/**
 * Whether the server knows this device on the socket of now. `pending`: the socket is another one than before, and the
 * device has to rejoin. `failed`: a transport has failed meanwhile, so that only joining again helps.
 */
export type Registration = 'current' | 'pending' | 'failed';

/** A connection that has joined, with its transports. */
export type Joined = {
  name: 'joined';
  readonly transports: MediaTransports;
  readonly recovery: IceRecovery;
  registration: Registration;
};

/** How far a media connection is. `joining`: it asks, waits for the socket, or pauses before it asks again. */
export type Phase =
  | { name: 'closed' }
  | { name: 'joining' }
  | Joined
  | { name: 'stopped'; status: 'unavailable' | 'elsewhere' | 'replaced' };

/** All that a media connection knows. */
export type Link = {
  readonly ports: MediaConnectionPorts;
  readonly owner: MediaConnectionOwner;
  readonly attempts: Attempts;
  readonly request: SignallingSocket['request'];
  socket: SignallingSocket | null;
  /** What the server can forward; null while there is no connection to it. */
  routerCapabilities: unknown;
  phase: Phase;
  /** True once it has joined since it was opened. */
  hasJoined: boolean;
  /** The next join takes the place of another device. */
  takesOver: boolean;
  /** What the owner was told last. */
  status: MediaStatus;
};

/** Leaves the phase of before, with its transports, for another one. */
export function enter(link: Link, phase: Exclude<Phase, Joined>): void {
  const before = link.phase;
  link.attempts.cancel();
  link.phase = phase;
  if (before.name === 'joined') {
    before.recovery.close();
    before.transports.close();
  }
  link.owner.attached(null);
  update(link);
}

/** Tells the owner of a change of the status. */
export function update(link: Link): void {
  const status = statusOf(link);
  if (status === link.status) return;
  link.status = status;
  link.owner.changed(status);
}

function statusOf({ phase, hasJoined }: Link): MediaStatus {
  switch (phase.name) {
    case 'closed':
      return 'off';
    case 'joining':
      return hasJoined ? 'reconnecting' : 'connecting';
    case 'joined':
      return phase.registration === 'current' && !phase.recovery.isBroken() ? 'on' : 'reconnecting';
    case 'stopped':
      return phase.status;
  }
}

/** True when another device of this person takes part, so that this one waits for a word of its owner. */
export const isElsewhere = ({ phase }: Link): boolean => phase.name === 'stopped' && phase.status !== 'unavailable';

/** The answer, or null when none came: then the socket is dead, whatever it says itself, and connects again. */
export async function orReconnect<Answer>(link: Link, answer: Promise<Answer>): Promise<Answer | null> {
  const result = await resultOrNull(answer, 'media-signalling', ...unanswered);
  if (result === null) link.socket?.reconnect();
  return result;
}
