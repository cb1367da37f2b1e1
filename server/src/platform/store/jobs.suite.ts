import { describe, expect, it } from 'vitest';
import type { Bench } from '../testing/store-bench.ts';

const job = (key: string, due = 100) => ({ key, kind: 'mail', data: { to: `${key}@example.org` }, due });

export function jobsSuite(bench: Bench): void {
  describe('jobs', () => {
    it('[J2] a job is taken when it is due, the most overdue first', async () => {
      const { jobs } = bench.store;
      for (const [key, due] of Object.entries({ late: 100, later: 101, early: 99 })) await jobs.add(job(key, due));
      expect(await jobs.claim(98, 10, 5)).toEqual([]);
      expect(await jobs.claim(100, 10, 5)).toEqual([
        { ...job('early', 99), attempts: 1 },
        { ...job('late', 100), attempts: 1 },
      ]);
    });

    it('[J2] no more are taken than asked for', async () => {
      const { jobs } = bench.store;
      for (const key of ['a', 'b', 'c']) await jobs.add(job(key));
      expect(await jobs.claim(100, 10, 2)).toHaveLength(2);
      expect(await jobs.claim(100, 10, 2)).toHaveLength(1);
    });

    it('[J2] a taken job is free again when its taker fell silent', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim(100, 10, 5);
      expect(await jobs.claim(109, 10, 5)).toEqual([]);
      expect(await jobs.claim(110, 10, 5)).toEqual([{ ...job('a'), attempts: 2 }]);
    });

    it('[J2] jobs that several take at once are taken by one each', async () => {
      const { jobs } = bench.store;
      const keys = Array.from({ length: 20 }, (_, at) => `job-${at}`);
      for (const key of keys) await jobs.add(job(key));
      const taken: string[] = [];
      for (let round = 0; round < 20 && taken.length < keys.length; round += 1) {
        const claims = await Promise.all(Array.from({ length: 5 }, () => jobs.claim(100, 10, 3)));
        taken.push(...claims.flat().map(({ key }) => key));
      }
      expect(taken.sort()).toEqual(keys.sort());
    });

    it('[J2] a job that failed waits for its next time', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim(100, 1_000, 5);
      await jobs.retryAt('a', 200);
      expect(await jobs.claim(199, 10, 5)).toEqual([]);
      expect(await jobs.claim(200, 10, 5)).toEqual([{ ...job('a', 200), attempts: 2 }]);
    });

    it('[J1] [J2] a job that is done is never done again and says nothing of people', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a'));
      await jobs.claim(100, 10, 5);
      await jobs.done('a');
      await jobs.retryAt('a', 0);
      await jobs.add(job('a'));
      expect(await jobs.claim(1_000, 10, 5)).toEqual([]);
      await bench.store.close();
      expect(bench.place.dump().includes('a@example.org')).toBe(false);
      await bench.reopen();
    });

    it('[J1] ordering a waiting job again changes nothing', async () => {
      const { jobs } = bench.store;
      await jobs.add(job('a', 100));
      await jobs.add({ ...job('a', 50), data: { to: 'other' } });
      expect(await jobs.claim(99, 10, 5)).toEqual([]);
      expect(await jobs.claim(100, 10, 5)).toEqual([{ ...job('a', 100), attempts: 1 }]);
    });

    it('[S8] jobs are the same after opening again', async () => {
      await bench.store.jobs.add(job('a'));
      const { jobs } = await bench.reopen();
      expect(await jobs.claim(100, 10, 5)).toEqual([{ ...job('a'), attempts: 1 }]);
    });
  });
}
