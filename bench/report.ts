/**
 * What a report of a long dialogue costs the event loop: made on the main thread, with the state copied to a thread, and by a
 * thread that reads the log itself. usage: node bench/report.ts [messages] [rounds]
 */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { MessageChannel } from 'node:worker_threads';
import { tasks } from '../server/src/app.tasks.ts';
import { loadDialogue } from '../server/src/dialogue/load-dialogue.ts';
import { snapshotOf } from '../server/src/dialogue/snapshot.samples.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';
import { openWorkPool } from '../server/src/platform/work-pool.ts';
import { dialogueRules as rules } from '../shared/src/dialogue.ts';

const [messages = 50_000, rounds = 9] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'multaqa-bench-'));
const address = { kind: 'sqlite', folder } as const;
const [dialogue, account, person, session] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const store = await openStore(address);
const part = 500;

await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
await store.dialogues.create({ dialogue, at: 0, facts: [], excerpt: null, owner: { account, person } });
const lease = await store.dialogues.lease(dialogue, 'bench', Date.now(), 3_600_000);
if (!lease) throw new Error('no lease');
for (let after = 0; after < messages; after += part) {
  const facts = Array.from({ length: part }, (_, at) => ({
    kind: 'chat.said',
    v: 1,
    data: { room: `${session}/plenary`, message: randomUUID(), text: `Message ${after + at} `.repeat(6) },
    personal: null,
    seq: after + at + 1,
    at: after + at,
    actor: person,
  }));
  await store.dialogues.append({ lease, after, facts, done: [], excerpt: null, deadline: null });
}
const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);

const pool = openWorkPool(tasks, { size: 1, memory: 1_024, queue: 10, grace: 1_000, idle: 60_000 });
const place = { address, rules: null, dialogue };

/** Longest time in ms that the event loop stood still, and how long the work took; the median of the rounds. */
async function measure(name: string, work: () => Promise<unknown> | unknown): Promise<void> {
  const [stalls, times]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await new Promise(resolve => setTimeout(resolve, 100));
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    await new Promise(resolve => setTimeout(resolve, 20));
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
    await new Promise(resolve => setTimeout(resolve, 20));
    loop.disable();
    stalls.push(loop.max / 1e6);
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]?.toFixed(1);
  console.log(
    `${name}: stall ${median(stalls)} ms (worst ${Math.max(...stalls).toFixed(1)}), took ${median(times)} ms`,
  );
}

const { port1, port2 } = new MessageChannel();
port2.on('message', () => {});
console.log(`${seq} facts`);
await measure('nothing', () => new Promise(resolve => setTimeout(resolve, 200)));
await measure('on the main thread', () => rules.report(state));
await measure('copy the state to a thread', () => port1.postMessage(state));
await pool.run('report', { place, input: null });
await measure('thread reads the whole log', () => pool.run('report', { place, input: null }));
await store.dialogues.saveSnapshot(lease, snapshotOf(rules, state, seq));
await measure('thread reads a snapshot', () => pool.run('report', { place, input: null }));
port1.close();
await pool.close();
await store.close();
rmSync(folder, { recursive: true });
