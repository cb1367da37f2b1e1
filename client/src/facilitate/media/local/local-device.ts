import { reportFault } from '../../../platform/report-fault.ts';
import { problemOf } from '../devices/use-preview.ts';
import type { DeviceState } from '../media-state.ts';
import type { Layer, Sender } from './sender.ts';

/** The way to the server for one source. */
export type Uplink = {
  /** Rejects when the server cannot be asked; a code when it refuses. */
  send(track: MediaStreamTrack): Promise<Sender | 'refused'>;
  /** Tells the server that nothing comes from here any more. */
  closeProducer(): Promise<void>;
};

/** One's own microphone, camera or screen. What its owner wants is carried out as soon as device and server allow. */
export type LocalDevice = {
  state(): DeviceState;
  track(): MediaStreamTrack | null;
  want(isWanted: boolean): void;
  /** While it is not allowed it stays off, and comes back afterwards when it is still wanted. */
  allow(isAllowed: boolean): void;
  limit(layer: Layer): void;
  /** A new way to the server, or none; what is wanted is sent again over the new one. */
  attach(uplink: Uplink | null): void;
  /** Tries again what has failed or was refused. */
  retry(): void;
  /** The server was away: it is told again what flows, and says what it has ended. */
  recheck(): void;
  /** What is sent is sent again, because its encoding is to be another. */
  renew(): void;
  /** Goes on with the device that is chosen now; with the one of before when that does not open. */
  change(): Promise<void>;
  /** The server has ended or silenced it. */
  stopped(): void;
};

export type LocalDevicePorts = {
  /** Opens the device; rejects as the browser does. */
  capture(): Promise<MediaStreamTrack>;
  changed(): void;
  /** Stays open while it is silenced, so that it can be heard again at once; others go dark for everybody to see. */
  staysOpen?: boolean;
  /** Ends when the server refuses it, instead of waiting for another room that allows it. */
  endsRefused?: boolean;
};

export function openLocalDevice({ capture, changed, staysOpen, endsRefused }: LocalDevicePorts): LocalDevice {
  let isWanted = false;
  let isAllowed = true;
  let problem: Exclude<DeviceState, 'on' | 'off'> | null = null;
  let track: MediaStreamTrack | null = null;
  let sender: Sender | null = null;
  let uplink: Uplink | null = null;
  let layer: Layer = 2;
  let work: Promise<void> = Promise.resolve();

  const isOn = () => isWanted && isAllowed;
  const queue = (act: () => Promise<void>) => {
    work = work.then(act).catch(reportFault('own-device', 'InvalidStateError', 'AwaitQueueStoppedError'));
    return work;
  };
  /** Makes things as they are wanted by then; what fails is left for the next occasion. */
  const settle = () => queue(() => (isOn() ? begin() : rest()));

  async function begin(): Promise<void> {
    if (!track) await open();
    // It may have been switched off while the browser asked for permission.
    if (!track || !uplink || !isOn()) return;
    const current = sender;
    if (current && !current.isClosed()) {
      const refusal = await current.resume();
      // The connection may have ended meanwhile; over the next one it is sent again.
      if (current !== sender) return;
      if (refusal === null) return current.limit(layer);
      if (refusal === 'media.not-permitted') return giveUp(current);
      if (refusal !== 'media.unknown') return;
      // The server has ended it. It may be sent again, unless that is what the server does not want.
      current.drop();
      return send(track, uplink, true);
    }
    await send(track, uplink, endsRefused === true);
  }

  async function send(from: MediaStreamTrack, over: Uplink, isLast: boolean): Promise<void> {
    const made = await over.send(from);
    if (made === 'refused') return isLast ? giveUp(null) : undefined;
    if (over !== uplink) return made.drop();
    sender?.drop();
    sender = made;
    await made.limit(layer);
  }

  /** Silences what the others may not hear or see. */
  async function giveUp(silent: Sender | null): Promise<void> {
    isWanted = false;
    await silent?.pause().catch(reportFault('own-device', 'InvalidStateError'));
    if (!staysOpen) release();
    changed();
  }

  async function rest(): Promise<void> {
    if (staysOpen && sender && !sender.isClosed()) return sender.pause();
    const last = sender;
    sender = null;
    last?.drop();
    release();
    if (last) await uplink?.closeProducer();
  }

  async function open(): Promise<void> {
    try {
      use(await capture());
    } catch (error) {
      isWanted = false;
      problem = problemOf(error);
    }
    changed();
  }

  function use(next: MediaStreamTrack): void {
    track = next;
    next.addEventListener('ended', unplugged);
  }

  /** The browser takes another device when the one of before is gone; only when there is none the owner hears of it. */
  function unplugged(): void {
    void queue(async () => {
      if (track?.readyState !== 'ended') return;
      if (!isOn()) return close();
      const lost = track;
      try {
        const next = await capture();
        lost.removeEventListener('ended', unplugged);
        use(next);
        await sender?.replace(next);
      } catch {
        isWanted = false;
        problem = 'missing';
        return close();
      }
      changed();
    });
  }

  /** Ends a device whatever it is to others. */
  async function close(): Promise<void> {
    const last = sender;
    sender = null;
    last?.drop();
    release();
    if (last) await uplink?.closeProducer();
  }

  function release(): void {
    track?.removeEventListener('ended', unplugged);
    track?.stop();
    track = null;
    changed();
  }

  return {
    state: () => (isOn() ? 'on' : (problem ?? 'off')),
    track: () => track,
    want(next) {
      isWanted = next;
      problem = null;
      changed();
      void settle();
    },
    allow(next) {
      if (next === isAllowed) return;
      isAllowed = next;
      changed();
      void settle();
    },
    limit(next) {
      layer = next;
      void queue(async () => sender?.limit(layer));
    },
    attach(next) {
      uplink = next;
      sender = null;
      void settle();
    },
    retry: () => {
      // A track may have ended while nobody was told of it.
      if (track?.readyState === 'ended') unplugged();
      void settle();
    },
    recheck() {
      sender?.doubt();
      void settle();
    },
    renew: () =>
      void queue(async () => {
        if (!sender || !track || !uplink) return;
        if (isOn()) return send(track, uplink, false);
        sender.drop();
        sender = null;
        await uplink.closeProducer();
      }),
    change: () =>
      queue(async () => {
        if (!track) return;
        const before = track;
        before.removeEventListener('ended', unplugged);
        try {
          use(await capture());
          if (track) await sender?.replace(track);
          before.stop();
        } catch {
          use(before);
        }
        changed();
      }),
    stopped() {
      isWanted = false;
      changed();
      void queue(async () => {
        if (staysOpen) sender?.hush();
        else {
          sender?.drop();
          sender = null;
          release();
        }
      });
    },
  };
}
