import { describe, expect, it } from 'vitest';
import { batch, createDialogue, dialogue, factAt, take } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

export function ballotsSuite(bench: Bench): void {
  describe('ballots', () => {
    const open = { after: 0, kinds: ['polls.closed', 'polls.discarded'] };
    const closed = (seq: number) => ({ ...factAt(seq, { run: 'run' }), kind: 'polls.closed' });
    const begin = async () => ({ lease: await createDialogue(bench.store), ballots: bench.store.ballots });

    it('[B1] gives back the newest that was put, also after a restart', async () => {
      const { lease, ballots } = await begin();
      expect(await ballots.load(dialogue, 'run')).toBeNull();
      for (const text of ['one', 'one two'])
        expect(await ballots.put(lease, { run: 'run', ballots: text }, open)).toBe('kept');
      await ballots.put(lease, { run: 'another', ballots: 'three' }, open);
      const again = (await bench.reopen()).ballots;
      expect(await again.load(dialogue, 'run')).toBe('one two');
      expect(await again.boxes(dialogue)).toEqual(['another', 'run']);
    });

    it('[B2] keeps none after a fact that closes a poll, unless who puts it has seen that fact', async () => {
      const { lease, ballots } = await begin();
      await bench.store.dialogues.append(batch(lease, 0, { facts: [factAt(1), closed(2), factAt(3)] }));
      const put = (after: number) => ballots.put(lease, { run: 'run', ballots: `after ${after}` }, { ...open, after });
      expect([await put(0), await put(1), await put(2)]).toEqual(['behind', 'behind', 'kept']);
      expect(await ballots.load(dialogue, 'run')).toBe('after 2');
    });

    it('[B2] of a ballot and a fact that closes its poll at once, the later one knows of the earlier', async () => {
      const { lease, ballots } = await begin();
      for (let at = 0; at < 20; at += 1) {
        const facts = [closed(at + 1)];
        const append = () => bench.store.dialogues.append(batch(lease, at, { facts }));
        const put = () => ballots.put(lease, { run: `run-${at}`, ballots: 'one' }, { ...open, after: at });
        const [appended, kept] = await (at % 2 === 0
          ? Promise.all([append(), put()])
          : Promise.all([put(), append()]).then(([b, a]) => [a, b] as const));
        expect(appended).toBe('appended');
        expect((await ballots.load(dialogue, `run-${at}`)) !== null).toBe(kept === 'kept');
      }
    });

    it('[B2] takes nothing from one who lost the lease', async () => {
      const { lease, ballots } = await begin();
      await take(bench.store, 'here', 0);
      expect(await ballots.put(lease, { run: 'run', ballots: 'late' }, open)).toBe('fenced');
      expect(await ballots.load(dialogue, 'run')).toBeNull();
    });

    it('[B1] settles without losing anything', async () => {
      const { lease, ballots } = await begin();
      await ballots.put(lease, { run: 'run', ballots: 'one' }, open);
      await ballots.settle();
      const reader = await bench.place.openReader();
      await ballots.put(lease, { run: 'run', ballots: 'two' }, open);
      await ballots.settle();
      await reader.close();
      expect(await (await bench.reopen()).ballots.load(dialogue, 'run')).toBe('two');
    });

    it('[B3] removes ballots, and every earlier state of them, from disk', async () => {
      const { lease, ballots } = await begin();
      for (const text of ['heirloom', 'heirloom tomato'])
        await ballots.put(lease, { run: 'run', ballots: text.repeat(600) }, open);
      await ballots.put(lease, { run: 'another', ballots: 'cucumber' }, open);
      expect(bench.place.dump()).toContain('heirloom');
      await ballots.remove(dialogue, 'run');
      await ballots.remove(dialogue, 'run');
      expect(bench.place.dump()).not.toContain('heirloom');
      expect(await (await bench.reopen()).ballots.boxes(dialogue)).toEqual(['another']);
    });

    it('[B3] says so while a reader keeps the ballots on disk', async () => {
      const { lease, ballots } = await begin();
      await ballots.put(lease, { run: 'run', ballots: 'heirloom' }, open);
      const reader = await bench.place.openReader();
      await expect(ballots.remove(dialogue, 'run')).rejects.toThrow('a reader');
      await reader.close();
      await ballots.remove(dialogue, 'run');
      expect(bench.place.dump()).not.toContain('heirloom');
    });
  });
}
