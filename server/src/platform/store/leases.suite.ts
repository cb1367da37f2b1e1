import { describe, expect, it } from 'vitest';
import { batch, createDialogue, dialogue, factsAt, take } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

export function leaseSuite(bench: Bench): void {
  describe('leases', () => {
    it('[S4] another node must wait until the lease has run out', async () => {
      const { dialogues } = bench.store;
      await createDialogue(bench.store);
      expect(await dialogues.lease(dialogue, 'there', 59_999, 60_000)).toBeNull();
      expect(await dialogues.lease(dialogue, 'there', 60_000, 60_000)).toMatchObject({ node: 'there' });
    });

    it('[S4] the former holder appends nothing and saves no snapshot', async () => {
      const { dialogues } = bench.store;
      const former = await createDialogue(bench.store);
      await dialogues.append(batch(former, 0));
      const lease = await take(bench.store, 'there', 60_000);
      expect(await dialogues.append(batch(former, 1))).toBe('fenced');
      expect(await dialogues.saveSnapshot(former, { seq: 1, slices: {} })).toBe('fenced');
      expect(await dialogues.renew(former, 60_001, 60_000)).toBe(false);
      expect(await dialogues.load(dialogue)).toMatchObject({ snapshot: null, facts: factsAt(1) });
      expect(await dialogues.append(batch(lease, 1))).toBe('appended');
    });

    it('[S4] a node that started again takes its lease at once and ends its former self', async () => {
      const { dialogues } = bench.store;
      const former = await createDialogue(bench.store);
      const lease = await take(bench.store, 'here', 1);
      expect(lease.epoch).toBeGreaterThan(former.epoch);
      expect(await dialogues.append(batch(former, 0))).toBe('fenced');
      expect(await dialogues.append(batch(lease, 0))).toBe('appended');
    });

    it.each([-24 * 3_600_000, 24 * 3_600_000])(
      '[S4] a lease ends in time when the clock was %d ms wrong',
      async wrong => {
        const { dialogues } = bench.store;
        await createDialogue(bench.store);
        const now = 100 * 24 * 3_600_000;
        await take(bench.store, 'here', now + wrong);
        const next = await dialogues.lease(dialogue, 'there', now + 60_000, 60_000);
        expect(next).toMatchObject({ node: 'there' });
      },
    );

    it('[S4] a renewed lease lasts longer', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      expect(await dialogues.renew(lease, 30_000, 60_000)).toBe(true);
      expect(await dialogues.lease(dialogue, 'there', 89_999, 60_000)).toBeNull();
    });

    it('[S4] a released lease is free at once and writes nothing more', async () => {
      const { dialogues } = bench.store;
      const lease = await createDialogue(bench.store);
      await dialogues.release(lease);
      expect(await dialogues.append(batch(lease, 0))).toBe('fenced');
      const next = await take(bench.store, 'there', 1);
      await dialogues.release(lease);
      expect(await dialogues.append(batch(next, 0))).toBe('appended');
    });

    it('[S4] of nodes that race for a free dialogue, one gets it', async () => {
      const { dialogues } = bench.store;
      await dialogues.release(await createDialogue(bench.store));
      const nodes = ['one', 'two', 'three', 'four', 'five'];
      const leases = await Promise.all(nodes.map(node => dialogues.lease(dialogue, node, 0, 60_000)));
      expect(leases.filter(lease => lease !== null)).toHaveLength(1);
    });

    it('[S4] there is no lease on a dialogue that does not exist', async () => {
      expect(await bench.store.dialogues.lease('nowhere', 'here', 0, 60_000)).toBeNull();
    });
  });
}
