import type {
  ConsumerInfo,
  MediaEvents,
  NetworkQuality,
  Replies,
  RequestInput,
  RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { Clock } from '../../platform/clock.ts';
import type { MediaHeard, MediaLine } from '../../platform/media-line.ts';
import { askToJoin, type MediaSession, openMediaSession } from './media-session.ts';
import type { MediaStatus } from './media-state.ts';
import { type Paths, watchPaths } from './paths.ts';
import type { Reading } from './readings.ts';

/**
 * This device's seat in the media of a session, kept through all that lines and networks do.
 *
 * - A lost line ends nothing: sound and pictures go on over their own connections. The line that comes back asks to
 *   `return`; only when the server has let go of the device (`media.not-here`) it joins anew.
 * - A connection that breaks, or may have broken with a change of network, asks for a `restart`; when that does not
 *   help within some seconds, the device joins anew.
 * - What cannot be asked is tried again after pauses that grow.
 */
export type Seat = {
  open(): void;
  close(): void;
  useHere(): void;
  /** What was refused before may be allowed now. */
  seated(): void;
  /** The page was asleep: whether the line lives is found out at once. */
  wake(): void;
  networkChanged(): void;
  read(reading: Reading): void;
  /** Asks the server something on behalf of the session that runs now; rejects when there is none. */
  request: MediaLine['request'];
  carried: MediaLine['carried'];
};

export type SeatPorts = {
  openLine(heard: MediaHeard): MediaLine;
  /** Loaded when somebody joins: who only writes needs none of it. Rejects in browsers without WebRTC. */
  loadDevice(): Promise<types.Device>;
  /** Of this tab, also after it was loaded anew. */
  device(): string;
  clock: Clock;
};

export type SeatOwner = {
  heard: Omit<MediaEvents, 'router' | 'replaced'>;
  changed(status: MediaStatus): void;
  line(): NetworkQuality;
  /** A new session, or none any more. */
  attached(session: MediaSession | null): void;
  /** The session of before goes on, and this is what arrives in it. */
  returned(session: MediaSession, streams: readonly ConsumerInfo[]): void;
};

const pauses = { first: 1_000, longest: 5_000 };

export function openSeat({ openLine, loadDevice, device, clock }: SeatPorts, owner: SeatOwner): Seat {
  let line: MediaLine | null = null;
  /** What the server can forward; null while the line is down. */
  let abilities: unknown = null;
  let session: MediaSession | null = null;
  let paths: Paths | null = null;
  let status: MediaStatus = 'off';
  let hasBeenOn = false;
  let isReturned = false;
  let takeOver = false;
  /** A connection could not be made while nobody could be asked: the session cannot go on when the line is back. */
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
    if (!line || !abilities) return;
    const loaded = await loadDevice().catch(() => null);
    if (mine !== attempt) return;
    if (!loaded) return drop('unavailable');
    const joining = { device: device(), takeOver, network: owner.line(), rtpCapabilities: abilities };
    const place = await askToJoin(loaded, { request }, joining).catch(() => 'fault' as const);
    if (mine !== attempt) return;
    if (place === 'media.elsewhere') return drop('elsewhere');
    if (typeof place === 'string') return tryLater(join);
    const opened = openSession(loaded, place);
    if (!opened) return tryLater(join);
    begin(opened);
  }

  function openSession(loaded: types.Device, place: Replies['join']): MediaSession | null {
    try {
      const opened = openMediaSession(loaded, { request }, place, {
        changed: () => paths?.look(),
        lost() {
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

  function begin(joined: MediaSession): void {
    failures = 0;
    takeOver = false;
    hasBeenOn = true;
    isReturned = true;
    isSpoilt = false;
    session = joined;
    paths = watchPaths({
      session: joined,
      clock,
      restart: async direction => (isReturned && line ? line.request('restartIce', { direction }).catch(doubt) : null),
      changed: draw,
      lost: () => session === joined && isReturned && void join(),
    });
    owner.attached(joined);
    draw();
  }

  /** A line on which nothing is answered is dead, whatever it says itself. */
  function doubt(): null {
    line?.renew();
    return null;
  }

  async function comeBack(): Promise<void> {
    if (isSpoilt) return join();
    isReturned = false;
    draw();
    const mine = abandon();
    const reply = await line?.request('rejoin', { device: device() }).catch(doubt);
    // A line that was renewed greets again, and then it is asked again.
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

  const heard: MediaHeard = {
    ...owner.heard,
    router(hello) {
      abilities = hello?.rtpCapabilities ?? null;
      if (isSeatedElsewhere()) return;
      if (!abilities) drop('unavailable');
      else void (session ? comeBack() : join());
    },
    replaced: () => drop('replaced'),
    down() {
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
    if (!line || (!isReturned && name !== 'join')) throw new DOMException('not joined', 'InvalidStateError');
    return line.request(name, input);
  }

  return {
    open() {
      if (line) return void join();
      show('connecting');
      line = openLine(heard);
    },
    close() {
      hasBeenOn = false;
      takeOver = false;
      failures = 0;
      drop('off');
      line?.close();
      line = null;
      abilities = null;
    },
    useHere() {
      if (!line) return;
      takeOver = true;
      void join();
    },
    seated() {
      if (!session && waiting) void join();
    },
    wake() {
      if (!line) return;
      if (abilities) line.request('networkQuality', { quality: owner.line() }).catch(doubt);
      else line.hurry();
    },
    networkChanged() {
      if (!line) return;
      if (abilities) paths?.renew();
      else line.hurry();
    },
    read: reading => paths?.read(reading),
    request,
    carried: () => line?.carried() ?? { by: null, bytes: 0 },
  };
}
