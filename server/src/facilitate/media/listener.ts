import { Worker } from 'node:worker_threads';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { PlainTransport, Producer, Router } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { News, Word } from './listening.ts';

/** Listens to the open microphones of one stage. */
export type Ears = {
  /** Listens to somebody, in the place of an earlier microphone of theirs. Failures are written to the log. */
  listen(person: PersonId, producer: Producer, router: Router): void;
  /** Where somebody is heard now; null for nowhere. */
  place(person: PersonId, room: RoomId | null): void;
  forget(person: PersonId): void;
  close(): void;
};

export type Told = {
  heard(news: News): void;
  /** The thread has ended: until the next one has heard somebody, nobody is known to speak. */
  deaf(): void;
};

/** The thread that listens for all stages of this process. Without it everything goes on but telling voices apart. */
export type Listener = {
  open(told: Told): Ears;
  /** How often the thread has ended by itself. */
  deaths(): number;
  close(): void;
};

type Microphone = { producer: Producer; router: Router };
type Voice = { microphone: Microphone | null; room: RoomId | null };
type Stage = { told: Told; voices: Map<PersonId, Voice> };
/** One life of the thread. Ways that lead to it from routers end with it. */
type Life = {
  thread: Worker;
  port: PromiseWithResolvers<number>;
  ways: Map<Router, Promise<PlainTransport>>;
  words: Word[];
};

const levelExtension = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const program = new URL('./listening.thread.ts', import.meta.url);
const pause = { firstRetry: 250, longestRetry: 10_000 };
const memory = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** Voices go from each router over the loopback interface to one thread, so that no packet costs the main thread anything. */
export function openListener({ clock, logger }: { clock: Clock; logger: Logger }): Listener {
  const stages = new Map<number, Stage>();
  let life: Life | null = null;
  let status: 'open' | 'closed' = 'open';
  let lastStage = 0;
  let deaths = 0;
  let retry: number = pause.firstRetry;

  function begin(): void {
    if (status === 'closed') return;
    // The flags of this process are not for the thread: it runs no test and watches no files.
    const thread = new Worker(program, { execArgv: [], resourceLimits: memory });
    thread.unref();
    const mine: Life = { thread, port: Promise.withResolvers(), ways: new Map(), words: [] };
    // Whoever waits for it hears that there is none; nobody may wait.
    mine.port.promise.catch(logLate);
    life = mine;
    thread.on('message', (message: number | readonly News[]) => {
      if (typeof message === 'number') return mine.port.resolve(message);
      retry = pause.firstRetry;
      for (const news of message) stages.get(news.stage)?.told.heard(news);
    });
    thread.on('error', error => logger.error({ error }, 'the thread that listens failed'));
    thread.on('exit', () => end(mine));
    for (const [stage, { voices }] of stages)
      for (const [person, { room, microphone }] of voices) {
        say({ kind: 'place', stage, person, room });
        if (microphone) connect(stage, person, microphone);
      }
  }

  function end(mine: Life): void {
    mine.port.reject(new Error('the thread that listens has ended'));
    if (status === 'closed') return;
    deaths += 1;
    life = null;
    for (const { told } of stages.values()) told.deaf();
    for (const way of mine.ways.values()) way.then(transport => transport.close()).catch(logLate);
    clock.at(clock.now() + retry, begin);
    retry = Math.min(pause.longestRetry, retry * 2);
  }

  const logLate = (error: unknown) => logger.debug({ error }, 'nothing leads to the thread that listens');

  /** Tells the thread at the end of this turn, all at once. A thread that begins is told of everybody. */
  function say(word: Word): void {
    if (!life) return;
    const { words, thread } = life;
    if (words.push(word) === 1) queueMicrotask(() => thread.postMessage(words.splice(0)));
  }

  function wayOf({ ways, port }: Life, router: Router): Promise<PlainTransport> {
    const known = ways.get(router);
    if (known) return known;
    const opening = openWay(router, port.promise);
    ways.set(router, opening);
    const forget = () => ways.get(router) === opening && ways.delete(router);
    router.observer.once('close', forget);
    opening.catch(forget);
    return opening;
  }

  function connect(stage: number, person: PersonId, microphone: Microphone): void {
    const mine = life;
    if (!mine) return;
    const isCurrent = () => life === mine && stages.get(stage)?.voices.get(person)?.microphone === microphone;
    lead(mine, microphone)
      .then(found => {
        if (isCurrent()) say({ kind: 'source', stage, person, ...found.source });
        else found.close();
      })
      .catch(error => {
        if (isCurrent() && !microphone.producer.closed) logger.error({ error }, 'a microphone is not listened to');
      });
  }

  async function lead(mine: Life, { producer, router }: Microphone) {
    const way = await wayOf(mine, router);
    const { rtpCapabilities } = router;
    const consumer = await way.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
    const { encodings = [], headerExtensions = [] } = consumer.rtpParameters;
    const extension = headerExtensions.find(({ uri }) => uri === levelExtension)?.id ?? 0;
    const source = { port: way.tuple.localPort, ssrc: encodings[0]?.ssrc ?? 0, extension };
    return { source, close: () => consumer.close() };
  }

  begin();
  return {
    open(told) {
      lastStage += 1;
      const stage = lastStage;
      const voices: Stage['voices'] = new Map();
      stages.set(stage, { told, voices });
      const change = (person: PersonId, voice: Partial<Voice>) =>
        voices.set(person, { microphone: null, room: null, ...voices.get(person), ...voice });
      const forget = (person: PersonId) => {
        if (voices.delete(person)) say({ kind: 'gone', stage, person });
      };
      return {
        listen(person, producer, router) {
          const microphone = { producer, router };
          change(person, { microphone });
          connect(stage, person, microphone);
        },
        place(person, room) {
          change(person, { room });
          say({ kind: 'place', stage, person, room });
        },
        forget,
        close() {
          for (const person of [...voices.keys()]) forget(person);
          stages.delete(stage);
        },
      };
    },
    deaths: () => deaths,
    close() {
      status = 'closed';
      void life?.thread.terminate();
    },
  };
}

async function openWay(router: Router, port: Promise<number>): Promise<PlainTransport> {
  const ip = '127.0.0.1';
  const to = { ip, port: await port };
  const way = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip }, rtcpMux: true });
  await way.connect(to);
  return way;
}
