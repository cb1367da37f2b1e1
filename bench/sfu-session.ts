import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createWorker } from 'mediasoup';
import type { PlainTransport, Producer, Router, RtpParameters, SrtpParameters, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { mediaCodecs } from '../server/src/facilitate/media/codecs.ts';
import { peoplePerHall } from '../server/src/facilitate/media/halls.ts';
import { type Listener, openListener } from '../server/src/facilitate/media/listener.ts';
import { capabilities, microphone, newGuest, session } from '../server/src/facilitate/media/media.samples.ts';
import { openStage, type Stage } from '../server/src/facilitate/media/stage.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { packetOf } from './rtp.ts';
import type { Sink } from './sink.ts';

/** Somebody of a benchmark who speaks by plain RTP and listens at the sink; listeners alone have no producer. */
export type Person = {
  producer: Producer | null;
  receive: PlainTransport;
  /** Where the person's own packets go, and as which stream. */
  voice: { port: number; ssrc: number; who: number };
  /** Sends one packet of sound, `below` dB under full scale. */
  speak(below: number): void;
};

export type Session = { worker: Worker; people: Person[]; close(): void };

/** `loudest`: Multaqa's stage. `everybody`: each listener consumes every voice, as plain demonstrations of mediasoup do. */
export type Manner = 'loudest' | 'everybody';
export type Suite = 'AES_CM_128_HMAC_SHA1_80' | 'AEAD_AES_128_GCM' | null;

const program = (): string | undefined => {
  const note = new URL('../.cache/media-worker.json', import.meta.url);
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).path : undefined;
};

export async function startWorker(): Promise<Worker> {
  const workerBin = program();
  return createWorker({ logLevel: 'error', ...(workerBin !== undefined && { workerBin }) });
}

/** So many people in one plenary; the first `talkers` have microphones, all listen. */
export async function openSession(
  manner: Manner,
  size: number,
  talkers: number,
  sink: Pick<Sink, 'port'>,
  suite: Suite,
): Promise<Session> {
  const worker = await startWorker();
  const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
  const stage = manner === 'loudest' ? await openLoudest(worker, router) : null;
  const people: Person[] = [];
  for (let at = 0; at < size; at += 1) people.push(await enter(router, stage, at, at < talkers, sink, suite));
  if (!stage)
    for (const { receive, producer: own } of people)
      for (const { producer } of people)
        if (producer && producer !== own)
          await receive.consume({ producerId: producer.id, rtpCapabilities: capabilities() });
  return { worker, people, close: () => worker.close() };
}

const logger = pino({ level: 'error' });

/** A stage of its own on this worker; `listener` is how its voices are followed. */
export async function openLoudest(worker: Worker, router: Router, listener?: Pick<Listener, 'open'>): Promise<Stage> {
  const server = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
  return openStage({ router, server }, session, {
    clock: systemClock,
    logger,
    listener: listener ?? openListener({ clock: systemClock, logger }),
    another: async () => null,
    peoplePerHall,
    pictureCodecs: ['VP8'],
    ended() {},
  });
}

export async function enter(
  router: Router,
  stage: Stage | null,
  at: number,
  talks: boolean,
  sink: Pick<Sink, 'port'>,
  suite: Suite,
  room?: string,
): Promise<Person> {
  const send = await plain(router, null, { comedia: true });
  const receive = await plain(router, suite, {});
  const srtpParameters: SrtpParameters | undefined = suite ? receive.srtpParameters : undefined;
  await receive.connect({ ip: '127.0.0.1', port: sink.port, ...(srtpParameters && { srtpParameters }) });
  const ssrc = 1_000 + at;
  const rtpParameters = microphone(ssrc);
  const socket: Socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.unref();
  const producer = stage
    ? await enterStage(stage, at, { send, receive }, talks ? rtpParameters : null, room)
    : talks
      ? await send.produce({ kind: 'audio', rtpParameters })
      : null;
  let sequence = 0;
  return {
    producer,
    receive,
    voice: { port: send.tuple.localPort, ssrc, who: at },
    speak(below) {
      sequence += 1;
      socket.send(
        packetOf(at, ssrc, sequence, below, performance.timeOrigin + performance.now()),
        send.tuple.localPort,
        '127.0.0.1',
      );
    },
  };
}

async function enterStage(
  stage: Stage,
  at: number,
  ends: { send: PlainTransport; receive: PlainTransport },
  rtpParameters: RtpParameters | null,
  room?: string,
): Promise<Producer | null> {
  const hall = await stage.hall();
  const rtpCapabilities = capabilities();
  const member = stage.enter(newGuest(`person ${at}`, room), `${at}`, 'good', { hall, ...ends, rtpCapabilities });
  if (!rtpParameters) return null;
  const producer = await stage.produce(member, { source: 'microphone', kind: 'audio', rtpParameters });
  if (typeof producer === 'string') throw new Error(producer);
  return producer;
}

const plain = (router: Router, suite: Suite, options: { comedia?: boolean }): Promise<PlainTransport> =>
  router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1', sendBufferSize: 1024 * 1024 },
    rtcpMux: true,
    ...options,
    ...(suite && { enableSrtp: true, srtpCryptoSuite: suite }),
  });
