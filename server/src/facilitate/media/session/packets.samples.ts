import { createWorker } from 'mediasoup';
import type { Producer, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import {
  capabilities,
  microphone,
  newPeer,
  plenary,
  session,
  soundPacket,
  type TestPeer,
  workerBin,
} from '../media.samples.ts';
import { openSpeakerDetection } from '../speakers/speaker-detection.ts';
import { mediaCodecs } from '../workers/codecs.ts';
import { participantsPerRouter } from '../workers/session-routers.ts';
import { canReceive } from './can-receive.ts';
import { type MediaSession, openMediaSession } from './media-session.ts';
import { standingOf } from './standing.ts';

/** Somebody whose packets the test sends and counts itself. `heard`: the SSRCs of those of whom a packet came since the last round. */
export type Speaker = { peer: TestPeer; ssrc: number; producer: Producer; heard: Set<number> };

/** A media session whose packets a test sends and counts. */
export type PacketSession = {
  mediaSession(): MediaSession;
  /** Somebody with an open microphone. */
  enter(name: string, ssrc: number, room: string): Promise<Speaker>;
  /** Everybody says something once; resolves when the worker has dealt with all of it. */
  everybodySpeaks(speakers: readonly Speaker[]): Promise<void>;
  /** Resolves when no consumer is being created, paused or resumed any more. */
  reconciled(): Promise<void>;
};

/** Opens a session on a real worker for each test of a suite. */
export function openPacketSession(): PacketSession {
  const logger = pino({ level: 'silent' });
  const detection = openSpeakerDetection({ clock: systemClock, logger });
  let worker: Worker;
  let mediaSession: MediaSession;
  let sequence = 0;
  beforeAll(async () => {
    worker = await createWorker({ workerBin: workerBin ?? '' });
  });
  afterAll(() => {
    detection.close();
    worker.close();
  });
  beforeEach(async () => {
    const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
    const server = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
    mediaSession = openMediaSession({ router, server }, session, {
      clock: systemClock,
      logger,
      detection,
      createRouter: async () => null,
      participantsPerRouter,
      videoCodecs: ['VP8'],
      ended() {},
      spoke() {},
    });
  });
  afterEach(() => mediaSession.close());

  return {
    mediaSession: () => mediaSession,
    enter: (name, ssrc, room) => enter(mediaSession, name, ssrc, room),
    async everybodySpeaks(speakers) {
      sequence += 1;
      for (const speaker of speakers) {
        speaker.heard.clear();
        const packet = soundPacket(speaker.ssrc, sequence, 20);
        packet.writeUInt8(speaker.ssrc, packet.length - 1);
        speaker.producer.send(packet);
      }
      await worker.dump();
      // mediasoup hands packets on in the next turn.
      await new Promise(resolve => setImmediate(resolve));
    },
    reconciled: () => expect.poll(() => isReconciled(mediaSession)).toBe(true),
  };
}

async function enter(mediaSession: MediaSession, name: string, ssrc: number, room: string): Promise<Speaker> {
  const peer = newPeer(name, plenary);
  const sessionRouter = await mediaSession.router();
  const [send, receive] = [
    await sessionRouter.router.createDirectTransport(),
    await sessionRouter.router.createDirectTransport(),
  ];
  const heard = new Set<number>();
  receive.observer.on('newconsumer', consumer => {
    // The worker gives each consumer an SSRC of its own; the last byte of the packet tells whose it is.
    consumer.on('rtp', packet => heard.add(packet.at(-1) ?? 0));
  });
  const participant = mediaSession.join(peer, {
    device: name,
    by: 'sound',
    network: 'good',
    transports: { sessionRouter, send, receive, rtpCapabilities: capabilities() },
  });
  const producer = await mediaSession.produce(participant, {
    source: 'microphone',
    kind: 'audio',
    rtpParameters: microphone(ssrc),
  });
  if (typeof producer === 'string') throw new Error(producer);
  peer.sit(room);
  mediaSession.reconcileAll();
  return { peer, ssrc, producer, heard };
}

const isReconciled = (mediaSession: MediaSession): boolean =>
  mediaSession
    .participants()
    .every(
      ({ creating, consumers }) =>
        creating.size === 0 &&
        [...consumers.values()].every(({ consumer, isForwarded }) => consumer.paused !== isForwarded),
    );

/** Those whom somebody may hear now, by SSRC. */
export const audibleTo = (to: Speaker, speakers: readonly Speaker[]): number[] =>
  speakers
    .filter(from => from !== to && canReceive(standingOf(from.peer), standingOf(to.peer), 'microphone'))
    .filter(from => from.peer.maySend('microphone'))
    .map(({ ssrc }) => ssrc);

/** Fails when somebody has heard in this round whom they may not hear. */
export function expectAllowed(speakers: readonly Speaker[]): void {
  for (const to of speakers) expect(audibleTo(to, speakers)).toEqual(expect.arrayContaining([...to.heard]));
}
