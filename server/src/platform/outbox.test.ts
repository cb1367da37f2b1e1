import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Outbox, startOutbox } from './outbox.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

const minute = 60_000;

describe('the outbox', () => {
  let folder = '';
  let store: Store;
  let outbox: Outbox;
  let now = 1_700_000_000_000;
  const timers = new Set<{ instant: number; act: () => void }>();
  const tried: { key: string; at: number }[] = [];
  let failures = 0;

  const clock = {
    now: () => now,
    monotonic: () => now,
    follow() {},
    at(instant: number, act: () => void) {
      const timer = { instant, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  const start = () =>
    startOutbox(
      store.jobs,
      {
        async mail(_data, key) {
          tried.push({ key, at: now });
          if (tried.length <= failures) throw new Error('greylisted');
        },
      },
      clock,
      pino({ level: 'silent' }),
    );
  const pass = (ms: number) => {
    now += ms;
    for (const timer of [...timers]) {
      if (timer.instant > now) continue;
      timers.delete(timer);
      timer.act();
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'multaqa-outbox-'));
    store = await openStore({ kind: 'sqlite', folder });
    tried.length = 0;
    failures = 0;
    outbox = start();
  });
  afterEach(async () => {
    await outbox.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    timers.clear();
  });

  test('carries a job out once, however often it is ordered', async () => {
    await outbox.add('mail', 'to-ben', {});
    await outbox.add('mail', 'to-ben', {});
    await expect.poll(() => tried.length).toBe(1);
    pass(10 * minute);
    await outbox.add('mail', 'to-cleo', {});
    await expect.poll(() => tried.map(({ key }) => key)).toEqual(['to-ben', 'to-cleo']);
  });

  test('tries again after one minute, then after two, until it is done', async () => {
    failures = 2;
    const begun = now;
    await outbox.add('mail', 'to-ben', {});
    await expect.poll(() => tried.length).toBe(1);
    for (let at = 0; at < 5; at += 1) {
      pass(minute);
      await outbox.add('mail', `round-${at}`, {});
      await expect.poll(() => tried.some(({ key }) => key === `round-${at}`)).toBe(true);
    }
    const mine = tried.filter(({ key }) => key === 'to-ben').map(({ at }) => (at - begun) / minute);
    expect(mine.slice(0, 2)).toEqual([0, 1]);
    expect(new Set(mine).size).toBe(mine.length);
  });

  test('goes on after a restart', async () => {
    failures = 1;
    await outbox.add('mail', 'to-ben', {});
    await expect.poll(() => tried.length).toBe(1);
    await outbox.close();
    now += 2 * minute;
    outbox = start();
    await expect.poll(() => tried.length).toBe(2);
  });
});
