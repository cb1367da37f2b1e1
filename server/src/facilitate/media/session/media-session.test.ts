import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { createWorker } from 'mediasoup';
import type { Producer, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import {
  breakout,
  capabilities,
  lobby,
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

/** Somebody whose packets the test sends and counts itself. */
type Speaker = { peer: TestPeer; ssrc: number; producer: Producer; heard: Set<number> };

describe.skipIf(workerBin === null)('packets of a session, through a real worker', () => {
  let worker: Worker;
  const logger = pino({ level: 'silent' });
  const detection = openSpeakerDetection({ clock: systemClock, logger });
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
    });
  });
  afterEach(() => mediaSession.close());

  async function enter(name: string, ssrc: number, room: string): Promise<Speaker> {
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
  /** Everybody says something once; resolves when the worker has dealt with all of it. */
  async function everybodySpeaks(speakers: readonly Speaker[]): Promise<void> {
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
  }

  /** Resolves when no consumer is being created, paused or resumed any more. */
  const reconciled = () =>
    expect
      .poll(() =>
        mediaSession
          .participants()
          .every(
            ({ creating, consumers }) =>
              creating.size === 0 &&
              [...consumers.values()].every(({ consumer, isForwarded }) => consumer.paused !== isForwarded),
          ),
      )
      .toBe(true);

  /** A breakout hears everybody, a plenary the loudest; a speaker among those does not hear themselves. */
  const hearsEnough = ({ peer, heard }: Speaker, due: readonly number[]) =>
    peer.audience()?.place?.room === plenary
      ? heard.size >= Math.min(limits.selectedSpeakers - 1, due.length)
      : heard.size === due.length;

  it('after any moves and any decisions of hosts everybody hears the people of their room who may speak, and nobody else from that moment on', async () => {
    const speakers: Speaker[] = [];
    for (const [at, name] of ['Ada', 'Ben', 'Cleo', 'Dina'].entries())
      speakers.push(await enter(name, at + 1, plenary));
    const anyMove = fc.record({
      who: fc.nat(3),
      room: fc.constantFrom(lobby, plenary, breakout),
      right: fc.constantFrom('allow', 'allow', 'forbid'),
      waits: fc.boolean(),
    });
    const audible = (to: Speaker) =>
      speakers
        .filter(from => from !== to && canReceive(from.peer.audience(), to.peer.audience()))
        .filter(from => from.peer.maySend('microphone'))
        .map(({ ssrc }) => ssrc);
    const expectAllowed = () => {
      for (const to of speakers) expect(audible(to)).toEqual(expect.arrayContaining([...to.heard]));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 8 }), async moves => {
        for (const { who, room, right, waits } of moves) {
          speakers[who]?.peer.sit(room);
          speakers[who]?.peer[right]('microphone');
          mediaSession.reconcileAll();
          await everybodySpeaks(speakers);
          expectAllowed();
          if (waits) await reconciled();
        }
        // A lobby closes microphones, and their owners open them again.
        for (const participant of mediaSession.participants())
          await mediaSession.pauseProducer(participant, 'microphone', false);
        // The first packets select the speakers of the plenary, the next ones are heard.
        await expect
          .poll(async () => {
            await everybodySpeaks(speakers);
            return speakers.every(to => hearsEnough(to, audible(to)));
          })
          .toBe(true);
        expectAllowed();
        await reconciled();
        expect(mediaSession.reconcileAll()).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('active speakers are sent to their room alone, and only when they change', async () => {
    const ada = await enter('Ada', 1, plenary);
    const ben = await enter('Ben', 2, plenary);
    const cleo = await enter('Cleo', 3, breakout);
    const speaking = ({ peer }: Speaker) =>
      peer.received.flatMap(({ event, payload }) => (event === 'activeSpeakers' ? payload : []));
    await expect
      .poll(async () => {
        await everybodySpeaks([ada]);
        return speaking(ben);
      })
      .toContainEqual(['Ada']);
    await expect.poll(() => speaking(ben).at(-1), { timeout: 5_000 }).toEqual([]);
    const sent = speaking(ben).map(people => people.join());
    expect(sent.filter((people, at) => people === sent[at - 1])).toEqual([]);
    expect(speaking(ada)).toEqual(speaking(ben));
    expect(speaking(cleo)).toEqual([]);
  });
});
