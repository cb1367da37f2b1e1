import * as Y from 'yjs';
import { type Kind, openRoom, type Room } from './documents-clients.ts';
import { median, percentile, wait } from './rtp.ts';

/**
 * What it costs the server to pass on what people write together (goal P3 for text): 20 documents with 10 clients each, of whom three
 * write a letter 30 times a second, beside the stock server of Hocuspocus 4.7 in the same run. CPU of the server's process for each
 * update that reaches each of the others; the time from a letter to its arrival; what the commit and the notes add; and whether all copies are
 * alike in the end. `node bench/documents.ts [seconds] [rounds] [documents] [clients] [writers]`
 */
const [seconds = 8, rounds = 3, documents = 20, clients = 10, writers = 3] = process.argv.slice(2).map(Number);
const hertz = 30;
/** The instants of one 30th of a second at which somebody writes. */
const slots = 12;
const kinds = ['multaqa', 'hocuspocus', 'uncommitted', 'notes'] as const satisfies Kind[];
type Measured = (typeof kinds)[number];

type Result = { cpu: number; main: number; latency: number };

const results: Record<Measured, Result[]> = { multaqa: [], hocuspocus: [], uncommitted: [], notes: [] };
for (let at = 0; at < rounds; at += 1)
  for (const kind of kinds) {
    const room = await openRoom(kind, documents, clients);
    await beginLines(room);
    // What compilers do in the first seconds is not counted.
    await type(room, 2);
    const result = await type(room, seconds);
    results[kind].push(result);
    console.log(`  round ${at + 1}, ${kind}: ${result.cpu.toFixed(2)} µs`);
    room.close();
  }

console.log(
  `${documents} documents, ${clients} clients, ${writers} writers at ${hertz} Hz, ${rounds} rounds of ${seconds} s`,
);
for (const kind of kinds) {
  const of = (pick: (result: Result) => number) => median(results[kind].map(pick)).toFixed(2);
  console.log(
    `  ${kind.padEnd(11)} ${of(({ cpu }) => cpu)} µs CPU per delivered update, ${of(({ main }) => main)} of it in the main thread; ` +
      `a letter arrives after ${of(({ latency }) => latency)} ms (p95)`,
  );
}
const ratio = (kind: Measured) =>
  results.multaqa.map(({ cpu }, at) => cpu / (results[kind][at]?.cpu ?? Number.NaN)).sort((a, b) => a - b);
for (const kind of ['hocuspocus', 'uncommitted', 'notes'] as const)
  console.log(
    `  multaqa / ${kind}: ${ratio(kind)
      .map(one => one.toFixed(2))
      .join(', ')}`,
  );
process.exit(0);

/** Lets the writers of each document type for so many seconds. */
async function type(room: Room, length: number): Promise<Result> {
  const latencies: number[] = [];
  const stops: (() => void)[] = [];
  const typed = room.documents.map(copies => {
    const times: number[] = [];
    const reader = copies.at(-1);
    const begun = lengthOf(reader);
    const look = () => {
      for (let seen = lengthOf(reader) - begun; latencies.length < 1e6 && arrived.count < seen; arrived.count += 1)
        latencies.push(performance.now() - (times[arrived.count] ?? Number.NaN));
    };
    const arrived = { count: 0 };
    reader?.on('update', look);
    stops.push(() => reader?.off('update', look));
    return times;
  });
  const before = await room.usage();
  let count = 0;
  const end = performance.now() + 1_000 * length;
  for (let next = performance.now(), slot = 0; next < end; next += 1_000 / hertz / slots, slot += 1) {
    for (const [at, copies] of room.documents.entries()) {
      for (const [writer, copy] of copies.slice(0, writers).entries()) {
        // Nobody types in step with anybody.
        if ((at + writer * Math.floor(slots / writers) - slot) % slots !== 0) continue;
        typed[at]?.push(performance.now());
        const line = lineOf(copy);
        line?.insert(line.length, 'k');
        count += 1;
      }
    }
    await wait(Math.max(0, next + 1_000 / hertz / slots - performance.now()));
  }
  await wait(500);
  const after = await room.usage();
  for (const stop of stops) stop();
  for (const copies of room.documents)
    if (new Set(copies.map(lengthOf)).size > 1) throw new Error('the copies of a document differ');
  const deliveries = count * (clients - 1);
  return {
    cpu: (after.cpu - before.cpu) / deliveries,
    main: (after.mainCpu - before.mainCpu) / deliveries,
    latency: percentile(latencies, 0.95),
  };
}

function lengthOf(copy: Y.Doc | undefined): number {
  return (copy && lineOf(copy)?.length) ?? 0;
}

/** The one line of a document, where an editor would put it. */
function lineOf(copy: Y.Doc): Y.XmlText | null {
  const paragraph = copy.getXmlFragment('text').get(0);
  const line = paragraph instanceof Y.XmlElement ? paragraph.firstChild : null;
  return line instanceof Y.XmlText ? line : null;
}

/** Begins each document with an empty line, and waits until everybody has it. */
async function beginLines(room: Room): Promise<void> {
  for (const [copy] of room.documents) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('.')]);
    copy?.getXmlFragment('text').insert(0, [paragraph]);
  }
  while (room.documents.flat().some(copy => lengthOf(copy) === 0)) await wait(20);
}
