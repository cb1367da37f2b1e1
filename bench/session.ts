import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { limits } from '@multaqa/shared/limits';
import { pino } from 'pino';
import { card } from '../server/src/app.samples.ts';
import { openDialogues } from '../server/src/dialogue/dialogues.ts';
import { noMetrics } from '../server/src/dialogue/engine-metrics.ts';
import { firstFacts } from '../server/src/dialogue/first-facts.ts';
import type { LiveDialogue } from '../server/src/dialogue/live-dialogue.ts';
import { loadDialogue } from '../server/src/dialogue/load-dialogue.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';

/**
 * What a message and a reaction cost the main thread as a session grows, with ten people who listen, and what loading it costs
 * then, with and without its snapshot. `node bench/session.ts [messages]`.
 */
const [most = 50_000] = process.argv.slice(2).map(Number);
const steps = [100, 1_000, 10_000, most];
const sample = 400;
const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'multaqa-session-'));
// The clock's timers keep no process alive.
const alive = setInterval(() => undefined, 1_000);

const store = await openStore({ kind: 'sqlite', folder });
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
  snapshotEvery: limits.factsPerSnapshot,
});
const { live, person, session } = await openSession();
const room = `${session}/plenary`;
const ids: string[] = [];
let reacted = 0;

console.log(
  `median of ${sample} commands by one after another, CPU of the main thread, and the longest stall of its loop`,
);
const costs: { say: number; react: number }[] = [];
for (const step of steps) {
  while (ids.length < step) await Promise.all(Array.from({ length: Math.min(100, step - ids.length) }, say));
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  const cost = { say: await measured(say), react: await measured(react) };
  stalls.disable();
  costs.push(cost);
  console.log(
    `  as message ${step}: say ${cost.say.toFixed(0)} µs, react ${cost.react.toFixed(0)} µs; stall ${(stalls.max / 1e6).toFixed(1)} ms`,
  );
}
const [first, last] = [costs[0], costs.at(-1)];
if (first && last)
  console.log(
    `  ${most} against 100: say ${(last.say / first.say).toFixed(2)}, react ${(last.react / first.react).toFixed(2)} (goal 1.3)`,
  );

await dialogues.close();
const { seq } = await loadDialogue(live.dialogue, rules, store.dialogues);
await measureLoading('with its snapshot');
await store.dialogues.erase(live.dialogue, person);
await measureLoading('without a snapshot');
await store.close();
await rm(folder, { recursive: true });
clearInterval(alive);

async function openSession() {
  const [dialogue, account, organiser, session] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  const first = firstFacts(rules, Date.now(), [
    { kind: 'about.create', input: { title: 'Local jobs', goal: '', languages: ['en'], example: false } },
    { kind: 'people.found', input: card(organiser, 'Ada', 'organiser') },
  ]);
  if (!first.ok) throw new Error(first.refusal);
  await store.dialogues.create({
    dialogue,
    at: Date.now(),
    facts: first.facts,
    excerpt: null,
    owner: { account, person: organiser },
  });
  const live = await dialogues.open(dialogue);
  if (!live || typeof live === 'string') throw new Error('the dialogue does not open');
  const people = Array.from({ length: 10 }, () => randomUUID());
  await command(live, organiser, 'people.add', { people: people.map((id, at) => card(id, `Person ${at}`)) });
  const plan = { session, title: 'Long', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await command(live, organiser, 'sessions.plan', plan);
  await command(live, organiser, 'sessions.open', { session, admission: 'direct' });
  for (const one of people) {
    await command(live, one, 'sessions.enter', { session });
    live.publisher.enter(listener(one), undefined);
  }
  return { live, person: people[0] ?? '', session };
}

function listener(person: string) {
  const nothing = () => undefined;
  return {
    person,
    refusedBy: () => null,
    isClogged: () => false,
    welcome: nothing,
    own: nothing,
    join: nothing,
    leave: nothing,
    close: nothing,
  };
}

async function command(to: LiveDialogue, by: string, kind: string, input: unknown): Promise<void> {
  const ack = await dialogues.command(to.dialogue, by, kind, input);
  if (!ack.ok) throw new Error(`${kind}: ${ack.refusal}`);
}

function say(): Promise<void> {
  const message = randomUUID();
  ids.push(message);
  return command(live, person, 'chat.say', {
    room,
    message,
    text: 'What helped our town most was to ask the firms first.',
  });
}

/** Now a message of the beginning, now one of the end. */
function react(): Promise<void> {
  reacted += 1;
  const index = reacted % 2 ? (reacted * 37) % ids.length : ids.length - 1 - (reacted % 50);
  return command(live, person, 'chat.react', { room, message: ids[index], reaction: '👏', on: reacted % 3 > 0 });
}

async function measured(act: () => Promise<void>): Promise<number> {
  const costs: number[] = [];
  for (let at = 0; at < sample; at += 1) {
    const before = process.threadCpuUsage();
    await act();
    const { user, system } = process.threadCpuUsage(before);
    costs.push(user + system);
  }
  return costs.sort((a, b) => a - b)[sample / 2] ?? Number.NaN;
}

async function measureLoading(how: string): Promise<void> {
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  const began = performance.now();
  const before = process.threadCpuUsage();
  await loadDialogue(live.dialogue, rules, store.dialogues);
  const { user, system } = process.threadCpuUsage(before);
  const took = performance.now() - began;
  await new Promise(resolve => setTimeout(resolve, 20));
  stalls.disable();
  console.log(
    `  ${seq} facts ${how}: loaded in ${took.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of them on the main thread; stall ${(stalls.max / 1e6).toFixed(1)} ms`,
  );
}
