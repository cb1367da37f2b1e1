import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import { type Kind, openRoom, type Room } from './documents-clients.ts';
import { installPeers, requirePeer } from './peers.ts';
import { median, percentile, wait } from './rtp.ts';

/**
 * What it costs the server to pass on what people do on boards (goal P3): 20 boards with 10 clients each, of whom three drag stickies, a
 * step 30 times a second and a drop every second, beside the stock server of Hocuspocus 4.7 and the server of y-websocket 2.1 in the
 * same run. CPU of the server's process for each step and each of the others it is for, and the time from a drop to its arrival.
 * `node bench/board.ts [seconds] [rounds] [boards] [clients] [writers]`
 *
 * The product tells the others of a drag in passing (ten times a second, as its browser does) and commits the drop. The peers write each
 * step into the document, as their examples do, and once more as the product does (`… in passing`); the product once as they do (`each step committed`).
 */
const [seconds = 8, rounds = 3, boards = 20, clients = 10, writers = 3] = process.argv.slice(2).map(Number);
const hertz = 30;
/** The instants of one 30th of a second at which somebody takes a step. */
const slots = 12;
/** Steps between two drops, and between two tellings of a drag. */
const stepsPerDrop = 30;
const stepsPerTelling = (hertz * limits.caretTick) / 1_000;

type Way = { name: string; kind: Kind; drags: 'in passing' | 'written' };
const ways: readonly Way[] = [
  { name: 'multaqa', kind: 'boards', drags: 'in passing' },
  { name: 'multaqa, each step committed', kind: 'boards', drags: 'written' },
  { name: 'hocuspocus', kind: 'hocuspocus', drags: 'written' },
  { name: 'hocuspocus, in passing', kind: 'hocuspocus', drags: 'in passing' },
  { name: 'y-websocket', kind: 'y-websocket', drags: 'written' },
  { name: 'y-websocket, in passing', kind: 'y-websocket', drags: 'in passing' },
];
type Result = { cpu: number; latency: number };

installPeers();
const results = new Map<string, Result[]>();
for (let at = 0; at < rounds; at += 1)
  for (const way of ways) {
    const room = await openRoom(way.kind, boards, clients, 'board');
    await putStickies(room, way);
    await drag(room, way, 2);
    const result = await drag(room, way, seconds);
    results.set(way.name, [...(results.get(way.name) ?? []), result]);
    console.log(`  round ${at + 1}, ${way.name}: ${result.cpu.toFixed(2)} µs`);
    room.close();
  }

console.log(
  `${boards} boards, ${clients} clients, ${writers} who drag at ${hertz} Hz, ${rounds} rounds of ${seconds} s`,
);
const of = (name: string, pick: (result: Result) => number) => (results.get(name) ?? []).map(pick);
for (const { name } of ways) {
  const cpu = median(of(name, one => one.cpu));
  const latency = median(of(name, one => one.latency));
  console.log(
    `  ${name.padEnd(30)} ${cpu.toFixed(2)} µs CPU per delivered step; a drop arrives after ${latency.toFixed(0)} ms (p95)`,
  );
}
for (const { name } of ways.slice(1)) {
  const ratios = of('multaqa', ({ cpu }) => cpu).map((cpu, at) => cpu / (of(name, one => one.cpu)[at] ?? Number.NaN));
  console.log(`  multaqa / ${name}: ${ratios.map(one => one.toFixed(2)).join(', ')}`);
}
process.exit(0);

/** Y.Map of the copy of Yjs that a document comes from. */
function mapFor({ kind }: Way): typeof Y.Map {
  return kind === 'y-websocket' ? (requirePeer('yjs') as typeof Y).Map : Y.Map;
}

function idOf(writer: number): string {
  return `sticky${String(writer).padStart(4, '0')}`;
}

function sticky(copy: Y.Doc | undefined, writer: number): Y.Map<unknown> | undefined {
  return copy?.getMap<Y.Map<unknown>>('things').get(idOf(writer));
}

/** Each writer puts a sticky on their board; waits until everybody has all of them. */
async function putStickies(room: Room, way: Way): Promise<void> {
  const YMap = mapFor(way);
  for (const copies of room.documents)
    for (let writer = 0; writer < writers; writer += 1) {
      const map = new YMap<unknown>(
        Object.entries({ kind: 'note', at: [0, 0, 200, 200, 0], colour: 'yellow', z: writer }),
      );
      copies[writer]?.getMap('things').set(idOf(writer), map);
    }
  const hasAll = (copy: Y.Doc) => copy.getMap('things').size === writers;
  while (!room.documents.flat().every(hasAll)) await wait(20);
}

/** Lets the writers of each board drag for so many seconds. */
async function drag(room: Room, { drags }: Way, length: number): Promise<Result> {
  const latencies: number[] = [];
  const dropped = new Map<string, number>();
  const stops = room.documents.map((copies, board) => {
    const reader = copies.at(-1);
    const look = () => {
      for (let writer = 0; writer < writers; writer += 1) {
        const key = `${board} ${writer} ${String(sticky(reader, writer)?.get('at'))}`;
        const at = dropped.get(key);
        if (at !== undefined && dropped.delete(key)) latencies.push(performance.now() - at);
      }
    };
    reader?.on('update', look);
    return () => reader?.off('update', look);
  });
  const before = await room.usage();
  const end = performance.now() + 1_000 * length;
  let slot = 0;
  let count = 0;
  for (let next = performance.now(); next < end; next += 1_000 / hertz / slots, slot += 1) {
    for (const [board, seats] of room.seats.entries())
      for (const [writer, seat] of seats.slice(0, writers).entries()) {
        // Nobody drags in step with anybody.
        if ((board + writer * Math.floor(slots / writers) - slot) % slots !== 0) continue;
        const step = Math.floor(slot / slots) + board * 7 + writer * 11;
        count += 1;
        const place = [step % 977, board, 200, 200, 0];
        const isDrop = step % stepsPerDrop === 0;
        if (drags === 'written' || isDrop) {
          if (isDrop) dropped.set(`${board} ${writer} ${String(place)}`, performance.now());
          sticky(seat.doc, writer)?.set('at', place);
        } else if (step % stepsPerTelling < 1) seat.point({ carry: { ids: [idOf(writer)], by: [step % 977, board] } });
      }
    await wait(Math.max(0, next + 1_000 / hertz / slots - performance.now()));
  }
  await wait(700);
  const after = await room.usage();
  for (const stop of stops) stop();
  const places = (copy: Y.Doc) =>
    JSON.stringify(Array.from({ length: writers }, (_, writer) => sticky(copy, writer)?.get('at')));
  const areAlike = () => room.documents.every(copies => new Set(copies.map(places)).size === 1);
  for (let tries = 0; !areAlike(); tries += 1) {
    if (tries > 200) throw new Error('the copies of a board differ');
    await wait(50);
  }
  const deliveries = count * (clients - 1);
  return { cpu: (after.cpu - before.cpu) / deliveries, latency: percentile(latencies, 0.95) };
}
