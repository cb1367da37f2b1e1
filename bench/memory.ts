import { type Kind, startBench } from './servers.ts';

/** Memory per idle connection (goal P9), after collecting garbage, against plain Socket.IO and ws in one run: `node bench/memory.ts [connections]`; one address holds at most 200. */
const [size = 190] = process.argv.slice(2).map(Number);
const kinds: Kind[] = ['multaqa', 'socketio', 'ws'];
const results: Partial<Record<Kind, { rss: number; heap: number }>> = {};

for (const kind of kinds) {
  const bench = await startBench(kind, size);
  await bench.usage();
  const before = await bench.usage();
  await bench.join();
  await bench.usage();
  const after = await bench.usage();
  bench.stop();
  results[kind] = {
    rss: (after.rss - before.rss) / size / 1024,
    heap: (after.heapUsed - before.heapUsed) / size / 1024,
  };
  console.log(
    `${kind.padEnd(9)} ${results[kind].rss.toFixed(1)} KB RSS, ${results[kind].heap.toFixed(1)} KB heap per connection of ${size}`,
  );
}
for (const peer of ['socketio', 'ws'] as const) {
  const [ours, theirs] = [results.multaqa, results[peer]];
  if (ours && theirs)
    console.log(
      `multaqa / ${peer}: RSS ${(ours.rss / theirs.rss).toFixed(2)}, heap ${(ours.heap / theirs.heap).toFixed(2)}`,
    );
}
process.exit(0);
