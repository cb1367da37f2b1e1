import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import { limits } from '@multaqa/shared/limits';
import { createWorker } from 'mediasoup';
import type { PlainTransport, Router, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import { capabilities, microphone, newPeer, session, soundPacket, type TestPeer, workerBin } from '../media.samples.ts';
import { type MediaSession, openMediaSession } from '../session/media-session.ts';
import { mediaCodecs } from '../workers/codecs.ts';
import { openSpeakerDetection } from './speaker-detection.ts';

const logger = pino({ level: 'silent' });
const names = ['Ada', 'Ben', 'Cleo', 'Dina', 'Person 5'];
type Source = { port: number; ssrc: number };

it('no packet goes through the main thread: nothing in the server opens a path for it', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.ts') && !/\.(test|samples)\.ts$/.test(path),
  );
  // A first key frame is told once for each video.
  const paths = /createDirectTransport|enableTraceEvent\(\[(?!'keyframe'\]|\])|on\('(rtp|rtcp|trace)'/;
  expect(sources.filter(path => paths.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  expect(sources).toContain('facilitate/media/speakers/speaker-detection.ts');
});

describe.skipIf(workerBin === null)('speaker detection, with real workers', () => {
  let workers: Worker[] = [];
  beforeAll(async () => {
    workers = await Promise.all([0, 1].map(() => createWorker({ workerBin: workerBin ?? '' })));
  });
  afterAll(() => {
    for (const worker of workers) worker.close();
  });

  const hallIn = async (worker: Worker | undefined) => {
    if (!worker) throw new Error('the worker does not start');
    const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
    return { router, server: await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] }) };
  };

  async function open(participantsPerRouter: number) {
    const threads: Thread[] = [];
    const spoken: { person: string; from: number; to: number }[] = [];
    const notice = (thread: Thread) => void threads.push(thread);
    process.on('worker', notice);
    const detection = openSpeakerDetection({ clock: systemClock, logger });
    const mediaSession = openMediaSession(await hallIn(workers[0]), session, {
      clock: systemClock,
      logger,
      detection,
      createRouter: async used => (used.length < workers.length ? hallIn(workers[used.length]) : null),
      participantsPerRouter,
      videoCodecs: ['VP8'],
      ended() {},
      spoke: ({ runs }) => void spoken.push(...runs),
    });
    onTestFinished(() => {
      process.off('worker', notice);
      mediaSession.close();
      detection.close();
    });
    return { detection, mediaSession, threads, spoken };
  }

  /** Somebody with an open microphone whose packets go where it says. */
  async function enter(
    mediaSession: MediaSession,
    name: string,
  ): Promise<{ peer: TestPeer; source: Source; router: Router }> {
    const peer = newPeer(name);
    const sessionRouter = await mediaSession.router();
    const send = await plain(sessionRouter.router);
    const receive = await plain(sessionRouter.router);
    const participant = mediaSession.join(peer, {
      device: name,
      by: 'sound',
      network: 'good',
      transports: { sessionRouter, send, receive, rtpCapabilities: capabilities() },
    });
    const ssrc = names.indexOf(name) + 100;
    const rtpParameters = microphone(ssrc);
    const produced = await mediaSession.produce(participant, { source: 'microphone', kind: 'audio', rtpParameters });
    if (typeof produced === 'string') throw new Error(produced);
    return { peer, source: { port: send.tuple.localPort, ssrc }, router: sessionRouter.router };
  }

  const plain = (router: Router): Promise<PlainTransport> =>
    router.createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, rtcpMux: true, comedia: true });

  /** Begins to send loud packets of these sources, from a thread of its own; returns how to count the packets. */
  function talk(sources: readonly Source[]) {
    const packets = sources.map(({ port, ssrc }) => ({ port, packet: soundPacket(ssrc, 0, 20) }));
    const count = new Int32Array(new SharedArrayBuffer(4));
    const thread = new Thread(talking, { eval: true, workerData: { packets, count } });
    onTestFinished(() => void thread.terminate());
    return { count: () => Atomics.load(count, 0) };
  }

  const speaking = ({ received }: TestPeer) =>
    received.flatMap(({ event, payload }) => (event === 'activeSpeakers' ? [payload[0] as string[]] : []));

  it('the main thread learns who speaks, and its work does not grow with the number of packets', {
    timeout: 20_000,
  }, async () => {
    const { mediaSession } = await open(100);
    const people = [];
    for (const name of names) people.push(await enter(mediaSession, name));
    const [ada] = people;
    const talking = talk(people.map(({ source }) => source));
    await expect.poll(() => ada && speaking(ada.peer).at(-1)?.length, { timeout: 10_000 }).toBe(names.length);
    const before = { packets: talking.count(), events: performance.nodeTiming.uvMetricsInfo.events };
    await new Promise(resolve => setTimeout(resolve, 3_000));
    const packets = talking.count() - before.packets;
    const events = performance.nodeTiming.uvMetricsInfo.events - before.events;
    expect(packets).toBeGreaterThan(300);
    expect(events).toBeLessThan(packets / 5);
  });

  it('an active speaker is also found when they are in another worker', async () => {
    const { mediaSession } = await open(1);
    const [ada, ben] = [await enter(mediaSession, 'Ada'), await enter(mediaSession, 'Ben')];
    expect(ben.router).not.toBe(ada.router);
    talk([ben.source]);
    await expect.poll(() => speaking(ada.peer), { timeout: 5_000 }).toContainEqual(['Ben']);
  });

  it('who speaks in a room that measures it is told again and again, as one run in pieces that ends before now', {
    timeout: 20_000,
  }, async () => {
    const { mediaSession, spoken } = await open(1);
    const [, ben] = [await enter(mediaSession, 'Ada'), await enter(mediaSession, 'Ben')];
    const begun = Date.now();
    talk([ben.source]);
    await expect.poll(() => spoken.length, { timeout: 15_000 }).toBeGreaterThan(1);
    expect(new Set(spoken.map(({ person }) => person))).toEqual(new Set(['Ben']));
    const [first, next] = spoken;
    expect(first?.from).toBeGreaterThan(begun - 100);
    expect((first?.to ?? 0) - (first?.from ?? 0)).toBeGreaterThan(1_000);
    expect(Math.abs((next?.from ?? 0) - (first?.to ?? 0))).toBeLessThan(limits.bridgedPause);
    expect(next?.to).toBeLessThanOrEqual(Date.now());
  });

  it('when the detector thread ends nobody loses a consumer, and soon speakers are found again', {
    timeout: 20_000,
  }, async () => {
    const { mediaSession, detection, threads } = await open(100);
    const [ada, ben] = [await enter(mediaSession, 'Ada'), await enter(mediaSession, 'Ben')];
    await expect.poll(() => ada.peer.consumers()).toEqual(['Ben microphone']);
    talk([ben.source]);
    await expect.poll(() => speaking(ada.peer), { timeout: 5_000 }).toContainEqual(['Ben']);
    const seen = speaking(ada.peer).length;
    await threads[0]?.terminate();
    await expect.poll(() => detection.deaths()).toBe(1);
    // Nobody stays marked as active who may have fallen silent in the meantime.
    expect(speaking(ada.peer).slice(seen)).toEqual([[]]);
    expect(mediaSession.reconcileAll()).toBe(0);
    expect(ada.peer.consumers()).toEqual(['Ben microphone']);
    // A microphone that opened while no thread ran is observed later, too.
    const cleo = await enter(mediaSession, 'Cleo');
    talk([cleo.source]);
    const both = expect.arrayContaining(['Ben', 'Cleo']);
    await expect.poll(() => speaking(ada.peer).slice(seen), { timeout: 10_000 }).toContainEqual(both);
  });
});

/** The program of the thread that sends: fifty packets a second of each source. */
const talking = `
  const { workerData: { packets, count } } = require('node:worker_threads');
  const socket = require('node:dgram').createSocket('udp4');
  let sequence = 0;
  setInterval(() => {
    sequence += 1;
    for (const { port, packet } of packets) {
      const copy = Buffer.from(packet);
      copy.writeUInt16BE(sequence & 0xffff, 2);
      copy.writeUInt32BE(sequence * 960, 4);
      socket.send(copy, port, '127.0.0.1');
      Atomics.add(count, 0, 1);
    }
  }, 20);
`;
