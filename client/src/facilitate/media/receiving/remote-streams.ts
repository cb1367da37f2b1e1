import type { ConsumerInfo } from '@multaqa/shared/facilitate/media/signalling';
import { reportFault } from '../../../platform/report-fault.ts';
import type { PersonStreams } from '../media-state.ts';

/** The way from the server, once there is one. */
export type Downlink = {
  /** Opens a stream on this device. */
  consume(stream: ConsumerInfo): Promise<MediaStreamTrack>;
  closeConsumer(consumer: string): void;
};

/** What arrives from the others, from its announcement to its end. */
export type RemoteStreams = {
  announce(stream: ConsumerInfo): void;
  pause(consumer: string, paused: boolean): void;
  end(consumer: string): void;
  /** All that arrives now, after a time in which nothing was heard of it. */
  reconcile(streams: readonly ConsumerInfo[]): void;
  /** A new way from the server: whatever was announced before and has not ended arrives over it. */
  attach(downlink: Downlink): void;
  /** Forgets everything. */
  clear(): void;
};

export function openRemoteStreams(show: (streams: ReadonlyMap<string, PersonStreams>) => void): RemoteStreams {
  const announced = new Map<string, ConsumerInfo>();
  const tracks = new Map<string, MediaStreamTrack>();
  let downlink: Downlink | null = null;

  const draw = () => {
    const arrived = [...announced.values()].flatMap(stream => {
      const track = tracks.get(stream.consumer);
      return track ? [{ ...stream, track }] : [];
    });
    show(byPerson(arrived));
  };

  async function play(stream: ConsumerInfo): Promise<void> {
    const from = downlink;
    if (!from) return;
    const track = await from.consume(stream);
    // It may have ended, or the connection with it, while the browser was opening it.
    if (from !== downlink || !announced.has(stream.consumer)) return from.closeConsumer(stream.consumer);
    tracks.set(stream.consumer, track);
    draw();
  }
  function announce(stream: ConsumerInfo): void {
    announced.set(stream.consumer, stream);
    if (tracks.has(stream.consumer)) draw();
    else tryToPlay(stream);
  }
  function end(consumer: string): void {
    announced.delete(consumer);
    if (tracks.delete(consumer)) downlink?.closeConsumer(consumer);
    draw();
  }
  // A stream that the browser cannot open is not shown; the others are.
  const tryToPlay = (stream: ConsumerInfo) => void play(stream).catch(reportFault('media-stream', 'InvalidStateError'));

  return {
    announce,
    pause(consumer, paused) {
      const stream = announced.get(consumer);
      if (!stream) return;
      announced.set(consumer, { ...stream, paused });
      draw();
    },
    end,
    reconcile(streams) {
      const still = new Set(streams.map(({ consumer }) => consumer));
      for (const consumer of [...announced.keys()]) if (!still.has(consumer)) end(consumer);
      streams.forEach(announce);
    },
    attach(next) {
      downlink = next;
      for (const stream of announced.values()) tryToPlay(stream);
    },
    clear() {
      downlink = null;
      announced.clear();
      tracks.clear();
      draw();
    },
  };
}

const silent: PersonStreams = { audioPaused: false, videoPaused: false, screenPaused: false };

function byPerson(
  arrived: readonly (ConsumerInfo & { track: MediaStreamTrack })[],
): ReadonlyMap<string, PersonStreams> {
  const people = new Map<string, PersonStreams>();
  for (const stream of arrived) people.set(stream.person, withStream(people.get(stream.person) ?? silent, stream));
  return people;
}

function withStream(
  before: PersonStreams,
  { source, track, paused }: ConsumerInfo & { track: MediaStreamTrack },
): PersonStreams {
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
