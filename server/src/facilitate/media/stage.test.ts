import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { createWorker } from 'mediasoup';
import type { Producer, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { canReceive } from './can-receive.ts';
import { mediaCodecs } from './codecs.ts';
import { peoplePerHall } from './halls.ts';
import { openListener } from './listener.ts';
import {
  breakout,
  capabilities,
  lobby,
  microphone,
  newGuest,
  plenary,
  session,
  soundPacket,
  type TestGuest,
  workerBin,
} from './media.samples.ts';
import { openStage, type Stage } from './stage.ts';

/** Somebody whose packets the test sends and counts itself. */
type Speaker = { guest: TestGuest; ssrc: number; producer: Producer; heard: Set<number> };

describe.skipIf(workerBin === null)('packets of a session, through a real worker', () => {
  let worker: Worker;
  const logger = pino({ level: 'silent' });
  const listener = openListener({ clock: systemClock, logger });
  let stage: Stage;
  let sequence = 0;
  beforeAll(async () => {
    worker = await createWorker({ workerBin: workerBin ?? '' });
  });
  afterAll(() => {
    listener.close();
    worker.close();
  });
  beforeEach(async () => {
    const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
    const server = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
    stage = openStage({ router, server }, session, {
      clock: systemClock,
      logger,
      listener,
      another: async () => null,
      peoplePerHall,
      pictureCodecs: ['VP8'],
      ended() {},
    });
  });
  afterEach(() => stage.close());

  async function enter(name: string, ssrc: number, room: string): Promise<Speaker> {
    const guest = newGuest(name, plenary);
    const hall = await stage.hall();
    const [send, receive] = [await hall.router.createDirectTransport(), await hall.router.createDirectTransport()];
    const heard = new Set<number>();
    receive.observer.on('newconsumer', consumer => {
      // The worker renames each stream; the first byte of the sound tells whose it is.
      consumer.on('rtp', packet => heard.add(packet.at(-1) ?? 0));
    });
    const member = stage.enter(guest, name, 'good', { hall, send, receive, rtpCapabilities: capabilities() });
    const producer = await stage.produce(member, {
      source: 'microphone',
      kind: 'audio',
      rtpParameters: microphone(ssrc),
    });
    if (typeof producer === 'string') throw new Error(producer);
    guest.sit(room);
    stage.reconcile();
    return { guest, ssrc, producer, heard };
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

  /** Resolves when no stream is on its way any more. */
  const settled = () =>
    expect
      .poll(() =>
        stage
          .members()
          .every(
            ({ opening, incoming }) =>
              opening.size === 0 && [...incoming.values()].every(({ consumer, flows }) => consumer.paused !== flows),
          ),
      )
      .toBe(true);

  /** A breakout hears everybody, a plenary the loudest; a speaker among those does not hear themselves. */
  const hearsEnough = ({ guest, heard }: Speaker, due: readonly number[]) =>
    guest.audience()?.place?.room === plenary
      ? heard.size >= Math.min(limits.voicesHeard - 1, due.length)
      : heard.size === due.length;

  it('after any moves and any hosts’ words everybody hears people of their room who may speak, and nobody else from that moment on', async () => {
    const speakers: Speaker[] = [];
    for (const [at, name] of ['Ada', 'Ben', 'Cleo', 'Dina'].entries())
      speakers.push(await enter(name, at + 1, plenary));
    const anyMove = fc.record({
      who: fc.nat(3),
      room: fc.constantFrom(lobby, plenary, breakout),
      word: fc.constantFrom('allow', 'allow', 'forbid'),
      waits: fc.boolean(),
    });
    const audible = (to: Speaker) =>
      speakers
        .filter(from => from !== to && canReceive(from.guest.audience(), to.guest.audience()))
        .filter(from => from.guest.maySend('microphone'))
        .map(({ ssrc }) => ssrc);
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 8 }), async moves => {
        for (const { who, room, word, waits } of moves) {
          speakers[who]?.guest.sit(room);
          speakers[who]?.guest[word]('microphone');
          stage.reconcile();
          await everybodySpeaks(speakers);
          for (const to of speakers) expect(audible(to)).toEqual(expect.arrayContaining([...to.heard]));
          if (waits) await settled();
        }
        // A lobby closes microphones, and their owners open them again.
        for (const member of stage.members()) await stage.pause(member, 'microphone', false);
        // The first sounds take the turns of the plenary, the next are heard.
        await expect
          .poll(async () => {
            await everybodySpeaks(speakers);
            return speakers.every(to => hearsEnough(to, audible(to)));
          })
          .toBe(true);
        for (const to of speakers) expect(audible(to)).toEqual(expect.arrayContaining([...to.heard]));
        await settled();
        expect(stage.reconcile()).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('who speaks is told to their room alone, and only when it changes', async () => {
    const ada = await enter('Ada', 1, plenary);
    const ben = await enter('Ben', 2, plenary);
    const cleo = await enter('Cleo', 3, breakout);
    const speaking = ({ guest }: Speaker) =>
      guest.told.flatMap(({ event, payload }) => (event === 'activeSpeakers' ? payload : []));
    await expect
      .poll(async () => {
        await everybodySpeaks([ada]);
        return speaking(ben);
      })
      .toContainEqual(['Ada']);
    await expect.poll(() => speaking(ben).at(-1), { timeout: 5_000 }).toEqual([]);
    const told = speaking(ben).map(people => people.join());
    expect(told.filter((people, at) => people === told[at - 1])).toEqual([]);
    expect(speaking(ada)).toEqual(speaking(ben));
    expect(speaking(cleo)).toEqual([]);
  });
});
