import { randomUUID } from 'node:crypto';
import { excerptOf, dialogueRules as rules, summaryOf } from '@multaqa/shared/dialogue';
import { pino } from 'pino';
import { card } from '../server/src/app.samples.ts';
import { firstFacts } from '../server/src/dialogue/first-facts.ts';
import { listDialogues } from '../server/src/dialogue/lists.ts';
import { loadDialogue } from '../server/src/dialogue/load-dialogue.ts';
import { snapshotOf } from '../server/src/dialogue/snapshot.samples.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';
import type { Grant } from '../server/src/platform/store/store.ts';
import { temporaryFolder } from '../server/src/platform/testing/folder.ts';

/** What it costs to list dialogues, beside reading each from its log, in one run: `node bench/lists.ts [dialogues] [facts] [rounds]`. */
const [count = 50, size = 2_000, rounds = 5] = process.argv.slice(2).map(Number);
const snapshotEvery = 500;

const { folder, remove } = temporaryFolder();
const store = await openStore({ kind: 'sqlite', folder });
const account = randomUUID();
await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
const grants: Grant[] = [];
for (let at = 0; at < count; at += 1) grants.push(await fill());

const replay = async () => {
  for (const { dialogue, person } of grants)
    summaryOf((await loadDialogue(dialogue, rules, store.dialogues)).state, person, null);
};
const list = async () => {
  const found = await listDialogues(grants, {
    store: store.dialogues,
    isQuarantined: () => false,
    read: () => Promise.reject(new Error('nothing is to be read')),
    logger: pino({ level: 'silent' }),
  });
  if (found.length !== count || found.includes(null)) throw new Error('a dialogue is missing');
};

const results = { list: [] as number[], replay: [] as number[] };
for (let round = 0; round <= rounds; round += 1)
  for (const [kind, act] of [
    ['replay', replay],
    ['list', list],
  ] as const) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    // The first round warms the compilers and is dropped.
    if (round > 0) results[kind].push((user + system) / 1000);
  }
console.log(`${count} dialogues of ${size} facts, CPU of the process, median of ${rounds} rounds`);
console.log(`  listed ${median(results.list).toFixed(1)} ms, replayed ${median(results.replay).toFixed(1)} ms`);
console.log(`  listed / replayed: ${(median(results.list) / median(results.replay)).toFixed(4)}`);
await store.close();
remove();

/** A dialogue with a snapshot every 500 facts, the last of them some way back, as the server leaves it. */
async function fill(): Promise<Grant> {
  const [dialogue, person] = [randomUUID(), randomUUID()];
  const first = firstFacts(rules, 0, [
    { kind: 'about.create', input: { title: 'Local jobs', goal: '', languages: ['en'], example: false } },
    { kind: 'people.found', input: card(person, 'Ada', 'organiser') },
    ...Array.from({ length: 40 }, (_, at) => ({
      kind: 'people.add',
      input: { people: [card(randomUUID(), `P ${at}`)] },
    })),
  ]);
  if (!first.ok) throw new Error(first.refusal);
  const { facts, state } = first;
  const excerpt = excerptOf(null, state).change;
  await store.dialogues.create({ dialogue, at: 0, facts, excerpt, owner: { account, person } });
  const lease = await store.dialogues.lease(dialogue, 'bench', 0, 60_000);
  if (!lease) throw new Error('the lease is taken');
  const room = `${randomUUID()}/plenary`;
  const v = rules.slices.find(({ name }) => name === 'chat')?.factVersion ?? 1;
  for (let after = facts.length; after < size; after += 100) {
    const said = Array.from({ length: Math.min(100, size - after) }, (_, at) => ({
      kind: 'chat.said',
      v,
      data: { room, message: randomUUID(), text: `Message ${after + at} `.repeat(6) },
      personal: null,
      seq: after + at + 1,
      at: after + at,
      actor: person,
    }));
    await store.dialogues.append({ lease, after, facts: said, done: [], excerpt: null, deadline: null });
    if (Math.floor((after + 100) / snapshotEvery) === Math.floor(after / snapshotEvery)) continue;
    const loaded = await loadDialogue(dialogue, rules, store.dialogues);
    await store.dialogues.saveSnapshot(lease, snapshotOf(rules, loaded.state, loaded.seq));
  }
  return { dialogue, person, version: null };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
