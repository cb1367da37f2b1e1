/**
 * The laws of snapshots.
 *
 * [H1] What is loaded is what replaying the whole log gives, whatever parts of a snapshot are damaged.
 * [H2] Only what has changed since the snapshot before is encoded and written again.
 * [H3] No command waits for a snapshot, and one that fails costs nothing but itself.
 */
import { DatabaseSync } from 'node:sqlite';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { beginning, commandsOf, type Play, play, playRandom, type Sent } from '@multaqa/shared/dialogue.samples';
import { ben, cleo, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../platform/clock.ts';
import { openStore } from '../platform/store/open-store.ts';
import { sqliteFile } from '../platform/store/sqlite.ts';
import type { Snapshot, Store } from '../platform/store/store.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { openFaults } from './faults.ts';
import { loadDialogue } from './load-dialogue.ts';
import { startSnapshots } from './snapshots.ts';

const [session = ''] = sampleSessions;
const account = '00000000-0000-4000-8000-000000000000';
const faults = openFaults(pino({ level: 'silent' }), 'test');
const clock = systemClock;

const nothing = { state: rules.initial, snapshotSeq: 0, snapshotParts: new Map() };

type Log = Store['dialogues'];
/** The log as it was when it ended at a position. */
const cut =
  (load: Log['load'], end: number): Log['load'] =>
  async dialogue => {
    const loaded = await load(dialogue);
    return { ...loaded, seq: end, facts: loaded.facts.filter(({ seq }) => seq <= end) };
  };
const cutPage =
  (facts: Log['facts'], end: number): Log['facts'] =>
  async (dialogue, range) =>
    (await facts(dialogue, range)).filter(({ seq }) => seq <= end);

/** A database with one dialogue after another, and a way to spoil what is in it. */
async function openShelf() {
  const { folder, remove } = temporaryFolder();
  const store = await openStore({ kind: 'sqlite', folder });
  const database = new DatabaseSync(`${folder}/${sqliteFile}`);
  onTestFinished(async () => {
    database.close();
    await store.close();
    remove();
  });
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  let count = 0;
  const begin = async (facts: Play['log']) => {
    count += 1;
    const dialogue = `dialogue-${count}`;
    await store.dialogues.create({ dialogue, at: 0, facts, excerpt: null, owner: { account, person: account } });
    const lease = await store.dialogues.lease(dialogue, 'here', 0, 60_000);
    if (!lease) throw new Error('no lease');
    return { dialogue, lease };
  };
  return { store: store.dialogues, database, begin };
}

describe('snapshots', () => {
  test('[H1] what is loaded equals what the whole log tells, whatever is damaged', async () => {
    const { store, database, begin } = await openShelf();
    const histories = fc.oneof(...rules.slices.map(({ name }) => commandsOf(rules, 25, name)));
    const step = fc.integer({ min: 1, max: 15 });
    const damages = fc.constantFrom('nothing', 'a part', 'half of the parts', 'the index');
    await fc.assert(
      fc.asyncProperty(histories, damages, step, step, async (sent, damage, every, restart) => {
        const whole = playRandom(rules, sent);
        const { dialogue, lease } = await begin(whole.log);
        const save = (snapshot: Snapshot) => store.saveSnapshot(lease, snapshot);
        const ports = { save, rules, clock, faults, crash: () => {}, every };
        let snapshots = startSnapshots(nothing, ports);
        let state = rules.initial;
        for (const fact of whole.log) {
          state = rules.evolve(state, fact);
          snapshots.committed(state, fact.seq);
          if (fact.seq % 4 === 0) await snapshots.close();
          // A restart: the facts after the snapshot are told again.
          if (fact.seq % restart !== 0) continue;
          await snapshots.close();
          const upTo = { ...store, load: cut(store.load, fact.seq), facts: cutPage(store.facts, fact.seq) };
          const loaded = await loadDialogue(dialogue, rules, upTo);
          expect(loaded.state).toEqual(state);
          state = loaded.state;
          snapshots = startSnapshots(loaded, ports);
        }
        await snapshots.close();
        const where = `WHERE dialogue = '${dialogue}'`;
        if (damage === 'a part')
          database.exec(`UPDATE snapshot_part SET text = text || ' ' ${where} AND slice = 'chat'`);
        if (damage === 'half of the parts') database.exec(`DELETE FROM snapshot_part ${where} AND rowid % 2 = 0`);
        if (damage === 'the index') database.exec(`UPDATE snapshot SET seq = seq + 1 ${where}`);
        const loaded = await loadDialogue(dialogue, rules, store);
        expect(loaded.state).toEqual(whole.state);
        expect(loaded.seq).toBe(whole.log.length);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const saying = (at: number): Sent => ({
    by: at % 2 ? ben : cleo,
    kind: 'chat.say',
    input: {
      room: `${session}/plenary`,
      message: `${String(at).padStart(8, '0')}-1111-4000-8000-000000000000`,
      text: `Word ${at}`,
    },
    at: 1,
  });

  test('[H2] a long talk is written once, and what is added to it', async () => {
    const saved: Snapshot[] = [];
    const ports = { rules, clock, faults, crash: () => {}, every: 1 };
    const save = async (snapshot: Snapshot) => {
      saved.push(snapshot);
      return 'saved' as const;
    };
    const long = play(rules, [...beginning, ...Array.from({ length: 1_000 }, (_, at) => saying(at))]);
    const snapshots = startSnapshots(nothing, { ...ports, save });
    snapshots.committed(long.state, long.log.length);
    await snapshots.close();
    const more = play(rules, [saying(1_000)], long);
    snapshots.committed(more.state, more.log.length);
    await snapshots.close();
    const sizes = saved.map(({ slices }) =>
      Object.values(slices)
        .flatMap(({ parts }) => Object.values(parts))
        .reduce((sum, text) => sum + (text?.length ?? 0), 0),
    );
    expect(saved).toHaveLength(2);
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 5);
    expect(Object.values(saved[1]?.slices.people?.parts ?? {})).toEqual([null]);
  });

  test('[H3] one that fails is tried again after as many facts as lie between two, and not with each commit', async () => {
    const begun = play(rules, beginning);
    const tries: number[] = [];
    const save = ({ seq }: Snapshot) => {
      tries.push(seq);
      return Promise.reject(new Error('the disk is full'));
    };
    const snapshots = startSnapshots(nothing, { save, rules, clock, faults, crash: () => {}, every: 3 });
    for (let seq = 3; seq <= 9; seq += 1) {
      snapshots.committed(begun.state, seq);
      await snapshots.close();
    }
    expect(tries).toEqual([3, 6, 9]);
  });

  test('[H3] a snapshot that is never done, and one that fails, leave everything as it is', async () => {
    const begun = play(rules, beginning);
    const tries: Snapshot[] = [];
    let answer: (result: 'incomplete') => void = () => {};
    const save = (snapshot: Snapshot): Promise<'incomplete'> => {
      tries.push(snapshot);
      if (tries.length === 1) return Promise.reject(new Error('the disk is full'));
      return new Promise(resolve => {
        answer = resolve;
      });
    };
    const ports = { save, rules, clock, faults, crash: () => {}, every: 1 };
    const snapshots = startSnapshots({ ...nothing, state: begun.state }, ports);
    snapshots.committed(begun.state, begun.log.length);
    await snapshots.close();
    const more = play(rules, [saying(1)], begun);
    snapshots.committed(more.state, more.log.length);
    await expect.poll(() => tries.length).toBe(2);
    // What failed may or may not be on disk, so that nothing is left out of the next one.
    const texts = Object.values(tries[1]?.slices ?? {}).flatMap(({ parts }) => Object.values(parts));
    expect(texts).not.toContain(null);
    snapshots.committed(more.state, more.log.length + 1);
    expect(tries).toHaveLength(2);
    answer('incomplete');
    await snapshots.close();
    snapshots.committed(more.state, more.log.length + 2);
    await expect.poll(() => tries.length).toBe(3);
    answer('incomplete');
    await snapshots.close();
  });
});
