/**
 * The laws of commands that come again.
 *
 * [R1] A command that was accepted once has its facts once, however late it is repeated, and always the same answer.
 * [R2] Nobody else gets an answer by its id but `taken`.
 * [R3] A repeated command costs nobody else anything, and the dialogue stays where it is.
 */
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import type { Ack } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, newId } from '../app.samples.ts';
import { systemClock } from '../platform/clock.ts';
import { openStore } from '../platform/store/open-store.ts';
import type { Store } from '../platform/store/store.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { hasPostgres, startPostgres } from '../platform/testing/postgres.ts';
import { openDialogueTime } from './dialogue-time.ts';
import { noMetrics } from './engine-metrics.ts';
import { openFaults } from './faults.ts';
import { firstFacts } from './first-facts.ts';
import { loadDialogue } from './load-dialogue.ts';
import { startRunner } from './runner.ts';

const about = { title: 'Local jobs', goal: '', languages: ['en'] };
const [ada, ben] = [newId(), newId()];
const ids = Array.from({ length: 6 }, newId);

// What each id asks for: the even ones are accepted whenever they come, the odd ones are refused the second time.
const commandOf = (id: string) =>
  ids.indexOf(id) % 2 === 0
    ? { kind: 'about.edit', input: { ...about, title: `Title of ${id}` } }
    : { kind: 'people.add', input: { people: [card(id, `Person ${id}`)] } };

/** Commands that come at once; a restart in between forgets what memory held. */
const anyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      sent: fc.array(fc.record({ id: fc.constantFrom(...ids), actor: fc.constantFrom(ada, ada, ada, ben) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
);

async function found(store: Store): Promise<string> {
  const [dialogue, account] = [newId(), newId()];
  const first = firstFacts(rules, 0, [
    { kind: 'about.create', input: { ...about, example: false } },
    { kind: 'people.found', input: card(ada, 'Ada', 'organiser') },
    { kind: 'people.add', input: { people: [card(ben, 'Ben', 'organiser')] } },
  ]);
  if (!first.ok) throw new Error(first.refusal);
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  await store.dialogues.create({ dialogue, at: 0, facts: first.facts, excerpt: null, owner: { account, person: ada } });
  return dialogue;
}

async function start(store: Store, dialogue: string, remembered: number, fenced: () => void) {
  const lease = await store.dialogues.lease(dialogue, 'here', 0, 60_000);
  if (!lease) throw new Error('another node holds the dialogue');
  return startRunner(lease, await loadDialogue(dialogue, rules, store.dialogues), {
    store,
    rules,
    clock: systemClock,
    time: openDialogueTime(systemClock, 0),
    faults: openFaults(pino({ level: 'silent' }), dialogue),
    metrics: noMetrics,
    debug() {},
    crash: () => undefined,
    remembered,
    committed: () => undefined,
    fenced,
  });
}

function laws(open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('[R1] [R2] [R3] whatever is repeated, whenever, with however short a memory', { timeout: 120_000 }, async () => {
    const memory = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(memory, fc.array(anyStep, { minLength: 2, maxLength: 12 }), async (remembered, steps) => {
        const dialogue = await found(store);
        const fenced: string[] = [];
        const restart = () => start(store, dialogue, remembered, () => fenced.push(dialogue));
        let runner = await restart();
        const owners = new Map<string, { actor: string; ack: Ack }>();
        for (const step of steps) {
          if (step.does === 'restart') {
            await runner.close();
            runner = await restart();
            continue;
          }
          const acks = await Promise.all(
            step.sent.map(({ id, actor }) => {
              const { kind, input } = commandOf(id);
              const parsed = rules.parse(kind, input, 0);
              if (!parsed.ok) throw new Error(parsed.refusal);
              return runner.submit(actor, id, parsed.command);
            }),
          );
          for (const [at, { id, actor }] of step.sent.entries()) {
            const ack = acks[at] as Ack;
            const owner = owners.get(id);
            if (!owner) expect(ack).toMatchObject({ ok: true });
            if (!owner) owners.set(id, { actor, ack });
            else expect(ack).toEqual(owner.actor === actor ? owner.ack : { ok: false, refusal: 'taken' });
          }
        }
        await runner.close();
        expect(fenced).toEqual([]);
        const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);
        expect(state).toEqual(runner.state());
        // Each accepted command has one fact, after the three that founded the dialogue.
        expect(seq).toBe(3 + owners.size);
      }),
      { numRuns: 60 },
    );
  });

  it('[R1] a log that is ahead of this node ends its work, whatever is repeated', async () => {
    const dialogue = await found(store);
    let isFenced = false;
    const runner = await start(store, dialogue, 10, () => {
      isFenced = true;
    });
    // What a commit that was reported as failed may leave: it is on disk, and nobody here knows.
    const [id = ''] = ids;
    const lease = { dialogue, node: 'here', epoch: 1 };
    const hidden = { kind: 'about.edited', v: 1, data: { ...about, title: 'Hidden' }, personal: null };
    await store.dialogues.append({
      lease,
      after: 3,
      facts: [{ ...hidden, seq: 4, at: 0, actor: ada }],
      done: [{ command: id, actor: ada, seq: 4 }],
      excerpt: null,
      deadline: null,
    });
    const parsed = rules.parse('about.edit', { ...about, title: 'Hidden' }, 0);
    if (!parsed.ok) throw new Error(parsed.refusal);
    expect(await runner.submit(ada, id, parsed.command)).toEqual({ ok: false, refusal: 'elsewhere' });
    expect(isFenced).toBe(true);
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
    return openStore({ kind: 'postgres', url: server.createDatabase('repeats') });
  });
});
