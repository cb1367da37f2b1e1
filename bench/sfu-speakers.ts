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

type Server = Awaited<ReturnType<typeof startServer>>;
/** % of a core over one round, and of the time in which the event loop was busy. */
type Share = { main: number; node: number; worker: number; busy: number };

/** What each way of detecting speakers costs Node, one after the other in each round, beside the same server when nobody talks. */
export async function costOfSpeakerDetection(seconds: number, rounds: number): Promise<void> {
  const sink = await openSink();
  const talkers = openTalkers();
  for (const scenario of ['three', 'rooms'] as const) {
    const servers = await Promise.all(
      (['thread', 'main'] as const).map(manner => startServer(manner, scenario, sink.port)),
    );
    const results = await measureRounds(servers, rounds, seconds, ({ sources }) => talkers.talk(sources, seconds));
    console.log(`${scenarios[scenario].name}, ${rounds} rounds of ${seconds} s; % of a core`);
    for (const [name, shares] of results) printShares(name, shares);
    for (const { stop } of servers) stop();
  }
  talkers.close();
  sink.close();
}

async function measureRounds(
  servers: readonly Server[],
  rounds: number,
  seconds: number,
  talk: (server: Server) => Promise<void>,
): Promise<ReadonlyMap<string, Share[]>> {
  const results = new Map<string, Share[]>();
  // The first round warms up.
  for (const server of servers) await measureRound(server, seconds, talk);
  for (let round = 0; round < rounds; round += 1)
    for (const server of servers)
      for (const [name, share] of await measureRound(server, seconds, talk))
        results.set(name, [...(results.get(name) ?? []), share]);
  return results;
}

/** What a server needs while people talk, and then while nobody does. */
async function measureRound(server: Server, seconds: number, talk: (server: Server) => Promise<void>) {
  const talking = await measure(server, seconds, () => talk(server));
  const silent = await measure(server, seconds, () => wait(seconds * 1_000));
  return [[server.manner, talking] as const, [`${server.manner}, nobody talks`, silent] as const];
}

async function measure({ usage }: Server, seconds: number, act: () => Promise<void>): Promise<Share> {
  const before = await usage();
  await act();
  const after = await usage();
  const share = (of: 'main' | 'node' | 'worker') => (after[of] - before[of]) / seconds / 10;
  const active = after.loop.active - before.loop.active;
  const busy = (active / (active + after.loop.idle - before.loop.idle)) * 100;
  return { main: share('main'), node: share('node'), worker: share('worker'), busy };
}

function printShares(name: string, shares: readonly Share[]): void {
  const of = (pick: (share: Share) => number) => median(shares.map(pick)).toFixed(2);
  const main = `${of(({ main }) => main)} (loop ${of(({ busy }) => busy)})`;
  console.log(`  ${name}: main thread ${main}, Node ${of(({ node }) => node)}, worker ${of(({ worker }) => worker)}`);
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
        setRoom: (person, room) => say({ kind: 'room', session: 1, person, room, isMeasured: true }),
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
