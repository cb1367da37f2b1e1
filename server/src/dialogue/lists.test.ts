/**
 * The laws of lists.
 *
 * [L1] A list tells of a dialogue what its newest state tells, whatever has happened in it.
 * [L2] Who was removed, or whose link was revoked, finds it no more.
 * [L3] It is told without reading the log, except once where nothing was kept.
 * [L4] What is kept for lists names nobody.
 */
import { opensFor, dialogueRules as rules, summaryOf } from '@multaqa/shared/dialogue';
import { beginning, commandsOf, type Sent } from '@multaqa/shared/dialogue.samples';
import type { State } from '@multaqa/shared/kernel/composition';
import { sampleIds } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../app.samples.ts';
import { systemClock } from '../platform/clock.ts';
import { openStore } from '../platform/store/open-store.ts';
import type { Grant, Store } from '../platform/store/store.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { hasPostgres, startPostgres } from '../platform/testing/postgres.ts';
import { noMetrics } from './engine-metrics.ts';
import { openFaults } from './faults.ts';
import { listDialogues } from './lists.ts';
import { loadDialogue } from './load-dialogue.ts';
import { startRunner } from './runner.ts';

const logger = pino({ level: 'silent' });

/** Everybody whom the histories name, by an account and by links of three versions. */
const grantsOf = (dialogue: string): Grant[] =>
  sampleIds.flatMap(person => [null, 1, 2, 3].map(version => ({ dialogue, person, version })));

async function begin(store: Store): Promise<string> {
  const [dialogue, account] = [newId(), newId()];
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  await store.dialogues.create({ dialogue, at: 0, facts: [], excerpt: null, owner: { account, person: newId() } });
  return dialogue;
}

/** Carries out commands as the server does, and starts again after each of the parts. */
async function happen(store: Store, dialogue: string, parts: readonly (readonly Sent[])[], after: () => Promise<void>) {
  for (const sent of parts) {
    let now = 0;
    const lease = await store.dialogues.lease(dialogue, 'here', 0, 60_000);
    if (!lease) throw new Error('another node holds the dialogue');
    const runner = startRunner(lease, await loadDialogue(dialogue, rules, store.dialogues), {
      store,
      rules,
      clock: systemClock,
      time: { now: () => now, onClock: instant => instant },
      faults: openFaults(logger, dialogue),
      metrics: noMetrics,
      debug() {},
      crash: () => undefined,
      remembered: 10,
      committed: () => undefined,
      fenced: () => undefined,
    });
    for (const { by, kind, input, at } of sent) {
      now = at;
      const parsed = rules.parse(kind, input, 0);
      if (parsed.ok) await runner.submit(by, newId(), parsed.command);
    }
    await runner.close();
    await after();
  }
}

/** A list, and how often it read a log for it. */
async function list(store: Store, grants: readonly Grant[]) {
  let reads = 0;
  const summaries = await listDialogues(grants, {
    store: store.dialogues,
    isQuarantined: () => false,
    read(dialogue) {
      reads += 1;
      return loadDialogue(dialogue, rules, store.dialogues);
    },
    logger,
  });
  return { summaries, reads };
}

const told = (state: State, grants: readonly Grant[]) =>
  grants.map(({ person, version }) => summaryOf(state, person, version));

const inParts = fc
  .tuple(commandsOf(rules, 30, 'people'), fc.integer({ min: 1, max: 15 }))
  .map(([sent, size]) =>
    Array.from({ length: Math.ceil(sent.length / size) }, (_, at) => sent.slice(at * size, (at + 1) * size)),
  );

function laws(open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('[L1] [L2] [L3] whatever happens, lists tell the newest state', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(inParts, async parts => {
        const dialogue = await begin(store);
        const grants = grantsOf(dialogue);
        await happen(store, dialogue, parts, async () => {
          const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);
          if (seq === 0) return;
          // Strangers have no row, and nothing is kept for them.
          const known = grants.filter(({ person }) => Object.hasOwn(state.people as object, person));
          const { summaries, reads } = await list(store, known);
          expect(summaries).toEqual(told(state, known));
          expect(reads).toBe(0);
          // The same rule as at the door of the dialogue itself.
          const mayEnter = known.map(
            ({ person, version }) =>
              rules.audienceOf(state, person) !== null && (version === null || opensFor(state, person, version)),
          );
          expect(summaries.map(summary => summary !== null)).toEqual(mayEnter);
          expect((await list(store, grants)).summaries).toEqual(told(state, grants));
        });
      }),
      { numRuns: 15 },
    );
  });

  it('[L3] what an earlier release has left is read once', async () => {
    const dialogue = await begin(store);
    const [sent = []] = fc.sample(commandsOf(rules, 10), { numRuns: 1, seed: 1 });
    await happen(store, dialogue, [sent], async () => {});
    const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);
    const [grant] = grantsOf(dialogue).filter(({ person }) => Object.hasOwn(state.people as object, person));
    if (!grant) throw new Error('nobody is there');
    expect(await store.dialogues.listed([grant])).toHaveLength(1);
    const old = { form: 0, outline: '{"title":"another form"}', members: [] };
    await store.dialogues.putExcerpt(dialogue, seq, old);
    for (const reads of [1, 0]) expect(await list(store, [grant])).toEqual({ summaries: told(state, [grant]), reads });
  });

  it('[L4] what is kept names nobody, so that there is nothing to erase', async () => {
    const dialogue = await begin(store);
    await happen(store, dialogue, [beginning], async () => {});
    const rows = await store.dialogues.listed(grantsOf(dialogue));
    expect(new Set(rows.map(({ person }) => person)).size).toBe(4);
    expect(JSON.stringify(rows)).not.toMatch(/Ada|Ben|Cleo|Dina|@/i);
  });

  it('[L1] an excerpt of a state that the log has left behind is not kept', async () => {
    const dialogue = await begin(store);
    const [sent = []] = fc.sample(commandsOf(rules, 10), { numRuns: 1, seed: 2 });
    await happen(store, dialogue, [sent], async () => {});
    const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);
    const grants = grantsOf(dialogue).filter(({ person }) => Object.hasOwn(state.people as object, person));
    const late = { form: 1, outline: '{"title":"as it was"}', members: [] };
    await store.dialogues.putExcerpt(dialogue, seq - 1, late);
    expect((await list(store, grants)).summaries).toEqual(told(state, grants));
  });
}

describe('on SQLite', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(remove);
  laws(() => openStore({ kind: 'sqlite', folder }));
});

describe.skipIf(!hasPostgres())('on PostgreSQL', () => {
  let stop = async () => {};
  afterAll(() => stop());
  laws(async () => {
    const server = await startPostgres();
    stop = server.stop;
    return openStore({ kind: 'postgres', url: server.createDatabase('lists') });
  });
});
