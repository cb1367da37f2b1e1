import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'mediasoup/types';
import { session } from '../server/src/facilitate/media/media.samples.ts';
import type { SpeakerDetection } from '../server/src/facilitate/media/speakers/speaker-detection.ts';
import { type DetectorInput, openSpeakerDetector } from '../server/src/facilitate/media/speakers/speaker-detector.ts';
import { mediaCodecs } from '../server/src/facilitate/media/workers/codecs.ts';
import { cpuOf, median, wait } from './rtp.ts';
import { enter, openLoudest, startWorker } from './sfu-session.ts';
import { openSink } from './sink.ts';
import { openTalkers, type TalkingSource } from './talkers.ts';

/** `thread`: as the product does it. `main`: each packet comes to the main thread, by a direct transport. */
type Manner = 'thread' | 'main';
type Scenario = 'three' | 'rooms';
/** CPU so far, ms: of the main thread, of all of Node, of the worker; and the share of time in which the event loop was busy. */
type Usage = { main: number; node: number; worker: number; loop: { idle: number; active: number } };

const scenarios: Record<Scenario, { name: string; rooms: readonly string[]; perRoom: number; talking: number }> = {
  three: { name: 'three people talk in a plenary of three', rooms: ['plenary'], perRoom: 3, talking: 3 },
  rooms: {
    name: '40 of 200 people talk in 20 rooms',
    rooms: Array.from({ length: 20 }, (_, at) => `ffffffff-0000-4000-8000-${String(at).padStart(12, '0')}`),
    perRoom: 10,
    talking: 2,
  },
};

/** What each way of detecting speakers costs Node, one after the other in each round, beside the same server when nobody talks. */
export async function costOfSpeakerDetection(seconds: number, rounds: number): Promise<void> {
  const sink = await openSink();
  const talkers = openTalkers();
  for (const scenario of ['three', 'rooms'] as const) {
    const servers = await Promise.all(
      (['thread', 'main'] as const).map(manner => startServer(manner, scenario, sink.port)),
    );
    const results: Record<string, { main: number; node: number; worker: number; busy: number }[]> = {};
    for (let round = 0; round <= rounds; round += 1)
      for (const { manner, sources, usage } of servers)
        for (const talks of [true, false]) {
          const before = await usage();
          if (talks) await talkers.talk(sources, seconds);
          else await wait(seconds * 1_000);
          const after = await usage();
          const share = (of: 'main' | 'node' | 'worker') => (after[of] - before[of]) / seconds / 10;
          const active = after.loop.active - before.loop.active;
          const busy = (active / (active + after.loop.idle - before.loop.idle)) * 100;
          const name = talks ? manner : `${manner}, nobody talks`;
          results[name] ??= [];
          if (round > 0)
            results[name].push({ main: share('main'), node: share('node'), worker: share('worker'), busy });
        }
    console.log(`${scenarios[scenario].name}, ${rounds} rounds of ${seconds} s; % of a core`);
    for (const [name, found] of Object.entries(results)) {
      const of = (pick: (usage: (typeof found)[number]) => number) => median(found.map(pick)).toFixed(2);
      console.log(
        `  ${name}: main thread ${of(({ main }) => main)} (loop ${of(({ busy }) => busy)}), Node ${of(({ node }) => node)}, worker ${of(({ worker }) => worker)}`,
      );
    }
    for (const { stop } of servers) stop();
  }
  talkers.close();
  sink.close();
}

async function startServer(manner: Manner, scenario: Scenario, sinkPort: number) {
  const child = fork(fileURLToPath(import.meta.url), ['server', manner, scenario, String(sinkPort)]);
  const [sources] = (await once(child, 'message')) as [TalkingSource[]];
  return { manner, sources, usage: () => usageOf(child), stop: () => void child.kill('SIGKILL') };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

/** The session in a process of its own, so that its CPU time is its own. */
async function serve(manner: Manner, scenario: Scenario, sinkPort: number): Promise<void> {
  const { rooms, perRoom, talking } = scenarios[scenario];
  const worker = await startWorker();
  const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
  const mediaSession = await openLoudest(worker, router, manner === 'main' ? onMainThread() : undefined);
  const sources: TalkingSource[] = [];
  for (const [at, room] of rooms.entries())
    for (let place = 0; place < perRoom; place += 1) {
      const who = at * perRoom + place;
      const sink = { port: sinkPort };
      const person = await enter(router, mediaSession, who, place < talking, sink, null, `${session}/${room}`);
      if (place < talking) sources.push(person.source);
    }
  process.on('message', () => void usageHere(worker).then(usage => process.send?.(usage)));
  process.send?.(sources);
}

async function usageHere(worker: Worker): Promise<Usage> {
  const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1_000;
  const { idle, active } = performance.eventLoopUtilization();
  return {
    main: sum(process.threadCpuUsage()),
    node: sum(process.cpuUsage()),
    worker: (await cpuOf(worker)) / 1_000,
    loop: { idle, active },
  };
}

/** Speakers detected packet by packet on the main thread. */
function onMainThread(): Pick<SpeakerDetection, 'observe'> {
  const detector = openSpeakerDetector();
  let port = 0;
  return {
    observe(events) {
      const say = (input: DetectorInput) => detector.apply(input);
      setInterval(() => detector.activeSpeakers(performance.now()).changes.forEach(events.changed), 200);
      return {
        async observe(person, producer, router) {
          const transport = await router.createDirectTransport();
          const { rtpCapabilities } = router;
          const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
          port += 1;
          const mine = port;
          say({
            kind: 'source',
            session: 1,
            person,
            port,
            ssrc: consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0,
            extension: 10,
          });
          consumer.on('rtp', packet => {
            detector.packet(mine, packet, performance.now());
            detector.selections().forEach(events.changed);
          });
        },
        setRoom: (person, room) => say({ kind: 'room', session: 1, person, room }),
        remove: person => say({ kind: 'removed', session: 1, person }),
        close() {},
      };
    },
  };
}

if (process.argv[2] === 'server') {
  const [manner, scenario, port] = process.argv.slice(3);
  await serve(manner as Manner, scenario as Scenario, Number(port));
}
