import type {
  ConsumerInfo,
  MediaEvents,
  NetworkQuality,
  Replies,
  RequestInput,
  RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { Clock } from '../../../platform/clock.ts';
import type { SignallingHandlers, SignallingSocket } from '../../../platform/signalling-socket.ts';
import type { MediaStatus } from '../media-state.ts';
import type { TransportStats } from '../quality/stats.ts';
import { type IceRecovery, openIceRecovery } from './ice-recovery.ts';
import { askToJoin, type MediaTransports, openTransports } from './transports.ts';

/**
 * This device's seat in the media of a session, kept through all that lines and networks do.
 *
 * - A lost socket ends nothing: sound and pictures go on over their own connections. The socket that comes back asks to
 *   `return`; only when the server has let go of the device (`media.not-here`) it joins anew.
 * - A connection that breaks, or may have broken with a change of network, asks for a `restart`; when that does not
 *   help within some seconds, the device joins anew.
 * - What cannot be asked is tried again after pauses that grow.
 */
export type MediaConnection = {
  open(): void;
  close(): void;
  takeOver(): void;
  /** What was refused before may be allowed now. */
  permissionsChanged(): void;
  /** The page was asleep: whether the socket lives is found out at once. */
  wake(): void;
  networkChanged(): void;
  read(reading: TransportStats): void;
  /** Asks the server something on behalf of the session that runs now; rejects when there is none. */
  request: SignallingSocket['request'];
  traffic: SignallingSocket['traffic'];
};

export type MediaConnectionPorts = {
  openSocket(heard: SignallingHandlers): SignallingSocket;
  /** Loaded when somebody joins: who only writes needs none of it. Rejects in browsers without WebRTC. */
  loadDevice(): Promise<types.Device>;
  /** Of this tab, also after it was loaded anew. */
  device(): string;
  clock: Clock;
};

export type MediaConnectionOwner = {
  handlers: Omit<MediaEvents, 'router' | 'replaced'>;
  changed(status: MediaStatus): void;
  networkQuality(): NetworkQuality;
  /** A new session, or none any more. */
  attached(session: MediaTransports | null): void;
  /** The session of before goes on, and this is what arrives in it. */
  returned(session: MediaTransports, streams: readonly ConsumerInfo[]): void;
};

const pauses = { first: 1_000, longest: 5_000 };

export function openMediaConnection(
  { openSocket, loadDevice, device, clock }: MediaConnectionPorts,
  owner: MediaConnectionOwner,
): MediaConnection {
  let socket: SignallingSocket | null = null;
  /** What the server can forward; null while the socket is down. */
  let abilities: unknown = null;
  let session: MediaTransports | null = null;
  let paths: IceRecovery | null = null;
  let status: MediaStatus = 'off';
  let hasBeenOn = false;
  let isReturned = false;
  let takeOver = false;
  /** A connection could not be made while nobody could be asked: the session cannot go on when the socket is back. */
  let isSpoilt = false;
  let failures = 0;
  /** The attempt that waits for the end of a pause. */
  let waiting: { act(): unknown; callOff(): void } | null = null;
  /** Counts attempts, so that what comes late from an earlier one is recognised. */
  let attempt = 0;

  const isSeatedElsewhere = () => status === 'elsewhere' || status === 'replaced';

  function show(next: MediaStatus): void {
    if (next === status) return;
    status = next;
    owner.changed(next);
  }

  function draw(): void {
    if (session) show(isReturned && !paths?.isBroken() ? 'on' : 'reconnecting');
  }

  /** Whatever was under way is no longer wanted. */
  function abandon(): number {
    waiting?.callOff();
    waiting = null;
    attempt += 1;
    return attempt;
  }

  function drop(next: MediaStatus): void {
    abandon();
    paths?.close();
    session?.close();
    paths = null;
    session = null;
    isReturned = false;
    owner.attached(null);
    show(next);
  }

  function tryLater(act: () => unknown): void {
    const pause = Math.min(pauses.longest, pauses.first * 2 ** failures);
    failures += 1;
    waiting = { act, callOff: clock.after(pause, act) };
  }

  async function join(): Promise<void> {
    drop(hasBeenOn ? 'reconnecting' : 'connecting');
    const mine = attempt;
    if (!socket || !abilities) return;
    const loaded = await loadDevice().catch(() => null);
    if (mine !== attempt) return;
    if (!loaded) return drop('unavailable');
    const joining = { device: device(), takeOver, network: owner.networkQuality(), rtpCapabilities: abilities };
    const place = await askToJoin(loaded, { request }, joining).catch(() => 'fault' as const);
    if (mine !== attempt) return;
    if (place === 'media.elsewhere') return drop('elsewhere');
    if (typeof place === 'string') return tryLater(join);
    const opened = openSession(loaded, place);
    if (!opened) return tryLater(join);
    begin(opened);
  }

  function openSession(loaded: types.Device, place: Replies['join']): MediaTransports | null {
    try {
      const opened = openTransports(loaded, { request }, place, {
        changed: () => paths?.look(),
        failed() {
          if (opened !== session) return;
          isSpoilt = true;
          if (isReturned) void join();
        },
      });
      return opened;
    } catch {
      // The browser has no connection left to give; later it may have one.
      return null;
    }
  }

  function begin(joined: MediaTransports): void {
    failures = 0;
    takeOver = false;
    hasBeenOn = true;
    isReturned = true;
    isSpoilt = false;
    session = joined;
    paths = openIceRecovery({
      session: joined,
      clock,
      restart: async direction =>
        isReturned && socket ? socket.request('restartIce', { direction }).catch(doubt) : null,
      changed: draw,
      lost: () => session === joined && isReturned && void join(),
    });
    owner.attached(joined);
    draw();
  }

  /** A socket on which nothing is answered is dead, whatever it says itself. */
  function doubt(): null {
    socket?.reconnect();
    return null;
  }

  async function comeBack(): Promise<void> {
    if (isSpoilt) return join();
    isReturned = false;
    draw();
    const mine = abandon();
    const reply = await socket?.request('rejoin', { device: device() }).catch(doubt);
    // A socket that was renewed greets again, and then it is asked again.
    if (mine !== attempt || !reply || !session) return;
    if (!reply.ok) return reply.refusal === 'too-fast' ? tryLater(comeBack) : join();
    failures = 0;
    isReturned = true;
    const { send, receive, consumers } = reply.reply;
    paths?.restarted();
    const restarts = [session.restart('send', send), session.restart('receive', receive)];
    owner.returned(session, consumers);
    draw();
    await Promise.all(restarts).catch(() => (mine === attempt ? join() : undefined));
  }

  const heard: SignallingHandlers = {
    ...owner.handlers,
    router(hello) {
      abilities = hello?.rtpCapabilities ?? null;
      if (isSeatedElsewhere()) return;
      if (!abilities) drop('unavailable');
      else void (session ? comeBack() : join());
    },
    replaced: () => drop('replaced'),
    disconnected() {
      abilities = null;
      isReturned = false;
      if (isSeatedElsewhere()) return;
      abandon();
      if (session) draw();
      else show(hasBeenOn ? 'reconnecting' : 'connecting');
    },
  };

  async function request<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
    // Between the greeting and the return the server does not know this device.
    if (!socket || (!isReturned && name !== 'join')) throw new DOMException('not joined', 'InvalidStateError');
    return socket.request(name, input);
  }

  return {
    open() {
      if (socket) return void join();
      show('connecting');
      socket = openSocket(heard);
    },
    close() {
      hasBeenOn = false;
      takeOver = false;
      failures = 0;
      drop('off');
      socket?.close();
      socket = null;
      abilities = null;
    },
    takeOver() {
      if (!socket) return;
      takeOver = true;
      void join();
    },
    permissionsChanged() {
      if (!session && waiting) void join();
    },
    wake() {
      if (!socket) return;
      if (abilities) socket.request('networkQuality', { quality: owner.networkQuality() }).catch(doubt);
      else socket.connectNow();
    },
    networkChanged() {
      if (!socket) return;
      if (abilities) paths?.renew();
      else socket.connectNow();
    },
    read: reading => paths?.read(reading),
    request,
    traffic: () => socket?.traffic() ?? { transport: null, bytes: 0 },
  };
}
