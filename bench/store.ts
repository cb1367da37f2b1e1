import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { pino } from 'pino';
import { card } from '../server/src/app.samples.ts';
import { type Dialogues, openDialogues } from '../server/src/dialogue/dialogues.ts';
import { noMetrics } from '../server/src/dialogue/engine-metrics.ts';
import { firstFacts } from '../server/src/dialogue/first-facts.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';
import type { Store } from '../server/src/platform/store/store.ts';
import { openInline } from '../server/src/platform/testing/inline-store.ts';

/**
 * What a slow disk costs those who do not wait for it: four busy dialogues and a quiet one, each commit with a pause, the
 * database in its thread beside the same store on the main thread. `node bench/store.ts [ms per flush] [seconds] [rounds]`.
 */
const [delay = 30, seconds = 5, rounds = 3] = process.argv.slice(2).map(Number);
// In memory where that can be, so that the pause is all that a flush takes.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const busy = 4;
const quietPause = 250;

type Result = { loop: number; worst: number; quiet: number; commands: number };

const openers = {
  thread: async (folder: string): Promise<Store> => openStore({ kind: 'sqlite', folder, disk: { delay } }),
  inline: async (folder: string): Promise<Store> => (await openInline(folder, { delay })).store,
};

// The clock's timers keep no process alive.
const alive = setInterval(() => undefined, 1_000);
const results: Record<keyof typeof openers, Result[]> = { thread: [], inline: [] };
for (let round = 0; round < rounds; round += 1)
  for (const kind of ['thread', 'inline'] as const) results[kind].push(await measure(kind));

console.log(
  `${delay} ms per flush, ${busy} busy dialogues and a quiet one, medians of ${rounds} rounds of ${seconds} s`,
);
for (const kind of ['thread', 'inline'] as const) {
  const of = (name: keyof Result) => median(results[kind].map(result => result[name]));
  console.log(
    `  ${kind.padEnd(7)} main loop p99 ${of('loop').toFixed(1)} ms, worst ${of('worst').toFixed(1)} ms; ` +
      `quiet dialogue acknowledged within ${(of('quiet') / delay).toFixed(2)} flushes (p95); ${of('commands').toFixed(0)} commands/s`,
  );
}

clearInterval(alive);

async function measure(kind: keyof typeof openers): Promise<Result> {
  const folder = await mkdtemp(join(place, 'multaqa-store-'));
  const store = await openers[kind](folder);
  const dialogues = await openDialogues({
    store,
    rules,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    metrics: noMetrics,
    node: 'bench',
    effects: [],
    send: () => undefined,
    followers: [],
    loaded: () => undefined,
    crash: () => undefined,
    snapshotEvery: 500,
  });
  const account = randomUUID();
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  const made = await Promise.all(Array.from({ length: busy + 1 }, () => found(store, account)));
  const [quiet, ...others] = made.map(
    ({ dialogue, person }) =>
      () =>
        edit(dialogues, dialogue, person),
  );
  await Promise.all([quiet, ...others].map(send => send?.()));

  const end = performance.now() + seconds * 1000;
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  let commands = 0;
  const waits: number[] = [];
  const work = others.map(async send => {
    while (performance.now() < end) {
      await send();
      commands += 1;
    }
  });
  while (performance.now() < end) {
    const asked = performance.now();
    await quiet?.();
    waits.push(performance.now() - asked);
    await new Promise(resolve => setTimeout(resolve, quietPause * Math.random()));
  }
  await Promise.all(work);
  loop.disable();
  await dialogues.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  return {
    loop: loop.percentile(99) / 1e6,
    worst: loop.max / 1e6,
    quiet: waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? Number.NaN,
    commands: commands / seconds,
  };
}

async function found(store: Store, account: string) {
  const [dialogue, person] = [randomUUID(), randomUUID()];
  const first = firstFacts(rules, Date.now(), [
    { kind: 'about.create', input: { title: 'Local jobs', goal: '', languages: ['en'], example: false } },
    { kind: 'people.found', input: card(person, 'Ada', 'organiser') },
  ]);
  if (!first.ok) throw new Error(first.refusal);
  await store.dialogues.create({ dialogue, at: 0, facts: first.facts, excerpt: null, owner: { account, person } });
  return { dialogue, person };
}

async function edit(dialogues: Dialogues, dialogue: string, person: string): Promise<void> {
  const about = { title: `Local jobs ${randomUUID()}`, goal: '', languages: ['en'] };
  const ack = await dialogues.command(dialogue, person, 'about.edit', about);
  if (!ack.ok) throw new Error(ack.refusal);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
