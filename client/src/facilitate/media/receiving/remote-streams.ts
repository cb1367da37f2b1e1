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
  /** Streams that begin or come by another way, and consumers that have ended. */
  change(change: { began: readonly ConsumerInfo[]; ended: readonly string[] }): void;
  pause(consumer: string, paused: boolean): void;
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
  /** Consumers that the browser is opening over the way of now. */
  const opening = new Set<string>();
  let downlink: Downlink | null = null;
  let isDue = false;

  const update = () => {
    const arrived = [...announced.values()].flatMap(info => {
      const track = tracks.get(info.consumer);
      return track ? [{ ...info, track }] : [];
    });
    changed(byPerson(arrived));
  };

  // Those of one negotiation open in one turn, and are shown by one change.
  const updateSoon = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      update();
    });
  };

  async function open(info: ConsumerInfo): Promise<void> {
    const from = downlink;
    if (!from || opening.has(info.consumer)) return;
    opening.add(info.consumer);
    try {
      const track = await from.consume(info);
      // It may have ended, or its transport with it, while the browser was opening it.
      if (from !== downlink || !announced.has(info.consumer)) return from.closeConsumer(info.consumer);
      tracks.set(info.consumer, track);
      updateSoon();
    } finally {
      if (from === downlink) opening.delete(info.consumer);
    }
  }
  function announce(info: ConsumerInfo): void {
    announced.set(info.consumer, info);
    if (!tracks.has(info.consumer)) startToOpen(info);
  }
  function end(consumer: string): void {
    announced.delete(consumer);
    if (tracks.delete(consumer)) downlink?.closeConsumer(consumer);
  }
  // A consumer that the browser cannot open is not shown; the others are.
  const startToOpen = (info: ConsumerInfo) => background(open(info), 'media-stream', ...disconnectErrors);

  return {
    change({ began, ended }) {
      ended.forEach(end);
      began.forEach(announce);
      update();
    },
    pause(consumer, paused) {
      const info = announced.get(consumer);
      if (!info) return;
      announced.set(consumer, { ...info, paused });
      update();
    },
    reconcile(consumers) {
      const existing = new Set(consumers.map(({ consumer }) => consumer));
      for (const consumer of [...announced.keys()]) if (!existing.has(consumer)) end(consumer);
      consumers.forEach(announce);
      update();
    },
    attach(next) {
      downlink = next;
      opening.clear();
      for (const info of announced.values()) startToOpen(info);
    },
    clear() {
      downlink = null;
      opening.clear();
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

function withStream(before: PersonStreams, { source, way, track, paused }: Arrived): PersonStreams {
  switch (source) {
    case 'microphone':
      return { ...before, audio: track, audioWay: way, audioPaused: paused };
    case 'camera':
      return { ...before, video: track, videoPaused: paused };
    case 'screen':
      return { ...before, screen: track, screenPaused: paused };
    case 'screen-audio':
      return { ...before, screenAudio: track };
  }
}
