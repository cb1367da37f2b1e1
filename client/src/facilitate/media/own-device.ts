import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { DeviceState } from './media-state.ts';
import { problemOf } from './use-preview.ts';

/** What is sent to the others from one device. */
export type Sender = { isClosed(): boolean; pause(): Promise<void>; resume(): Promise<void>; close(): Promise<void> };

/** The way to the server. Rejects when the server refuses. */
export type Uplink = (source: StreamSource, track: MediaStreamTrack) => Promise<Sender>;

/** One's own microphone or camera. What its owner wants is carried out as soon as device and server allow. */
export type OwnDevice = {
  state(): DeviceState;
  track(): MediaStreamTrack | null;
  want(isWanted: boolean): void;
  /** A new way to the server, or none; what is wanted is sent again over the new one. */
  attach(uplink: Uplink | null): void;
  /** Tries again what the server has refused, because it may allow it now. */
  retry(): void;
};

export function openOwnDevice(
  source: 'microphone' | 'camera',
  ports: { capture(source: 'microphone' | 'camera'): Promise<MediaStreamTrack>; changed(): void },
): OwnDevice {
  let isWanted = false;
  let problem: Exclude<DeviceState, 'on' | 'off'> | null = null;
  let track: MediaStreamTrack | null = null;
  let sender: Sender | null = null;
  let uplink: Uplink | null = null;
  let work: Promise<void> = Promise.resolve();

  /** Makes things as they are wanted by then; a refusal leaves them for the next occasion. */
  const settle = () => {
    work = work.then(() => (isWanted ? begin() : rest())).catch(() => {});
  };

  async function begin(): Promise<void> {
    if (!track) await open();
    if (!track || !uplink) return;
    if (sender && !sender.isClosed()) return sender.resume();
    const over = uplink;
    const made = await over(source, track);
    if (over === uplink && track) sender = made;
    else await made.close();
  }

  /** A silenced microphone stays open, so that it can be heard again at once; a camera goes dark for everybody to see. */
  async function rest(): Promise<void> {
    if (source === 'microphone' && sender) return sender.pause();
    const last = sender;
    sender = null;
    release();
    await last?.close();
  }

  async function open(): Promise<void> {
    try {
      track = await ports.capture(source);
      track.addEventListener('ended', unplugged);
    } catch (error) {
      isWanted = false;
      problem = problemOf(error);
    }
    ports.changed();
  }

  function unplugged(): void {
    isWanted = false;
    problem = 'missing';
    const last = sender;
    sender = null;
    release();
    last?.close().catch(() => {});
  }

  function release(): void {
    track?.removeEventListener('ended', unplugged);
    track?.stop();
    track = null;
    ports.changed();
  }

  return {
    state: () => (isWanted ? 'on' : (problem ?? 'off')),
    track: () => track,
    want(next) {
      isWanted = next;
      problem = null;
      ports.changed();
      settle();
    },
    attach(next) {
      uplink = next;
      sender = null;
      settle();
    },
    retry: settle,
  };
}
