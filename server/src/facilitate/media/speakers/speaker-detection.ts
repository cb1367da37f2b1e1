import { Worker } from 'node:worker_threads';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { PlainTransport, Producer, Router } from 'mediasoup/types';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { DetectorInput, SpeakerChange } from './speaker-detector.ts';

/** Observes the open microphones of one media session, as mediasoup's ActiveSpeakerObserver does. */
export type SpeakerObserver = {
  /** Observes somebody's microphone, in place of an earlier one of theirs. Failures are written to the log. */
  observe(person: PersonId, producer: Producer, router: Router): void;
  /** Says in which room somebody's open microphone counts; null while it is muted. */
  setRoom(person: PersonId, room: RoomId | null): void;
  remove(person: PersonId): void;
  close(): void;
};

/** What an observer reports. */
export type SpeakerObserverEvents = {
  changed(change: SpeakerChange): void;
  /** The thread has ended: nobody is known to speak until the next one runs. */
  stopped(): void;
};

/** Finds the speakers of all media sessions of this process, in a thread. When it ends, everything else goes on. */
export type SpeakerDetection = {
  observe(events: SpeakerObserverEvents): SpeakerObserver;
  /** How often the thread has ended by itself. */
  deaths(): number;
  close(): void;
};

type Microphone = { producer: Producer; router: Router };
type ObservedMicrophone = { microphone: Microphone | null; room: RoomId | null };
type Observed = { events: SpeakerObserverEvents; microphones: Map<PersonId, ObservedMicrophone> };
/** One run of the thread, with the transports from routers to it. */
type DetectorThread = {
  thread: Worker;
  port: PromiseWithResolvers<number>;
  transports: Map<Router, Promise<PlainTransport>>;
  inputs: DetectorInput[];
};

/** The header extension in which a packet tells its audio level (RFC 6464). */
const levelExtension = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const program = new URL('./speaker-detector.thread.ts', import.meta.url);
const pause = { firstRetry: 250, longestRetry: 10_000 };
const memory = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** Each router sends its microphones over the loopback interface to one thread, so that packets cost the main thread nothing. */
export function openSpeakerDetection({ clock, logger }: { clock: Clock; logger: Logger }): SpeakerDetection {
  const sessions = new Map<number, Observed>();
  let running: DetectorThread | null = null;
  let status: 'open' | 'closed' = 'open';
  let lastSession = 0;
  let deaths = 0;
  let retry: number = pause.firstRetry;

  function begin(): void {
    if (status === 'closed') return;
    // The flags of this process are not for the thread: it runs no test and watches no files.
    const thread = new Worker(program, { execArgv: [], resourceLimits: memory });
    thread.unref();
    const own: DetectorThread = { thread, port: Promise.withResolvers(), transports: new Map(), inputs: [] };
    // Those who wait for the port learn that there is none; perhaps nobody waits.
    own.port.promise.catch(logUnreachable);
    running = own;
    thread.on('message', (message: number | readonly SpeakerChange[]) => {
      if (typeof message === 'number') return own.port.resolve(message);
      retry = pause.firstRetry;
      for (const change of message) sessions.get(change.session)?.events.changed(change);
    });
    thread.on('error', error => logger.error({ error }, 'the detector thread failed'));
    thread.on('exit', () => end(own));
    for (const [session, { microphones }] of sessions)
      for (const [person, { room, microphone }] of microphones) {
        post({ kind: 'room', session, person, room });
        if (microphone) connect(session, person, microphone);
      }
  }

  function end(own: DetectorThread): void {
    own.port.reject(new Error('the detector thread has ended'));
    if (status === 'closed') return;
    deaths += 1;
    running = null;
    for (const { events } of sessions.values()) events.stopped();
    for (const opening of own.transports.values()) opening.then(transport => transport.close()).catch(logUnreachable);
    clock.at(clock.now() + retry, begin);
    retry = Math.min(pause.longestRetry, retry * 2);
  }

  const logUnreachable = (error: unknown) => logger.debug({ error }, 'no transport to the detector thread');

  /** Posts inputs to the thread at the end of this turn, all in one message. */
  function post(input: DetectorInput): void {
    if (!running) return;
    const { inputs, thread } = running;
    if (inputs.push(input) === 1) queueMicrotask(() => thread.postMessage(inputs.splice(0)));
  }

  function transportOf({ transports, port }: DetectorThread, router: Router): Promise<PlainTransport> {
    const known = transports.get(router);
    if (known) return known;
    const opening = openTransport(router, port.promise);
    transports.set(router, opening);
    const forget = () => transports.get(router) === opening && transports.delete(router);
    router.observer.once('close', forget);
    opening.catch(forget);
    return opening;
  }

  function connect(session: number, person: PersonId, microphone: Microphone): void {
    const own = running;
    if (!own) return;
    const isCurrent = () =>
      running === own && sessions.get(session)?.microphones.get(person)?.microphone === microphone;
    consume(own, microphone)
      .then(found => {
        if (isCurrent()) post({ kind: 'source', session, person, ...found.source });
        else found.close();
      })
      .catch(error => {
        if (isCurrent() && !microphone.producer.closed) logger.error({ error }, 'a microphone is not observed');
      });
  }

  async function consume(own: DetectorThread, { producer, router }: Microphone) {
    const transport = await transportOf(own, router);
    const { rtpCapabilities } = router;
    const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
    const { encodings = [], headerExtensions = [] } = consumer.rtpParameters;
    const extension = headerExtensions.find(({ uri }) => uri === levelExtension)?.id ?? 0;
    const source = { port: transport.tuple.localPort, ssrc: encodings[0]?.ssrc ?? 0, extension };
    return { source, close: () => consumer.close() };
  }

  begin();
  return {
    observe(events) {
      lastSession += 1;
      const session = lastSession;
      const microphones: Observed['microphones'] = new Map();
      sessions.set(session, { events, microphones });
      const change = (person: PersonId, observed: Partial<ObservedMicrophone>) =>
        microphones.set(person, { microphone: null, room: null, ...microphones.get(person), ...observed });
      const forget = (person: PersonId) => {
        if (microphones.delete(person)) post({ kind: 'removed', session, person });
      };
      return {
        observe(person, producer, router) {
          const microphone = { producer, router };
          change(person, { microphone });
          connect(session, person, microphone);
        },
        setRoom(person, room) {
          change(person, { room });
          post({ kind: 'room', session, person, room });
        },
        remove: forget,
        close() {
          for (const person of [...microphones.keys()]) forget(person);
          sessions.delete(session);
        },
      };
    },
    deaths: () => deaths,
    close() {
      status = 'closed';
      void running?.thread.terminate();
    },
  };
}

async function openTransport(router: Router, port: Promise<number>): Promise<PlainTransport> {
  const ip = '127.0.0.1';
  const to = { ip, port: await port };
  const transport = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip }, rtcpMux: true });
  await transport.connect(to);
  return transport;
}
