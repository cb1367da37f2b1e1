import type { DirectTransport, Producer, Router } from 'mediasoup/types';

/** Listens to open microphones, packet by packet, whatever the length of their frames. */
export type Ears = {
  /** Listens until the producer ends. */
  listen(producer: Producer): Promise<void>;
};

const levelExtension = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
/** What a sound from a device that does not tell its loudness counts for, and the largest packet that is none (bytes). */
const untold = { below: 30, silence: 16 };

/**
 * Calls `heard` with the loudness of each packet of sound (dB below full scale, 127 is silence). mediasoup's own
 * observer counts only who sent ten packets within its interval, and so misses frames of 60 ms.
 */
export async function openEars(router: Router, heard: (producer: Producer, below: number) => void): Promise<Ears> {
  const transport: DirectTransport = await router.createDirectTransport();
  const { rtpCapabilities } = router;
  return {
    async listen(producer) {
      try {
        const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
        const id = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === levelExtension)?.id ?? 0;
        consumer.on('rtp', packet => heard(producer, loudnessOf(packet, id)));
      } catch (error) {
        if (!producer.closed) throw error;
      }
    },
  };
}

/** The loudness that a packet tells in the header extension `id` of one or two bytes (RFC 6464, RFC 8285), dB below full scale. */
export function loudnessOf(packet: Buffer, id: number): number {
  const start = 12 + (packet.readUInt8(0) & 0x0f) * 4;
  const hasExtension = (packet.readUInt8(0) & 0x10) !== 0 && packet.length >= start + 4;
  if (!hasExtension) return guess(packet.length - start);
  const end = Math.min(packet.length, start + 4 + packet.readUInt16BE(start + 2) * 4);
  const isLong = packet.readUInt16BE(start) !== 0xbede;
  let at = start + 4;
  while (at < end) {
    const head = packet.readUInt8(at);
    if (head === 0) {
      at += 1;
      continue;
    }
    const size = isLong ? 2 + (at + 1 < end ? packet.readUInt8(at + 1) : 0) : 2 + (head & 0x0f);
    const data = at + (isLong ? 2 : 1);
    if ((isLong ? head : head >> 4) === id && data < end) return packet.readUInt8(data) & 0x7f;
    at += size;
  }
  return guess(packet.length - end);
}

const guess = (bytes: number): number => (bytes > untold.silence ? untold.below : 127);
