import type { MediaRefusal, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';

/** A spatial layer of a video, 0 the smallest; null for none. */
export type Layer = 0 | 1 | 2 | null;

/** What is sent from one device. */
export type Sender = {
  isClosed(): boolean;
  pause(): Promise<void>;
  /** Pauses because the server has paused it, which therefore need not be told. */
  pausedByServer(): void;
  /** Resumes. A refusal when the server does not let it be heard or seen again. */
  resume(): Promise<MediaRefusal | null>;
  /** The server may have missed much: it is told again whether this is paused. */
  resync(): void;
  replace(track: MediaStreamTrack): Promise<void>;
  /** Sends no layer above this one. */
  limit(layer: Layer): Promise<void>;
  /** Ends it here; the server is to be told otherwise. */
  close(): void;
};

type Sent = 'paused' | 'resumed';

/** Wraps a producer, and remembers what the server was told of it: what could not be sent is sent on the next occasion. */
export function senderOf(
  source: StreamSource,
  socket: Pick<SignallingSocket, 'request'>,
  producer: types.Producer,
): Sender {
  let lastSent: Sent | null = 'resumed';
  let layer: Layer = 2;

  async function tell(next: Sent): Promise<MediaRefusal | null> {
    if (lastSent === next) return null;
    const reply = await socket.request('pauseProducer', { source, paused: next === 'paused' });
    if (!reply.ok) return reply.refusal;
    lastSent = next;
    return null;
  }

  return {
    isClosed: () => producer.closed,
    async pause() {
      if (producer.closed) return;
      if (!producer.paused) producer.pause();
      await tell('paused');
    },
    async resume() {
      if (producer.closed) return 'media.unknown';
      if (producer.paused) producer.resume();
      return tell('resumed');
    },
    pausedByServer() {
      if (!producer.closed && !producer.paused) producer.pause();
      lastSent = 'paused';
    },
    resync() {
      lastSent = null;
    },
    replace: track => producer.replaceTrack({ track }),
    async limit(next) {
      if (producer.closed || next === layer) return;
      const hadNone = layer === null;
      layer = next;
      if (next === null) return producer.setRtpEncodingParameters({ active: false });
      if (hadNone) await producer.setRtpEncodingParameters({ active: true });
      const finest = (producer.rtpParameters.encodings?.length ?? 1) - 1;
      const wanted = Math.min(next, finest);
      // The library still takes a layer that was set before the pause for the one in force.
      if (hadNone && producer.maxSpatialLayer === wanted) await producer.setMaxSpatialLayer(finest);
      await producer.setMaxSpatialLayer(wanted);
    },
    close() {
      if (!producer.closed) producer.close();
    },
  };
}
