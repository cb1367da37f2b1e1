import type { MediaRefusal, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';

/** The finest of the sizes of one's camera that anybody shows; null while nobody does. */
export type Layer = 0 | 1 | 2 | null;

/** What is sent to the others from one device. */
export type Sender = {
  isClosed(): boolean;
  pause(): Promise<void>;
  /** Falls silent because the server has silenced it, which therefore need not be told. */
  hush(): void;
  /** A refusal when the server does not let it be heard again. */
  resume(): Promise<MediaRefusal | null>;
  /** Much may have happened at the server meanwhile: it is told anew whether this flows. */
  doubt(): void;
  replace(track: MediaStreamTrack): Promise<void>;
  /** Sends no more than what is asked for. */
  limit(layer: Layer): Promise<void>;
  /** Ends it here; the server is to be told otherwise. */
  drop(): void;
};

/** Wraps a producer, and remembers what the server knows of it: what could not be told is told on the next occasion. */
export function senderOf(
  source: StreamSource,
  socket: Pick<SignallingSocket, 'request'>,
  producer: types.Producer,
): Sender {
  let told: 'flows' | 'paused' | null = 'flows';
  let layer: Layer = 2;

  async function tell(next: 'flows' | 'paused'): Promise<MediaRefusal | null> {
    if (told === next) return null;
    const reply = await socket.request('pauseProducer', { source, paused: next === 'paused' });
    if (!reply.ok) return reply.refusal;
    told = next;
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
      return tell('flows');
    },
    hush() {
      if (!producer.closed && !producer.paused) producer.pause();
      told = 'paused';
    },
    doubt() {
      told = null;
    },
    replace: track => producer.replaceTrack({ track }),
    async limit(next) {
      if (producer.closed || next === layer) return;
      const hasRested = layer === null;
      layer = next;
      if (next === null) return producer.setRtpEncodingParameters({ active: false });
      if (hasRested) await producer.setRtpEncodingParameters({ active: true });
      const finest = (producer.rtpParameters.encodings?.length ?? 1) - 1;
      const wanted = Math.min(next, finest);
      // The library takes a layer that was set before the rest for the one in force.
      if (hasRested && producer.maxSpatialLayer === wanted) await producer.setMaxSpatialLayer(finest);
      await producer.setMaxSpatialLayer(wanted);
    },
    drop() {
      if (!producer.closed) producer.close();
    },
  };
}
