import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audioPacket, cpuOf, median, percentile, slope, wait } from './rtp.ts';
import { type Manner, openSession, type Session, type Suite } from './sfu-session.ts';
import { costOfSpeakerDetection } from './sfu-speakers.ts';
import { openSink, type Sink } from './sink.ts';

/**
 * What audio costs (goals P5 and P6): CPU of the worker per forwarded packet, beside what no SFU can avoid, and how a
 * plenary with three selected speakers grows beside one where everybody consumes everybody, on the same worker.
 * `node bench/sfu.ts [seconds] [rounds]`
 */
const [seconds = 5, rounds = 5] = process.argv.slice(2).map(Number);
const sink = await openSink();
let floorProgram: string | undefined;

/** Three talkers, two hundred listeners. */
async function costOfPacket(): Promise<void> {
  const suites: Suite[] = ['AES_CM_128_HMAC_SHA1_80', 'AEAD_AES_128_GCM', null];
  const sessions = await Promise.all(suites.map(suite => openSession('everybody', 203, 3, sink, suite)));
  const results = suites.map(() => [] as { cost: number; floor: number }[]);
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, session] of sessions.entries()) {
      const { cpu, packets } = await measure(session, people => people.slice(0, 3));
      const expected = 3 * 202 * audioPacket.perSecond * seconds;
      if (packets < expected * 0.995) console.log(`  lost ${expected - packets} of ${expected}`);
      if (round > 0) results[at]?.push({ cost: cpu / packets, floor: floorOf(sink) });
    }
  console.log(`3 talkers, 200 listeners, ${rounds} rounds of ${seconds} s`);
  for (const [at, suite] of suites.entries()) {
    const costs = results[at] ?? [];
    const ratio = median(costs.map(({ cost, floor }) => cost / floor));
    console.log(
      `  ${suite ?? 'no encryption'}: ${median(costs.map(({ cost }) => cost)).toFixed(1)} µs, ${ratio.toFixed(2)} × floor`,
    );
  }
  for (const session of sessions) session.close();
}

type Point = { x: number; packets: number; cpu: number };

/** Everybody has an open microphone. `share`: how many of their packets the silent ones still send (0: all talk at once). */
async function growth(name: string, share: number): Promise<void> {
  const points: Record<Manner, Point[]> = { loudest: [], everybody: [] };
  // What one worker cannot carry is left out.
  const most: Record<Manner, number> = { loudest: 200, everybody: share === 0 ? 25 : 100 };
  for (const size of [25, 50, 100, 200])
    for (const manner of ['loudest', 'everybody'] as const)
      if (size <= most[manner]) points[manner].push(await pointOf(manner, size, share));
  console.log(`${name} talk`);
  for (const [manner, found] of Object.entries(points)) printGrowth(manner, found);
}

async function pointOf(manner: Manner, size: number, share: number): Promise<Point> {
  const session = await openSession(manner, size, size, sink, null);
  await speak(session, people => talkers(people, share), 1);
  const { cpu, packets } = await measure(session, people => talkers(people, share));
  session.close();
  return { x: size, packets: packets / seconds, cpu: cpu / seconds / 10_000 };
}

function printGrowth(manner: string, points: readonly Point[]): void {
  for (const { x, packets, cpu } of points)
    console.log(`  ${manner} ${x}: ${packets.toFixed(0)} packets/s, ${cpu.toFixed(1)} % of a core`);
  if (points.length < 2) return;
  const slopeOf = (pick: (point: Point) => number) => slope(points.map(point => ({ x: point.x, y: pick(point) })));
  const [packets, cpu] = [slopeOf(point => point.packets), slopeOf(point => point.cpu)];
  console.log(`  ${manner}: slope of packets ${packets.toFixed(2)}, of CPU ${cpu.toFixed(2)}`);
}

/** From the first packet of somebody who was silent to its arrival at the listeners. */
async function newSpeaker(): Promise<void> {
  const session = await openSession('loudest', 100, 12, sink, null);
  const delays: number[] = [];
  const clipped: number[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    const who = turn % 12;
    await sink.take();
    const begin = performance.timeOrigin + performance.now();
    await speak(session, people => people.slice(who, who + 1), 0.6);
    await wait(450);
    const first = (await sink.take()).firsts[who];
    if (!first) throw new Error('the new speaker was not heard');
    delays.push(first.arrivedAt - begin);
    clipped.push(first.sentAt - begin);
  }
  console.log(
    `new speaker among 12 open microphones, 100 listeners: heard after ${percentile(delays, 0.95).toFixed(0)} ms (p95), clipped ${percentile(clipped, 0.95).toFixed(0)} ms (p95)`,
  );
  session.close();
}

type Choose = (people: Session['people']) => Session['people'];

async function measure(session: Session, choose: Choose): Promise<{ cpu: number; packets: number }> {
  await sink.take();
  const before = await cpuOf(session.worker);
  await speak(session, choose, seconds);
  await wait(300);
  const cpu = (await cpuOf(session.worker)) - before;
  return { cpu, packets: (await sink.take()).packets };
}

/** Sends fifty packets a second, without drift. */
async function speak(session: Session, choose: Choose, duration: number): Promise<void> {
  const begin = performance.now();
  const count = duration * audioPacket.perSecond;
  for (let tick = 0; tick < count; tick += 1) {
    for (const person of choose(session.people)) person.speak(20);
    const rest = begin + ((tick + 1) * 1_000) / audioPacket.perSecond - performance.now();
    if (rest > 0) await wait(rest);
  }
}

/** All of them, or the first two and now and then a packet of the others, as silence suppression (DTX) leaves it. */
const talkers = (people: Session['people'], share: number): Session['people'] =>
  share === 0 ? people : people.filter((_, at) => at < 2 || Math.random() < share);

/** µs of CPU per packet for encryption, authentication and one system call, in C. */
function floorOf({ port }: Sink): number {
  floorProgram ??= compileFloor();
  return Number(execFileSync(floorProgram, [String(port), '100000'], { encoding: 'utf8' }));
}

function compileFloor(): string {
  const program = join(mkdtempSync(join(tmpdir(), 'floor-')), 'floor');
  const source = fileURLToPath(new URL('./floor.c', import.meta.url));
  execFileSync('gcc', ['-O2', '-Wno-deprecated-declarations', '-o', program, source, '-lcrypto']);
  return program;
}

await costOfSpeakerDetection(seconds, rounds);
await costOfPacket();
await growth('worst', 0);
await growth('typical', 0.02);
await newSpeaker();
sink.close();
process.exit(0);
