import { createWorker } from 'mediasoup';
import type { DirectTransport, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilities, workerBin } from '../media.samples.ts';
import type { ConsumerEntry, Participant } from '../session/participant.ts';
import { mediaCodecs } from '../workers/codecs.ts';
import { askForFirstFrames, missingSince, watchFirstFrame } from './first-frames.ts';

const logger = pino({ level: 'silent' });
const ssrc = 4_242;
const begin = 1_000_000;

/** An RTP packet of VP8 (RFC 7741): the first of a key frame, or of a frame that needs the ones before it. */
function videoPacket(sequence: number, kind: 'key' | 'delta'): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(0x80 | 101, 1);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 3_000, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, Buffer.from([0x10, kind === 'key' ? 0x00 : 0x01, 0, 0, 0x9d, 0x01, 0x2a, 0, 1, 0, 1])]);
}

/** How many key frames these RTCP packets ask for (PLI, RFC 4585). */
const askedIn = (packet: Buffer): number => (packet.readUInt8(1) === 206 && (packet.readUInt8(0) & 0x1f) === 1 ? 1 : 0);

describe.skipIf(workerBin === null)('the first key frame of a video', () => {
  let worker: Worker;
  beforeAll(async () => {
    worker = await createWorker({ workerBin: workerBin ?? '', logLevel: 'none' });
  });
  afterAll(() => worker.close());

  /** A camera that sends frames, a viewer, and how often the camera was asked for a key frame. */
  async function open() {
    const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
    const [sending, receiving]: DirectTransport[] = await Promise.all([
      router.createDirectTransport(),
      router.createDirectTransport(),
    ]);
    let asked = 0;
    sending?.on('rtcp', packet => {
      asked += askedIn(packet);
    });
    const producer = await sending?.produce({
      kind: 'video',
      rtpParameters: {
        codecs: [
          {
            mimeType: 'video/VP8',
            payloadType: 101,
            clockRate: 90_000,
            rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
          },
        ],
        encodings: [{ ssrc }],
      },
    });
    if (!producer) throw new Error('nobody sends');
    let sequence = 0;
    const send = (kind: 'key' | 'delta') => {
      sequence += 1;
      producer.send(videoPacket(sequence, kind));
    };
    send('delta');
    const consumer = await receiving?.consume({
      producerId: producer.id,
      rtpCapabilities: capabilities(),
      paused: true,
    });
    if (!consumer) throw new Error('nobody watches');
    const entry = { consumer, isForwarded: true, missing: missingSince(begin) } as ConsumerEntry;
    watchFirstFrame(entry, {}, logger);
    await consumer.resume();
    const to = { consumers: new Map([['camera', entry]]), where: {} } as unknown as Participant;
    return { to, entry, send, producer, asked: () => asked };
  }

  test('is asked for again when the worker has given up', async () => {
    const { to, asked } = await open();
    // It asks once more by itself, and then never again.
    await expect.poll(asked, { timeout: 5_000 }).toBe(2);
    expect(askForFirstFrames(to, begin + 2_000, logger)).toBe(true);
    await expect.poll(asked, { timeout: 5_000 }).toBeGreaterThan(2);
  });

  test('is asked for more and more seldom', async () => {
    const { to, entry } = await open();
    const times = Array.from({ length: 60 }, (_, second) => begin + second * 1_000).filter(at => {
      askForFirstFrames(to, at, logger);
      return entry.missing?.askedAt === at;
    });
    expect(times.map(at => (at - begin) / 1_000)).toEqual([0, 2, 6, 14, 30, 46]);
  });

  test('is not asked for any more when it has come', async () => {
    const { to, entry, send } = await open();
    await expect
      .poll(() => {
        send('key');
        return entry.missing;
      })
      .toBeNull();
    expect(askForFirstFrames(to, begin + 60_000, logger)).toBe(false);
  });

  test('is not asked of a camera that is off', async () => {
    const { to, entry, producer } = await open();
    await producer.pause();
    await expect.poll(() => entry.consumer.producerPaused).toBe(true);
    expect(askForFirstFrames(to, begin + 60_000, logger)).toBe(false);
  });
});
