import { expect, test } from 'vitest';
import { daily } from './daily.ts';

const day = 24 * 3_600_000;

/** A clock that a test moves; `at` keeps one timer, as `daily` has. */
function handClock() {
  let now = 0;
  let due: { instant: number; act: () => void } | null = null;
  return {
    now: () => now,
    at(instant: number, act: () => void) {
      due = { instant, act };
      return () => {
        due = null;
      };
    },
    pass(ms: number) {
      now += ms;
      if (due && due.instant <= now) due.act();
    },
  };
}

test('what is daily runs at the start and each day, also after it failed, and not after it was stopped', async () => {
  const clock = handClock();
  const runs: number[] = [];
  const failures: unknown[] = [];
  const stop = daily(
    async () => {
      runs.push(clock.now());
      if (runs.length === 2) throw new Error('the database is busy');
    },
    clock,
    error => failures.push(error),
  );
  await expect.poll(() => runs).toEqual([0]);
  clock.pass(day - 1);
  clock.pass(1);
  await expect.poll(() => failures).toHaveLength(1);
  clock.pass(day);
  await expect.poll(() => runs).toEqual([0, day, 2 * day]);
  await stop();
  clock.pass(day);
  expect(runs).toEqual([0, day, 2 * day]);
});

test('who stops it waits for what runs', async () => {
  let finish = () => {};
  const steps: string[] = [];
  const act = () =>
    new Promise<void>(resolve => {
      steps.push('begun');
      finish = resolve;
    });
  const stop = daily(act, handClock(), error => steps.push(String(error)));
  await expect.poll(() => steps).toEqual(['begun']);
  const stopped = stop().then(() => steps.push('stopped'));
  steps.push('finished');
  finish();
  await stopped;
  expect(steps).toEqual(['begun', 'finished', 'stopped']);
});
