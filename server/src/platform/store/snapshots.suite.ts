import { describe, expect, it } from 'vitest';
import { batch, createDialogue, dialogue, factsAt } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

export function snapshotsSuite(bench: Bench): void {
  describe('snapshots', () => {
    const save = async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.append(batch(lease, 0, { facts: factsAt(1, 2, 3, 4) }));
      for (const seq of [1, 2, 3])
        await dialogues.saveSnapshot(lease, { seq, versions: { people: 1 }, state: { upTo: seq, name: 'عمر' } });
      return dialogues;
    };

    it('[S6] the newest one is loaded with the facts after it', async () => {
      const dialogues = await save();
      const snapshot = { seq: 3, versions: { people: 1 }, state: { upTo: 3, name: 'عمر' } };
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot, facts: factsAt(4) });
    });

    it('[S6] behind a damaged one stands the one before', async () => {
      const dialogues = await save();
      bench.place.run("UPDATE snapshot SET state = replace(state, '3', '4') WHERE seq = 3");
      const snapshot = { seq: 2, versions: { people: 1 }, state: { upTo: 2, name: 'عمر' } };
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot, facts: factsAt(3, 4) });
    });

    it('[S6] behind two damaged ones stands the whole log', async () => {
      const dialogues = await save();
      bench.place.run("UPDATE snapshot SET state = '{'");
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts: factsAt(1, 2, 3, 4) });
    });

    it('[S6] a snapshot at a wrong position is a damaged one', async () => {
      const dialogues = await save();
      bench.place.run('UPDATE snapshot SET seq = 4 WHERE seq = 3');
      expect((await dialogues.load(dialogue)).snapshot?.seq).toBe(2);
    });

    it('[S6] no more than two are kept', async () => {
      const dialogues = await save();
      bench.place.run('DELETE FROM snapshot WHERE seq > 1');
      expect((await dialogues.load(dialogue)).snapshot).toBeNull();
    });
  });
}
