import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'mediasoup/types';
import { mediaCodecs } from '../server/src/facilitate/media/codecs.ts';
import type { Listener } from '../server/src/facilitate/media/listener.ts';
import { openListening, type Word } from '../server/src/facilitate/media/listening.ts';
import { session } from '../server/src/facilitate/media/media.samples.ts';
import { cpuOf, median, wait } from './rtp.ts';
import { enter, openLoudest, startWorker } from './sfu-session.ts';
import { openSink } from './sink.ts';
import { openTalkers, type TalkingVoice } from './talkers.ts';

/** `thread`: as the product listens. `main`: each packet comes to the main thread, by a direct transport. */
type Manner = 'thread' | 'main';
type Scene = 'three' | 'rooms';
/** CPU so far, ms: of the main thread, of all of Node, of the worker; and the share of time in which the event loop was busy. */
type Usage = { main: number; node: number; worker: number; loop: { idle: number; active: number } };

const scenes: Record<Scene, { name: string; rooms: readonly string[]; perRoom: number; talking: number }> = {
  three: { name: 'three people talk in a plenary of three', rooms: ['plenary'], perRoom: 3, talking: 3 },
  rooms: {
    name: '40 of 200 people talk in 20 rooms',
    rooms: Array.from({ length: 20 }, (_, at) => `ffffffff-0000-4000-8000-${String(at).padStart(12, '0')}`),
    perRoom: 10,
    talking: 2,
  },
};

/** What the ways to follow voices cost Node, each round one after the other, beside the same server when nobody talks. */
export async function costOfListening(seconds: number, rounds: number): Promise<void> {
  const sink = await openSink();
  const talkers = openTalkers();
  for (const scene of ['three', 'rooms'] as const) {
    const servers = await Promise.all(
      (['thread', 'main'] as const).map(manner => startServer(manner, scene, sink.port)),
    );
    const results: Record<string, { main: number; node: number; worker: number; busy: number }[]> = {};
    for (let round = 0; round <= rounds; round += 1)
      for (const { manner, voices, usage } of servers)
        for (const talks of [true, false]) {
          const before = await usage();
          if (talks) await talkers.talk(voices, seconds);
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
    console.log(`${scenes[scene].name}, ${rounds} rounds of ${seconds} s; % of a core`);
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

async function startServer(manner: Manner, scene: Scene, sinkPort: number) {
  const child = fork(fileURLToPath(import.meta.url), ['server', manner, scene, String(sinkPort)]);
  const [voices] = (await once(child, 'message')) as [TalkingVoice[]];
  return { manner, voices, usage: () => usageOf(child), stop: () => void child.kill('SIGKILL') };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

/** The session in a process of its own, so that its CPU time is its own. */
async function serve(manner: Manner, scene: Scene, sinkPort: number): Promise<void> {
  const { rooms, perRoom, talking } = scenes[scene];
  const worker = await startWorker();
  const router = await worker.createRouter({ mediaCodecs: mediaCodecs(['VP8']) });
  const stage = await openLoudest(worker, router, manner === 'main' ? onMainThread() : undefined);
  const voices: TalkingVoice[] = [];
  for (const [at, room] of rooms.entries())
    for (let place = 0; place < perRoom; place += 1) {
      const who = at * perRoom + place;
      const sink = { port: sinkPort };
      const person = await enter(router, stage, who, place < talking, sink, null, `${session}/${room}`);
      if (place < talking) voices.push(person.voice);
    }
  process.on('message', () => void usageHere(worker).then(usage => process.send?.(usage)));
  process.send?.(voices);
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

/** Voices followed packet by packet on the main thread. */
function onMainThread(): Pick<Listener, 'open'> {
  const listening = openListening();
  let port = 0;
  return {
    open(told) {
      const say = (word: Word) => listening.take(word);
      setInterval(() => listening.speaking(performance.now()).news.forEach(told.heard), 200);
      return {
        async listen(person, producer, router) {
          const transport = await router.createDirectTransport();
          const { rtpCapabilities } = router;
          const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, ignoreDtx: true });
          port += 1;
          const mine = port;
          say({
            kind: 'source',
            stage: 1,
            person,
            port,
            ssrc: consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0,
            extension: 10,
          });
          consumer.on('rtp', packet => {
            listening.packet(mine, packet, performance.now());
            listening.turns().forEach(told.heard);
          });
        },
        place: (person, room) => say({ kind: 'place', stage: 1, person, room }),
        forget: person => say({ kind: 'gone', stage: 1, person }),
        close() {},
      };
    },
  };
}

if (process.argv[2] === 'server') {
  const [manner, scene, port] = process.argv.slice(3);
  await serve(manner as Manner, scene as Scene, Number(port));
}
