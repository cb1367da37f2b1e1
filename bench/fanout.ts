import { type Kind, type Peer, startBench, type Usage } from './servers.ts';

/**
 * What it costs the server to tell 200 people of an event (goal P1): CPU per event-delivery, of the process and of its main
 * thread, side by side in one run.
 * `node bench/fanout.ts [seconds] [rounds]`; prints medians of per-round ratios and their spread.
 */
const [seconds = 8, rounds = 5] = process.argv.slice(2).map(Number);
const size = 200;
const kinds: Kind[] = ['multaqa', 'socketio', 'ws'];

for (const rate of [20, 200]) {
  const results: Record<Kind, { perDelivery: number; main: number; perFrame: number }[]> = {
    multaqa: [],
    socketio: [],
    ws: [],
  };
  const benches = [];
  for (const kind of kinds) {
    const bench = await startBench(kind, size);
    const peers = await bench.join();
    for (const peer of peers) await peer.enter();
    benches.push({ kind, bench: { ...bench, peers } });
  }
  // The first round warms the compilers and is dropped.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { kind, bench } of benches) {
      const { before, after } = await whole(kind, bench, rate);
      const deliveries = after.received - before.received;
      const cpu = after.usage.cpu - before.usage.cpu;
      if (round > 0)
        results[kind].push({
          perDelivery: cpu / deliveries,
          main: (after.usage.mainCpu - before.usage.mainCpu) / deliveries,
          perFrame: cpu / (after.frames - before.frames),
        });
    }
  }
  for (const { bench } of benches) {
    for (const peer of bench.peers) peer.close();
    bench.stop();
  }
  console.log(`${size} sockets, ${rate} events/s, ${rounds} rounds of ${seconds} s`);
  for (const kind of kinds)
    console.log(
      `  ${kind.padEnd(9)} ${median(results[kind].map(({ perDelivery }) => perDelivery)).toFixed(2)} µs CPU per event-delivery, ` +
        `${median(results[kind].map(({ main }) => main)).toFixed(2)} of it in the main thread`,
    );
  for (const peer of ['socketio', 'ws'] as const) {
    const ratios = results.multaqa.map(
      ({ perDelivery }, at) => perDelivery / (results[peer][at]?.perDelivery ?? Number.NaN),
    );
    const frames = results.multaqa.map(({ perFrame }, at) => perFrame / (results[peer][at]?.perFrame ?? Number.NaN));
    const main = results.multaqa.map((ours, at) => ours.main / (results[peer][at]?.main ?? Number.NaN));
    console.log(
      `  multaqa / ${peer}: ${spread(ratios)} per delivery, ${spread(main)} in the main threads, ${spread(frames)} per frame`,
    );
  }
}

/** A round in which everybody saw every event. While the disk stalls, more come together than a page of the chat shows: such a round is repeated. */
async function whole(kind: Kind, bench: { usage(): Promise<Usage>; peers: readonly Peer[] }, rate: number) {
  for (let tries = 0; tries < 5; tries += 1) {
    const before = { usage: await bench.usage(), ...totals(bench.peers) };
    const expected = size * (await talk(bench.peers, rate, seconds));
    await arrived(() => totals(bench.peers).received - before.received >= expected);
    const after = { usage: await bench.usage(), ...totals(bench.peers) };
    if (after.received - before.received === expected) return { before, after };
    console.log(`  ${kind}: ${after.received - before.received} deliveries of ${expected}, again`);
  }
  throw new Error(`${kind} does not deliver`);
}

function totals(peers: readonly { received(): number; frames(): number }[]) {
  return {
    received: peers.reduce((sum, peer) => sum + peer.received(), 0),
    frames: peers.reduce((sum, peer) => sum + peer.frames(), 0),
  };
}

/** Sends so many events a second from changing peers, at uneven instants as people do. */
async function talk(peers: readonly { say(text: string): void }[], rate: number, duration: number): Promise<number> {
  const count = rate * duration;
  const begin = performance.now();
  const instants = Array.from({ length: count }, () => Math.random() * duration * 1000).sort((a, b) => a - b);
  for (const [at, instant] of instants.entries()) {
    const rest = begin + instant - performance.now();
    if (rest > 1) await new Promise(resolve => setTimeout(resolve, rest));
    peers[at % peers.length]?.say('What helped our town most was to ask the firms first. '.repeat(2));
  }
  return count;
}

async function arrived(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise(resolve => setTimeout(resolve, 50));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
function spread(values: readonly number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}

process.exit(0);
