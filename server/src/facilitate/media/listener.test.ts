import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import { createWorker } from 'mediasoup';
import type { PlainTransport, Router, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { mediaCodecs } from './codecs.ts';
import { openListener } from './listener.ts';
import {
  capabilities,
  microphone,
  newGuest,
  session,
  soundPacket,
  type TestGuest,
  workerBin,
} from './media.samples.ts';
import { openStage, type Stage } from './stage.ts';

const logger = pino({ level: 'silent' });
const names = ['Ada', 'Ben', 'Cleo', 'Dina', 'Guest 5'];
type Voice = { port: number; ssrc: number };

it('no packet may take its way through the main thread: nothing in the server opens such a way', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.ts') && !/\.(test|samples)\.ts$/.test(path),
  );
  const ways = /createDirectTransport|enableTraceEvent|on\('(rtp|rtcp|trace)'/;
  expect(sources.filter(path => ways.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  expect(sources).toContain('facilitate/media/listener.ts');
});

describe.skipIf(workerBin === null)('listening, through real workers', () => {
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

  async function open(peoplePerHall: number) {
    const threads: Thread[] = [];
    const notice = (thread: Thread) => void threads.push(thread);
    process.on('worker', notice);
    const listener = openListener({ clock: systemClock, logger });
    const stage = openStage(await hallIn(workers[0]), session, {
      clock: systemClock,
      logger,
      listener,
      another: async used => (used.length < workers.length ? hallIn(workers[used.length]) : null),
      peoplePerHall,
      pictureCodecs: ['VP8'],
      ended() {},
    });
    onTestFinished(() => {
      process.off('worker', notice);
      stage.close();
      listener.close();
    });
    return { listener, stage, threads };
  }

  /** Somebody with an open microphone whose packets go where it says. */
  async function enter(stage: Stage, name: string): Promise<{ guest: TestGuest; voice: Voice; router: Router }> {
    const guest = newGuest(name);
    const hall = await stage.hall();
    const send = await plain(hall.router);
    const receive = await plain(hall.router);
    const member = stage.enter(guest, name, 'good', { hall, send, receive, rtpCapabilities: capabilities() });
    const ssrc = names.indexOf(name) + 100;
    const rtpParameters = microphone(ssrc);
    const produced = await stage.produce(member, { source: 'microphone', kind: 'audio', rtpParameters });
    if (typeof produced === 'string') throw new Error(produced);
    return { guest, voice: { port: send.tuple.localPort, ssrc }, router: hall.router };
  }

  const plain = (router: Router): Promise<PlainTransport> =>
    router.createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, rtcpMux: true, comedia: true });

  /** Begins to send what these people say, from a thread of its own; returns how to count the packets. */
  function talk(voices: readonly Voice[]) {
    const packets = voices.map(({ port, ssrc }) => ({ port, packet: soundPacket(ssrc, 0, 20) }));
    const count = new Int32Array(new SharedArrayBuffer(4));
    const thread = new Thread(talking, { eval: true, workerData: { packets, count } });
    onTestFinished(() => void thread.terminate());
    return { count: () => Atomics.load(count, 0) };
  }

  const speaking = ({ told }: TestGuest) =>
    told.flatMap(({ event, payload }) => (event === 'activeSpeakers' ? [payload[0] as string[]] : []));

  it('the main thread hears of who speaks, and has no more to do the more packets there are', {
    timeout: 20_000,
  }, async () => {
    const { stage } = await open(100);
    const people = [];
    for (const name of names) people.push(await enter(stage, name));
    const [ada] = people;
    const talking = talk(people.map(({ voice }) => voice));
    await expect.poll(() => ada && speaking(ada.guest).at(-1)?.length, { timeout: 10_000 }).toBe(names.length);
    const before = { packets: talking.count(), events: performance.nodeTiming.uvMetricsInfo.events };
    await new Promise(resolve => setTimeout(resolve, 3_000));
    const packets = talking.count() - before.packets;
    const events = performance.nodeTiming.uvMetricsInfo.events - before.events;
    expect(packets).toBeGreaterThan(300);
    expect(events).toBeLessThan(packets / 5);
  });

  it('whoever is in another worker is heard to speak as well, and to have the ear of the room', async () => {
    const { stage } = await open(1);
    const [ada, ben] = [await enter(stage, 'Ada'), await enter(stage, 'Ben')];
    expect(ben.router).not.toBe(ada.router);
    talk([ben.voice]);
    await expect.poll(() => speaking(ada.guest), { timeout: 5_000 }).toContainEqual(['Ben']);
  });

  it('when the thread ends nobody loses anything, and soon it listens again', { timeout: 20_000 }, async () => {
    const { stage, listener, threads } = await open(100);
    const [ada, ben] = [await enter(stage, 'Ada'), await enter(stage, 'Ben')];
    await expect.poll(() => ada.guest.streams()).toEqual(['Ben microphone']);
    talk([ben.voice]);
    await expect.poll(() => speaking(ada.guest), { timeout: 5_000 }).toContainEqual(['Ben']);
    const told = speaking(ada.guest).length;
    await threads[0]?.terminate();
    await expect.poll(() => listener.deaths()).toBe(1);
    // Nobody is left in the light who may have fallen silent meanwhile.
    expect(speaking(ada.guest).slice(told)).toEqual([[]]);
    expect(stage.reconcile()).toBe(0);
    expect(ada.guest.streams()).toEqual(['Ben microphone']);
    // Who comes while nobody listens is listened to later, too.
    const cleo = await enter(stage, 'Cleo');
    talk([cleo.voice]);
    const both = expect.arrayContaining(['Ben', 'Cleo']);
    await expect.poll(() => speaking(ada.guest).slice(told), { timeout: 10_000 }).toContainEqual(both);
  });
});

/** The program of the thread that talks: fifty packets a second of each voice. */
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
