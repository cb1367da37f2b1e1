import type { ConsumerInfo } from '@multaqa/shared/facilitate/media/signalling';
import { background } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { PersonStreams } from '../media-state.ts';

/** The way from the server. */
export type Downlink = {
  /** Opens a consumer on this device. */
  consume(info: ConsumerInfo): Promise<MediaStreamTrack>;
  closeConsumer(consumer: string): void;
};

/** What arrives from the others, from its announcement to its end. */
export type RemoteStreams = {
  announce(info: ConsumerInfo): void;
  pause(consumer: string, paused: boolean): void;
  end(consumer: string): void;
  /** All consumers that exist now, after a time in which nothing was heard of them. */
  reconcile(consumers: readonly ConsumerInfo[]): void;
  /** A new way from the server: what was announced before and has not ended arrives over it. */
  attach(downlink: Downlink): void;
  /** Forgets everything. */
  clear(): void;
};

/** Begins with nothing that arrives; `changed` is called with all streams by person id. */
export function openRemoteStreams(changed: (streams: ReadonlyMap<string, PersonStreams>) => void): RemoteStreams {
  const announced = new Map<string, ConsumerInfo>();
  const tracks = new Map<string, MediaStreamTrack>();
  let downlink: Downlink | null = null;

  const update = () => {
    const arrived = [...announced.values()].flatMap(info => {
      const track = tracks.get(info.consumer);
      return track ? [{ ...info, track }] : [];
    });
    changed(byPerson(arrived));
  };

  async function open(info: ConsumerInfo): Promise<void> {
    const from = downlink;
    if (!from) return;
    const track = await from.consume(info);
    // It may have ended, or its transport with it, while the browser was opening it.
    if (from !== downlink || !announced.has(info.consumer)) return from.closeConsumer(info.consumer);
    tracks.set(info.consumer, track);
    update();
  }
  function announce(info: ConsumerInfo): void {
    announced.set(info.consumer, info);
    if (tracks.has(info.consumer)) update();
    else startToOpen(info);
  }
  function end(consumer: string): void {
    announced.delete(consumer);
    if (tracks.delete(consumer)) downlink?.closeConsumer(consumer);
    update();
  }
  // A consumer that the browser cannot open is not shown; the others are.
  const startToOpen = (info: ConsumerInfo) => background(open(info), 'media-stream', ...disconnectErrors);

  return {
    announce,
    pause(consumer, paused) {
      const info = announced.get(consumer);
      if (!info) return;
      announced.set(consumer, { ...info, paused });
      update();
    },
    end,
    reconcile(consumers) {
      const existing = new Set(consumers.map(({ consumer }) => consumer));
      for (const consumer of [...announced.keys()]) if (!existing.has(consumer)) end(consumer);
      consumers.forEach(announce);
    },
    attach(next) {
      downlink = next;
      for (const info of announced.values()) startToOpen(info);
    },
    clear() {
      downlink = null;
      announced.clear();
      tracks.clear();
      update();
    },
  };
}

type Arrived = ConsumerInfo & { track: MediaStreamTrack };

const nothing: PersonStreams = { audioPaused: false, videoPaused: false, screenPaused: false };

function byPerson(arrived: readonly Arrived[]): ReadonlyMap<string, PersonStreams> {
  const people = new Map<string, PersonStreams>();
  for (const stream of arrived) people.set(stream.person, withStream(people.get(stream.person) ?? nothing, stream));
  return people;
}

function withStream(before: PersonStreams, { source, track, paused }: Arrived): PersonStreams {
  switch (source) {
    case 'microphone':
      return { ...before, audio: track, audioPaused: paused };
    case 'camera':
      return { ...before, video: track, videoPaused: paused };
    case 'screen':
      return { ...before, screen: track, screenPaused: paused };
    case 'screen-audio':
      return { ...before, screenAudio: track };
  }
}
