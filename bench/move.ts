import { readFileSync } from 'node:fs';
import { openNetwork } from '../e2e/network.ts';
import { startServer } from '../e2e/server.ts';
import { newId } from '../server/src/app.samples.ts';
import { type Client, connect } from '../server/src/client.samples.ts';
import { handshakes, type Manner, type Mover, openMover } from './move-people.ts';
import { median, percentile, wait } from './rtp.ts';
import { prepareMultaqa } from './servers.ts';

/**
 * Forty people with open microphones who are sent into eight breakouts and come back (goal P7), beside the same code where
 * everybody joins the media of their new room with new transports. Real ICE and DTLS behind a network that delays; one of each room
 * speaks. From the click of the host to the first packet of the new room that somebody receives after they are told that they are
 * there; how that grows with the round-trip time; handshakes; CPU of server and worker for each person moved.
 * `node bench/move.ts [rounds] [people] [rooms]`
 */
const [rounds = 10, size = 40, count = 8] = process.argv.slice(2).map(Number);
const trips = [0, 100, 200, 300];
const roundsPerTrip = 3;
/** Longer than anything takes; who has heard nothing by then has not been moved. */
const patience = 20_000;

const network = await openNetwork();
const server = await startServer({ network });
const { browsers, dialogue, session, host } = await prepareMultaqa(server.url, server.organiserLink, size);
const organiser: Client = await connect(host, dialogue);
await command('sessions.enter', { session });
const movers: Mover[] = [];
for (const [at, browser] of browsers.entries()) movers.push(await openMover(browser, dialogue, session, at));
const grouping = newId();
await prepareRooms();

type Result = { times: number[]; handshakes: number; cpu: number; moves: number };
/** One who speaks in each room. */
const speakers = new Set(Array.from({ length: count }, (_, room) => room));

const results = { move: nothing(), rejoin: nothing() };
for (const manner of ['rejoin', 'move'] as const) await round(manner, nothing());
for (let at = 0; at < rounds; at += 1)
  for (const manner of ['rejoin', 'move'] as const) await round(manner, results[manner]);
for (const [manner, result] of Object.entries(results)) print(manner, result);
const ratio = (pick: (result: Result) => number) => (pick(results.move) / pick(results.rejoin)).toFixed(3);
console.log(
  `  time ${ratio(({ times }) => percentile(times, 0.95))}, CPU ${ratio(({ cpu, moves }) => cpu / moves)} of rejoining`,
);

for (const manner of ['move', 'rejoin'] as const) {
  const points: { x: number; y: number }[] = [];
  for (const trip of trips) {
    const result = nothing();
    network.setDelay(trip / 2);
    for (let at = 0; at < roundsPerTrip; at += 1) await round(manner, result);
    network.setDelay(0);
    points.push({ x: trip, y: median(result.times) });
  }
  const line = points.map(({ x, y }) => `${x} ms: ${y.toFixed(0)}`).join(', ');
  console.log(
    `${manner}: ${slopeOf(points).toFixed(2)} round trips one after another (median by round trip, ${line} ms)`,
  );
}
await server.stop();
process.exit(0);

function nothing(): Result {
  return { times: [], handshakes: 0, cpu: 0, moves: 0 };
}

/** Sends everybody into their rooms and calls them back. */
async function round(manner: Manner, result: Result): Promise<void> {
  for (const mover of movers) mover.rejoins(manner);
  await command('breakouts.open', { session, grouping });
  await follow(
    result,
    () => command('breakouts.go', { session }),
    room => !room.endsWith('/plenary'),
  );
  await follow(
    result,
    () => command('breakouts.close', { session, when: 'now' }),
    room => room.endsWith('/plenary'),
  );
}

async function follow(result: Result, click: () => Promise<void>, isThere: (room: string) => boolean): Promise<void> {
  for (const mover of movers) mover.forget();
  const before = { handshakes: handshakes.count, cpu: cpuOf(server.pid()) };
  const talking = setInterval(() => {
    for (const who of speakers) movers[who]?.speak();
  }, 20);
  const clicked = performance.now();
  await click();
  const waiting = new Set(movers.keys());
  while (waiting.size > 0) {
    for (const who of waiting) {
      const time = timeOf(who, isThere);
      if (time === null) continue;
      result.times.push(time - clicked);
      waiting.delete(who);
    }
    if (performance.now() - clicked > patience)
      throw new Error(`${waiting.size} people hear nothing of their new room`);
    await wait(10);
  }
  clearInterval(talking);
  // What the move has left to do is part of its cost.
  await wait(300);
  result.cpu += cpuOf(server.pid()) - before.cpu;
  result.handshakes += handshakes.count - before.handshakes;
  result.moves += size;
}

/** When somebody first hears their new room once they are told that they are there; null before that. Who speaks alone in a breakout hears nobody there. */
function timeOf(who: number, isThere: (room: string) => boolean): number | null {
  const mover = movers[who];
  const { room, at } = mover?.seat() ?? { room: '', at: 0 };
  if (!mover || !isThere(room)) return null;
  const isPlenary = room.endsWith('/plenary');
  const own = who % count;
  if (!isPlenary && who === own) return at;
  const others = new Set([...speakers].filter(speaker => (speaker === own) !== isPlenary));
  return mover.heard(others, at);
}

async function prepareRooms(): Promise<void> {
  const rooms = Array.from({ length: count }, (_, at) => ({
    ...{ room: `${session}/${newId()}`, names: { en: `Room ${at + 1}` }, mark: at, cluster: null },
  }));
  const members = rooms.map((_, room) => movers.filter((_mover, who) => who % count === room));
  await command('breakouts.prepare', {
    ...{ grouping, session, title: 'Benchmark', way: 'hand', round: null, rooms },
    sizes: members.map(({ length }) => length),
    people: members.flatMap(room => room.map(({ client }) => client.me())),
  });
}

async function command(kind: string, input: unknown): Promise<void> {
  const answer = await organiser.command(kind, input);
  if (!answer.ok) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
}

function print(manner: string, { times, handshakes: made, cpu, moves }: Result): void {
  console.log(
    `${manner}: ${percentile(times, 0.95).toFixed(0)} ms (p95; median ${median(times).toFixed(0)}), ${made} handshakes in ${moves} moves, ${(cpu / moves).toFixed(2)} ms of CPU each`,
  );
}

/** CPU (ms) that a process and its children have taken so far (proc(5); a tick is 10 ms). */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return (user + system) * 10 + children.reduce((sum, child) => sum + cpuOf(child), 0);
}

/** The slope of the straight line that fits best. */
function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  return (
    points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) /
    points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  );
}
