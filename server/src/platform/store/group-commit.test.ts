/**
 * The laws of calls that wait together.
 *
 * [G1] All writes that wait share one commit; nobody hears of theirs before it.
 * [G2] A write that fails, or is refused, costs itself alone.
 */
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { ada, batch, createDialogue, factAt, factsAt } from '../testing/dialogue.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openInline } from '../testing/inline-store.ts';
import type { Batch, Lease } from './store.ts';

async function open() {
  const { folder, remove } = temporaryFolder();
  const { store, database } = await openInline(folder);
  onTestFinished(async () => {
    await store.close();
    remove();
  });
  let commits = 0;
  const exec = database.exec.bind(database);
  database.exec = sql => {
    if (sql === 'COMMIT') commits += 1;
    exec(sql);
  };
  return { store, database, commits: () => commits };
}

const outcomes = {
  whole: (lease: Lease) => batch(lease, 1, { done: [{ command: 'new', actor: ada, seq: 2 }] }),
  late: (lease: Lease) => batch(lease, 0),
  fenced: (lease: Lease) => batch({ ...lease, epoch: lease.epoch - 1 }, 1),
  repeated: (lease: Lease) => batch(lease, 1, { done: [{ command: 'first', actor: ada, seq: 2 }] }),
  gap: (lease: Lease) => batch(lease, 1, { facts: factsAt(2, 4) }),
  // The database refuses the second fact when the first is in already.
  failing: (lease: Lease) => batch(lease, 1, { facts: [factAt(2), { ...factAt(3), kind: null as unknown as string }] }),
} satisfies Record<string, (lease: Lease) => Batch>;

const expected = {
  whole: 'appended',
  late: 'conflict',
  fenced: 'fenced',
  repeated: 'conflict',
  gap: 'failed',
  failing: 'failed',
};

const anyOutcome = fc.constantFrom(...(Object.keys(outcomes) as (keyof typeof outcomes)[]));

it('[G1] [G2] of appends that wait together each has its own end, and all have one commit', async () => {
  const { store, commits } = await open();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyOutcome, { minLength: 1, maxLength: 8 }), async kinds => {
      runs += 1;
      const ids = kinds.map((_, at) => `dialogue-${runs}-${at}`);
      const leases: Lease[] = [];
      for (const id of ids) {
        const lease = await createDialogue(store, id);
        await store.dialogues.append(batch(lease, 0, { done: [{ command: 'first', actor: ada, seq: 1 }] }));
        leases.push(lease);
      }
      const before = commits();
      const results = await Promise.all(
        kinds.map((kind, at) => store.dialogues.append(outcomes[kind](leases[at] as Lease)).catch(() => 'failed')),
      );
      expect(results).toEqual(kinds.map(kind => expected[kind]));
      expect(commits() - before).toBe(1);
      for (const [at, kind] of kinds.entries()) {
        const { facts } = await store.dialogues.load(ids[at] as string);
        const done = await store.dialogues.accepted(ids[at] as string, ['first', 'new']);
        const whole = kind === 'whole' ? 2 : 1;
        expect([facts.length, done.length], kind).toEqual([whole, whole]);
      }
    }),
    { numRuns: 60 },
  );
});

it('[G1] nobody hears of a write whose commit failed, and it is not there', async () => {
  const { store, database } = await open();
  const leases = [await createDialogue(store, 'one'), await createDialogue(store, 'two')];
  const exec = database.exec;
  database.exec = sql => {
    if (sql === 'COMMIT') throw new Error('the disk is gone');
    exec(sql);
  };
  const results = await Promise.allSettled(leases.map(lease => store.dialogues.append(batch(lease, 0))));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  database.exec = exec;
  for (const lease of leases) {
    expect((await store.dialogues.load(lease.dialogue)).facts).toEqual([]);
    expect(await store.dialogues.append(batch(lease, 0))).toBe('appended');
  }
});

it('[G2] a full disk refuses the batch that is too large as a whole; those beside it and later ones are kept', async () => {
  const { store, database } = await open();
  const [one, two, three] = [
    await createDialogue(store, 'one'),
    await createDialogue(store, 'two'),
    await createDialogue(store, 'three'),
  ];
  const { page_count } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${page_count}`);
  const large = batch(two, 0, { facts: [factAt(1), factAt(2, 'x'.repeat(100_000))], deadline: 9 });
  const results = await Promise.allSettled([batch(one, 0), large, batch(three, 0)].map(store.dialogues.append));
  expect(results).toMatchObject([
    { value: 'appended' },
    { reason: { message: expect.stringMatching(/full/) } },
    { value: 'appended' },
  ]);
  for (const [dialogue, facts] of [
    ['one', factsAt(1)],
    ['two', []],
    ['three', factsAt(1)],
  ] as const)
    expect((await store.dialogues.load(dialogue)).facts).toEqual(facts);
  database.exec('PRAGMA max_page_count = 1000000');
  expect(await store.dialogues.append(large)).toBe('appended');
});
