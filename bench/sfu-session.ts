import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createWorker } from 'mediasoup';
import type { PlainTransport, Producer, Router, RtpParameters, SrtpParameters, Worker } from 'mediasoup/types';
import { pino } from 'pino';
import { capabilities, microphone, newPeer, session } from '../server/src/facilitate/media/media.samples.ts';
import { type MediaSession, openMediaSession } from '../server/src/facilitate/media/session/media-session.ts';
import {
  openSpeakerDetection,
  type SpeakerDetection,
} from '../server/src/facilitate/media/speakers/speaker-detection.ts';
import { mediaCodecs } from '../server/src/facilitate/media/workers/codecs.ts';
import { participantsPerRouter } from '../server/src/facilitate/media/workers/session-routers.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { packetOf } from './rtp.ts';
import type { Sink } from './sink.ts';

/** A participant of a benchmark who sends plain RTP and receives at the sink; those who only listen have no producer. */
export type Person = {
  producer: Producer | null;
  receive: PlainTransport;
  /** Where the person's own packets go, and their SSRC. */
  source: { port: number; ssrc: number; who: number };
  /** Sends one audio packet with a level of `below` -dBov. */
  speak(below: number): void;
};

/** A session of a benchmark on a worker of its own. */
export type Session = { worker: Worker; people: Person[]; close(): void };

/** `loudest`: Multaqa's media session. `everybody`: each listener consumes every microphone, as plain demonstrations of mediasoup do. */
export type Manner = 'loudest' | 'everybody';
/** How packets are encrypted; null for plain RTP. */
export type Suite = 'AES_CM_128_HMAC_SHA1_80' | 'AEAD_AES_128_GCM' | null;

const program = (): string | undefined => {
  const note = new URL('../.cache/media-worker.json', import.meta.url);
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).path : undefined;
};

/** Starts the worker that the preparation of this checkout found or built. */
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
  const mediaSession = manner === 'loudest' ? await openLoudest(worker, router) : null;
  const people: Person[] = [];
  for (let at = 0; at < size; at += 1) people.push(await enter(router, mediaSession, at, at < talkers, sink, suite));
  if (!mediaSession)
    for (const { receive, producer: own } of people)
      for (const { producer } of people)
        if (producer && producer !== own)
          await receive.consume({ producerId: producer.id, rtpCapabilities: capabilities() });
  return { worker, people, close: () => worker.close() };
}

const logger = pino({ level: 'error' });

/** A media session of its own on this worker; `detection` finds its speakers. */
export async function openLoudest(
  worker: Worker,
  router: Router,
  detection?: Pick<SpeakerDetection, 'observe'>,
): Promise<MediaSession> {
  const server = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
  return openMediaSession({ router, server }, session, {
    clock: systemClock,
    logger,
    detection: detection ?? openSpeakerDetection({ clock: systemClock, logger }),
    createRouter: async () => null,
    participantsPerRouter,
    videoCodecs: ['VP8'],
    ended() {},
    spoke() {},
  });
}

/** Brings in one more participant: into the media session, or onto the router alone when there is none. */
export async function enter(
  router: Router,
  mediaSession: MediaSession | null,
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
  const producer = mediaSession
    ? await joinSession(mediaSession, at, { send, receive }, talks ? rtpParameters : null, room)
    : talks
      ? await send.produce({ kind: 'audio', rtpParameters })
      : null;
  let sequence = 0;
  return {
    producer,
    receive,
    source: { port: send.tuple.localPort, ssrc, who: at },
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

async function joinSession(
  mediaSession: MediaSession,
  at: number,
  transports: { send: PlainTransport; receive: PlainTransport },
  rtpParameters: RtpParameters | null,
  room?: string,
): Promise<Producer | null> {
  const sessionRouter = await mediaSession.router();
  const rtpCapabilities = capabilities();
  const participant = mediaSession.join(newPeer(`person ${at}`, room), {
    device: `${at}`,
    by: 'sound',
    network: 'good',
    transports: { sessionRouter, ...transports, rtpCapabilities },
  });
  if (!rtpParameters) return null;
  const producer = await mediaSession.produce(participant, { source: 'microphone', kind: 'audio', rtpParameters });
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
