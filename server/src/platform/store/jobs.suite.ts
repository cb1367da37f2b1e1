import { describe, expect, it } from 'vitest';
import type { Bench } from '../testing/store-bench.ts';
import type { Queue } from './store.ts';

const job = (key: string, due = 100, queue: Queue = 'mail') => ({
  queue,
  key,
  kind: 'letter',
  data: { to: `${key}@example.org` },
  due,
});

export function jobsSuite(bench: Bench): void {
  describe('jobs', () => {
    it('[J2] a job is taken when it is due, the most overdue first', async () => {
      const { jobs } = bench.store;
      for (const [key, due] of Object.entries({ late: 100, later: 101, early: 99 })) await jobs.add(job(key, due));
      expect(await jobs.claim('mail', 98, 10, 5)).toEqual([]);
      expect(await jobs.claim('mail', 100, 10, 5)).toEqual([
        { ...job('early', 99), attempts: 1 },
        { ...job('late', 100), attempts: 1 },
      ]);
    });

    it('[J2] the longest overdue job of a queue is known until it ends', async () => {
      const { jobs } = bench.store;
      expect(await jobs.overdueSince('mail', 100)).toBeNull();
      for (const [key, due] of Object.entries({ late: 100, later: 101, early: 99 })) await jobs.add(job(key, due));
      await jobs.add(job('other', 1, 'work'));
      expect([await jobs.overdueSince('mail', 98), await jobs.overdueSince('mail', 200)]).toEqual([null, 99]);
      await jobs.done('early');
      expect(await jobs.overdueSince('mail', 200)).toBe(100);
    });

    it('[J2] no more are taken than asked for', async () => {
      const { jobs } = bench.store;
      for (const key of ['a', 'b', 'c']) await jobs.add(job(key));
      expect(await jobs.claim('mail', 100, 10, 2)).toHaveLength(2);
      expect(await jobs.claim('mail', 100, 10, 2)).toHaveLength(1);
    });

    it('[J2] a taken job is free again when its taker fell silent', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim('mail', 100, 10, 5);
      expect(await jobs.claim('mail', 109, 10, 5)).toEqual([]);
      expect(await jobs.claim('mail', 110, 10, 5)).toEqual([{ ...job('a'), attempts: 2 }]);
    });

    it('[J2] jobs that several take at once are taken by one each', async () => {
      const { jobs } = bench.store;
      const keys = Array.from({ length: 20 }, (_, at) => `job-${at}`);
      for (const key of keys) await jobs.add(job(key));
      const taken: string[] = [];
      for (let round = 0; round < 20 && taken.length < keys.length; round += 1) {
        const claims = await Promise.all(Array.from({ length: 5 }, () => jobs.claim('mail', 100, 10, 3)));
        taken.push(...claims.flat().map(({ key }) => key));
      }
      expect(taken.sort()).toEqual(keys.sort());
    });

    it('[J2] a job that failed waits for its next time', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim('mail', 100, 1_000, 5);
      await jobs.retryAt({ key: 'a', attempts: 1 }, 200);
      expect(await jobs.claim('mail', 199, 10, 5)).toEqual([]);
      expect(await jobs.claim('mail', 200, 10, 5)).toEqual([{ ...job('a', 200), attempts: 2 }]);
    });

    it('[J1] [J2] a job that is done is never done again and says nothing of people', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim('mail', 100, 10, 5);
      await jobs.done('a');
      await jobs.retryAt({ key: 'a', attempts: 1 }, 0);
      await jobs.add(job('a'));
      expect(await jobs.claim('mail', 1_000, 10, 5)).toEqual([]);
      await bench.store.close();
      expect(bench.place.dump().includes('a@example.org')).toBe(false);
      await bench.reopen();
    });

    it('[J1] ordering a waiting job again changes nothing', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a', 100));
      await jobs.add({ ...job('a', 50), data: { to: 'other' } });
      expect(await jobs.claim('mail', 99, 10, 5)).toEqual([]);
      expect(await jobs.claim('mail', 100, 10, 5)).toEqual([{ ...job('a', 100), attempts: 1 }]);
    });

    it('[S8] jobs are the same after opening again', async () => {
      await bench.store.jobs.add(job('a'));
      const { jobs } = await bench.reopen();
      expect(await jobs.claim('mail', 100, 10, 5)).toEqual([{ ...job('a'), attempts: 1 }]);
    });

    it('[J3] a queue gives its own jobs alone, however many of the other wait', async () => {
      const { jobs } = bench.store;
      for (const key of ['a', 'b', 'c']) await jobs.add(job(key, 1, 'work'));
      await jobs.add(job('letter', 50));
      expect(await jobs.claim('mail', 100, 10, 1)).toEqual([{ ...job('letter', 50), attempts: 1 }]);
      expect(await jobs.claim('mail', 100, 10, 5)).toEqual([]);
      expect((await jobs.claim('work', 100, 10, 5)).map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
    });

    it('[J4] a taken job is nobody else’s for as long as its taker keeps it', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      const [taken] = await jobs.claim('mail', 100, 10, 1);
      if (!taken) throw new Error('not taken');
      expect(await jobs.keep(taken, 130)).toBe(true);
      expect(await jobs.claim('mail', 129, 10, 1)).toEqual([]);
      const [again] = await jobs.claim('mail', 130, 10, 1);
      expect(again).toMatchObject({ key: 'a', attempts: 2 });
    });

    it('[J4] who lost a job neither keeps it nor frees it', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      const [first] = await jobs.claim('mail', 100, 10, 1);
      if (!first) throw new Error('not taken');
      await jobs.claim('mail', 110, 10, 1);
      expect(await jobs.keep(first, 500)).toBe(false);
      await jobs.retryAt(first, 0);
      await jobs.giveBack(first);
      expect(await jobs.claim('mail', 119, 10, 1)).toEqual([]);
      expect(await jobs.claim('mail', 120, 10, 1)).toMatchObject([{ attempts: 3 }]);
    });

    it('[J4] a job that was given back is free at once, and the attempt does not count', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      const [taken] = await jobs.claim('mail', 100, 1_000, 1);
      if (!taken) throw new Error('not taken');
      await jobs.giveBack(taken);
      expect(await jobs.claim('mail', 100, 10, 1)).toEqual([{ ...job('a'), attempts: 1 }]);
    });

    it('[J5] a job that has ended, however it did, is never taken again and says why', async () => {
      const { jobs } = bench.store;
      expect(await jobs.find('a')).toBeNull();
      for (const key of ['a', 'b', 'c']) await jobs.add(job(key));
      const [taken] = await jobs.claim('mail', 100, 10, 1);
      if (!taken) throw new Error('not taken');
      await jobs.done('c');
      expect(await jobs.end('a', 'failed', 'too large')).toBe(true);
      expect(await jobs.end('b', 'cancelled', null)).toBe(true);
      for (const key of ['a', 'b', 'c']) expect(await jobs.end(key, 'cancelled', 'late')).toBe(false);
      expect(await jobs.keep(taken, 500)).toBe(false);
      await jobs.retryAt(taken, 0);
      for (const key of ['a', 'b', 'c']) await jobs.add(job(key));
      expect(await jobs.claim('mail', 10_000, 10, 5)).toEqual([]);
      expect(await jobs.find('a')).toMatchObject({ status: 'failed', reason: 'too large' });
      expect(await jobs.find('b')).toEqual({ status: 'cancelled', attempts: 0, reason: null });
      expect(await jobs.find('c')).toMatchObject({ status: 'done', reason: null });
      await bench.store.close();
      expect(bench.place.dump()).not.toContain('@example.org');
      await bench.reopen();
    });
  });
}
