import { ada } from '@multaqa/shared/kernel/messages.samples';
import { describe, expect, it } from 'vitest';
import { batch, createDialogue, dialogue, factsAt } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

export function snapshotsSuite(bench: Bench): void {
  describe('snapshots', () => {
    const begin = async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.append(batch(lease, 0, { facts: factsAt(1, 2, 3, 4) }));
      const save = (seq: number, parts: { [key: string]: string | null }) =>
        dialogues.saveSnapshot(lease, { seq, slices: { people: { version: 7, parts } } });
      const read = (seq: number, ...keys: string[]) =>
        dialogues.snapshotParts(dialogue, { seq, slice: 'people', keys });
      return { dialogues, lease, save, read };
    };

    it('[S6] is loaded as the parts that were written last, with the facts after it', async () => {
      const { dialogues, save, read } = await begin();
      expect(await save(1, { one: 'عمر', two: 'second' })).toBe('saved');
      expect(await save(3, { one: null, two: 'changed', three: 'new' })).toBe('saved');
      const loaded = await dialogues.load(dialogue);
      expect(loaded).toMatchObject({ facts: factsAt(4), seq: 4 });
      expect(loaded.snapshot?.seq).toBe(3);
      expect(loaded.snapshot?.slices.people?.version).toBe(7);
      expect(new Set(loaded.snapshot?.slices.people?.keys)).toEqual(new Set(['one', 'two', 'three']));
      expect(await read(3, 'two', 'three', 'one')).toEqual(['changed', 'new', 'عمر']);
    });

    it('[S6] a part that is left out for good is gone', async () => {
      const { save, read } = await begin();
      await save(1, { one: 'first', two: 'second' });
      await save(2, { two: null });
      expect(await read(2, 'one', 'two')).toEqual([null, 'second']);
      expect(await save(3, { one: null, two: null })).toBe('incomplete');
    });

    it('[S6] a part that the one before does not have cannot be left out', async () => {
      const { dialogues, save } = await begin();
      expect(await save(1, { one: null })).toBe('incomplete');
      expect((await dialogues.load(dialogue)).snapshot).toBeNull();
    });

    it('[S6] a damaged part is told from a sound one', async () => {
      const { save, read } = await begin();
      await save(3, { one: 'first', two: 'second' });
      bench.place.run("UPDATE snapshot_part SET text = 'damaged' WHERE key = 'one'");
      expect(await read(3, 'one', 'two')).toEqual([null, 'second']);
    });

    it('[S6] parts are read for the position that was loaded, or not at all', async () => {
      const { save, read } = await begin();
      await save(2, { one: 'first' });
      await save(3, { one: 'later' });
      expect(await read(2, 'one')).toEqual([null]);
    });

    it.each(['UPDATE snapshot SET seq = 4', "UPDATE snapshot SET slices = '{}'"])(
      '[S6] behind a damaged index stands the whole log: %s',
      async damage => {
        const { dialogues, save } = await begin();
        await save(3, { one: 'first' });
        bench.place.run(damage);
        expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts: factsAt(1, 2, 3, 4) });
      },
    );

    it('[S8] one that was taken before somebody was erased is refused, also when it comes later', async () => {
      const { dialogues, lease, save } = await begin();
      await save(3, { one: 'Ada Unforgotten' });
      await dialogues.erase(dialogue, ada);
      expect((await dialogues.load(dialogue)).snapshot).toBeNull();
      expect(await save(3, { one: 'Ada Unforgotten' })).toBe('outdated');
      await dialogues.append(batch(lease, 4, { facts: factsAt(5) }));
      expect(await save(5, { one: 'nobody' })).toBe('saved');
    });
  });
}
