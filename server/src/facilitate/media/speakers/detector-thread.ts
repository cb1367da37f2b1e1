import { Worker } from 'node:worker_threads';
import type { PlainTransport, Producer, Router } from 'mediasoup/types';
import type { Logger } from '../../../platform/logger.ts';
import type { DetectorInput, SpeakerChange } from './speaker-detector.ts';
import type { SpeechBatch } from './speech-batches.ts';

/** An open microphone, and the router that it arrives at. */
export type ObservedProducer = { producer: Producer; router: Router };

/** One run of the thread that detects speakers, with the transports from routers to it. */
export type DetectorThread = {
  /** Posts inputs to the thread at the end of this turn, all in one message. */
  post(input: DetectorInput): void;
  /** Sends a microphone's packets to the thread. Rejects when the thread or the worker ends first. */
  consume(observed: ObservedProducer): Promise<ThreadConsumer>;
  terminate(): Promise<unknown>;
};

/** Where the packets of a microphone come from, as the thread sees it. */
export type ThreadConsumer = { source: { port: number; ssrc: number; extension: number }; close(): void };

/** What happens to a thread. */
export type DetectorThreadEvents = {
  changed(changes: readonly SpeakerChange[]): void;
  /** Who spoke; times are ms of a clock that showed `now` when this was sent. */
  spoke(speech: SpeechTold): void;
  /** The thread has ended; its transports are being closed. */
  ended(): void;
};

/** What the thread tells of speech, and its clock at that moment (ms). */
export type SpeechTold = { now: number; batches: readonly SpeechBatch[] };

/** The header extension in which a packet tells its audio level (RFC 6464). */
const levelExtension = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const program = new URL('./speaker-detector.thread.ts', import.meta.url);
const memory = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

type Transports = Map<Router, Promise<PlainTransport>>;

/** Starts a thread that observes nobody yet. */
export function startDetectorThread(events: DetectorThreadEvents, logger: Logger): DetectorThread {
  // The flags of this process are not for the thread: it runs no test and watches no files.
  const thread = new Worker(program, { execArgv: [], resourceLimits: memory });
  thread.unref();
  const port = Promise.withResolvers<number>();
  const transports: Transports = new Map();
  const inputs: DetectorInput[] = [];
  const logUnreachable = (error: unknown) => logger.debug({ error }, 'no transport to the detector thread');
  // Those who wait for the port learn that there is none; perhaps nobody waits.
  port.promise.catch(logUnreachable);
  thread.on('message', (message: number | readonly SpeakerChange[] | SpeechTold) => {
    if (typeof message === 'number') port.resolve(message);
    else if ('batches' in message) events.spoke(message);
    else events.changed(message);
  });
  thread.on('error', error => logger.error({ error }, 'the detector thread failed'));
  thread.on('exit', () => {
    port.reject(new Error('the detector thread has ended'));
    for (const opening of transports.values()) opening.then(transport => transport.close()).catch(logUnreachable);
    events.ended();
  });
  return {
    post(input) {
      if (inputs.push(input) === 1) queueMicrotask(() => thread.postMessage(inputs.splice(0)));
    },
    async consume({ producer, router }) {
      return consume(await transportFrom(router, transports, port.promise), producer, router);
    },
    terminate: () => thread.terminate(),
  };
}

/** The one transport from a router to the thread. */
function transportFrom(router: Router, transports: Transports, port: Promise<number>): Promise<PlainTransport> {
  const known = transports.get(router);
  if (known !== undefined) return known;
  const opening = openTransport(router, port);
  transports.set(router, opening);
  const forget = () => transports.get(router) === opening && transports.delete(router);
  router.observer.once('close', forget);
  opening.catch(forget);
  return opening;
}

async function openTransport(router: Router, port: Promise<number>): Promise<PlainTransport> {
  const ip = '127.0.0.1';
  const to = { ip, port: await port };
  const transport = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip }, rtcpMux: true });
  await transport.connect(to);
  return transport;
}

async function consume(transport: PlainTransport, producer: Producer, router: Router): Promise<ThreadConsumer> {
  const { rtpCapabilities } = router;
  const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
  const { encodings = [], headerExtensions = [] } = consumer.rtpParameters;
  const extension = headerExtensions.find(({ uri }) => uri === levelExtension)?.id ?? 0;
  const source = { port: transport.tuple.localPort, ssrc: encodings[0]?.ssrc ?? 0, extension };
  return { source, close: () => consumer.close() };
}
