import { type Kind, startBench } from './servers.ts';

/** Memory per idle connection (goal P9), after collecting garbage, against plain Socket.IO and ws in one run: `node bench/memory.ts [connections]`. */
const [size = 400] = process.argv.slice(2).map(Number);
const kinds: Kind[] = ['multaqa', 'socketio', 'ws'];
const results: Partial<Record<Kind, { rss: number; heap: number }>> = {};

for (const kind of kinds) {
  const empty = await startBench(kind, 1);
  const base = await empty.usage();
  empty.stop();
  const full = await startBench(kind, size);
  await full.usage();
  const usage = await full.usage();
  full.stop();
  results[kind] = { rss: (usage.rss - base.rss) / size / 1024, heap: (usage.heapUsed - base.heapUsed) / size / 1024 };
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
