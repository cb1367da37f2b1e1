import { describe, expect, it } from 'vitest';
import { ada, batch, ben, createDialogue, dialogue, factAt, factsAt } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';
import { openForReading, readerOn } from './read-log.ts';
import type { Lease } from './store.ts';

export function logSuite(bench: Bench): void {
  describe('log', () => {
    it('[S1] facts come back in order, as they were', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const personal = { person: ben, name: 'Ben بن', email: 'ben@example.org' };
      const facts = [factAt(1, { text: 'مرحبا\u0000"' }), factAt(2, null, personal), factAt(3, [1.5, { a: {} }])];
      expect(await dialogues.append(batch(lease, 0, { facts }))).toBe('appended');
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts });
    });

    it('[S1] a reader beside the store sees what is committed, and the database refuses whatever it would write', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.append(batch(lease, 0, { facts: factsAt(1, 2) }));
      const db = openForReading(bench.place.address);
      const reader = readerOn(db);
      try {
        expect(await reader.load(dialogue)).toEqual(await dialogues.load(dialogue));
        await dialogues.append(batch(lease, 2, { facts: factsAt(3), done: [] }));
        expect((await reader.load(dialogue)).facts).toHaveLength(3);
        await expect(db.deleteFrom('fact').execute()).rejects.toThrow(/read.?only/);
      } finally {
        await reader.close();
      }
      expect((await dialogues.load(dialogue)).facts).toHaveLength(3);
    });

    it('[S1] a batch with a gap is an error and leaves nothing', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const append = async () => dialogues.append(batch(lease, 0, { facts: factsAt(1, 3) }));
      await expect(append()).rejects.toThrow(RangeError);
      expect((await dialogues.load(dialogue)).facts).toEqual([]);
    });

    it('[S2] a batch of many facts is one', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const facts = Array.from({ length: 5_000 }, (_, at) =>
        factAt(at + 1, { at }, { person: ada, name: 'Ada', email: null }),
      );
      const done = facts.map(({ seq }) => ({ command: `command-${seq}`, actor: ada, seq }));
      expect(await dialogues.append(batch(lease, 0, { facts, done }))).toBe('appended');
      const read = [...(await dialogues.load(dialogue)).facts];
      while (read.length < facts.length) read.push(...(await dialogues.facts(dialogue, { after: read.length })));
      expect(read).toEqual(facts);
      expect(await dialogues.facts(dialogue, { after: facts.length })).toEqual([]);
      expect(await dialogues.accepted(dialogue, [...done.map(({ command }) => command), 'other'])).toEqual(done);
    });

    it('[S2] a dialogue begins with its facts and its owner, or not at all', async () => {
      const { dialogues } = bench.store;
      const stranger = { dialogue, at: 0, facts: factsAt(1), excerpt: null, owner: { account: 'nobody', person: ada } };
      await expect(dialogues.create(stranger)).rejects.toThrow();
      expect(await dialogues.exists(dialogue)).toBe(false);
      expect((await dialogues.load(dialogue)).facts).toEqual([]);
    });

    it('[S2] [S3] a batch that repeats a command is refused as a whole', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const done = [{ command: 'first', actor: ada, seq: 1 }];
      await dialogues.append(batch(lease, 0, { done, deadline: 10 }));
      const again = batch(lease, 1, { done: [{ command: 'new', actor: ada, seq: 2 }, ...done], deadline: 20 });
      expect(await dialogues.append(again)).toBe('conflict');
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts: factsAt(1) });
      expect(await dialogues.accepted(dialogue, ['first', 'new'])).toEqual(done);
      expect(await dialogues.due(100)).toEqual([{ dialogue, deadline: 10 }]);
    });

    it('[S3] the same command id in two dialogues is two commands', async () => {
      const { dialogues } = bench.store;
      const done = [{ command: 'same', actor: ada, seq: 1 }];
      for (const id of ['one', 'two']) {
        const lease = await createDialogue(bench.store, id);
        expect(await dialogues.append(batch(lease, 0, { done }))).toBe('appended');
      }
    });

    it('[S3] a command that changed nothing is remembered too', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const done = [{ command: 'idle', actor: ada, seq: 0 }];
      expect(await dialogues.append(batch(lease, 0, { facts: [], done }))).toBe('appended');
      expect(await dialogues.accepted(dialogue, ['idle'])).toEqual(done);
    });

    it('[S5] of appends that race for one position, one wins', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const results = await Promise.all(Array.from({ length: 8 }, () => dialogues.append(batch(lease, 0))));
      expect(results.sort()).toEqual(['appended', ...Array(7).fill('conflict')]);
      expect((await dialogues.load(dialogue)).facts).toEqual(factsAt(1));
    });

    it('[S5] appends to several dialogues do not hinder each other', async () => {
      const { dialogues } = bench.store;
      const ids = ['one', 'two', 'three', 'four'];
      const leases: Lease[] = [];
      for (const id of ids) leases.push(await createDialogue(bench.store, id));
      const results = await Promise.all(leases.map(lease => dialogues.append(batch(lease, 0))));
      expect(results).toEqual(ids.map(() => 'appended'));
    });

    it('[S2] the deadline is that of the last batch', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.append(batch(lease, 0, { deadline: 500 }));
      expect(await dialogues.due(499)).toEqual([]);
      expect(await dialogues.due(500)).toEqual([{ dialogue, deadline: 500 }]);
      await dialogues.append(batch(lease, 1, { deadline: null }));
      expect(await dialogues.due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('[S7] an erased name is nowhere any more, the facts and the others stay', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const isKept = (name: RegExp) => name.test(bench.place.dump());
      const facts = [
        factAt(1, { text: 'hello' }, { person: ada, name: 'Ada Unforgotten', email: 'ada@unforgotten.example' }),
        factAt(2, {}, { person: ben, name: 'Ben Remembered', email: null }),
        factAt(3, {}, { person: ada, name: 'Ada Unforgotten-Again', email: null }),
      ];
      await dialogues.append(batch(lease, 0, { facts }));
      await dialogues.saveSnapshot(lease, {
        seq: 3,
        slices: { people: { version: 1, parts: { state: 'Ada Unforgotten' } } },
      });
      expect(isKept(/unforgotten/i)).toBe(true);
      await dialogues.erase(dialogue, ada);
      const expected = facts.map(fact => (fact.personal?.person === ada ? { ...fact, personal: null } : fact));
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts: expected });
      expect(isKept(/unforgotten/i)).toBe(false);
      expect(isKept(/Ben Remembered/)).toBe(true);
    });

    it('[S7] while a reader keeps the old pages open, the erasure says so; afterwards it succeeds', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const personal = { person: ada, name: 'Ada Unforgotten', email: null };
      await dialogues.append(batch(lease, 0, { facts: [factAt(1, {}, personal)] }));
      const reader = await bench.place.openReader();
      await expect(dialogues.erase(dialogue, ada)).rejects.toThrow('a reader keeps');
      await reader.close();
      await dialogues.erase(dialogue, ada);
      expect(bench.place.dump()).not.toContain('Unforgotten');
    });

    it('facts are found by slice up to a position, and by kind after one', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      const personal = { person: ada, name: 'Ada', email: null };
      const facts = ['people.added', 'chat.said', 'people.removed', 'chat.said', 'people.forgotten'].map(
        (kind, at) => ({
          ...factAt(at + 1, {}, kind === 'people.added' ? personal : null),
          kind,
          v: at + 1,
        }),
      );
      await dialogues.append(batch(lease, 0, { facts }));
      expect(await dialogues.facts(dialogue, { after: 0, upTo: 3, slices: ['people'] })).toEqual([facts[0], facts[2]]);
      expect(await dialogues.facts(dialogue, { after: 0, upTo: 2, slices: ['chat', 'people'] })).toEqual(
        facts.slice(0, 2),
      );
      expect(await dialogues.factsOfKinds(dialogue, ['chat.said', 'people.forgotten'], 2)).toEqual(facts.slice(3));
      expect(await dialogues.factsOfKinds(dialogue, [], 0)).toEqual([]);
    });

    it('[S9] a dialogue with facts beyond the position of effects is found, until it moves on', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.append(batch(lease, 0, { facts: factsAt(1, 2) }));
      expect(await dialogues.unreacted(['people.forgotten'])).toEqual([]);
      expect(await dialogues.unreacted(['chat.said'])).toEqual([dialogue]);
      await dialogues.moveEffectCursor(dialogue, 2);
      expect(await dialogues.unreacted(['chat.said'])).toEqual([]);
    });

    it('[S8] a log is the same after opening again', async () => {
      const lease = await createDialogue(bench.store);
      const done = [{ command: 'first', actor: ada, seq: 1 }];
      const facts = [factAt(1, {}, { person: ada, name: 'Ada', email: 'ada@example.org' })];
      await bench.store.dialogues.append(batch(lease, 0, { facts, done, deadline: 7 }));
      const { dialogues } = await bench.reopen();
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts, lastAt: 1_001 });
      expect(await dialogues.accepted(dialogue, ['first'])).toEqual(done);
      expect(await dialogues.due(7)).toEqual([{ dialogue, deadline: 7 }]);
      expect(await dialogues.append(batch(lease, 1))).toBe('appended');
    });

    it('[S9] the position of effects moves forward only', async () => {
      const { dialogues } = bench.store;
      await createDialogue(bench.store);
      expect(await dialogues.effectCursor(dialogue)).toBe(0);
      await dialogues.moveEffectCursor(dialogue, 5);
      await dialogues.moveEffectCursor(dialogue, 3);
      expect(await dialogues.effectCursor(dialogue)).toBe(5);
    });

    it('answers a probe', async () => {
      await bench.store.probe();
      await expect(bench.store.probe()).resolves.toBeUndefined();
    });
  });
}
