import { type Kind, startBench } from './servers.ts';

/**
 * How long a lone message takes to somebody else among ten people, in ms, interleaved with the peers: `node bench/lone.ts [messages]`.
 * Ours is checked, on disk and acknowledged before it is told.
 */
const [count = 80] = process.argv.slice(2).map(Number);
const size = 10;
const kinds: Kind[] = ['multaqa', 'socketio', 'ws'];
const times: Record<Kind, number[]> = { multaqa: [], socketio: [], ws: [] };

const benches = [];
for (const kind of kinds) {
  const bench = await startBench(kind, size);
  const peers = await bench.join();
  for (const peer of peers) await peer.enter();
  benches.push({ kind, bench, peers });
}
for (let round = 0; round < count; round += 1)
  for (const { kind, peers } of benches) {
    await new Promise(resolve => setTimeout(resolve, 100 + Math.random() * 100));
    const [from, to] = [peers[round % size], peers[(round + 3) % size]];
    const before = to?.received() ?? 0;
    const sent = performance.now();
    from?.say('What helped our town most was to ask the firms first.');
    while ((to?.received() ?? 0) === before) await new Promise(resolve => setImmediate(resolve));
    times[kind].push(performance.now() - sent);
  }
for (const { kind, bench } of benches) {
  bench.stop();
  const sorted = times[kind].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  console.log(`${kind.padEnd(9)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
process.exit(0);
