import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startAlarm } from './alarm.ts';

const logger = pino({ level: 'silent' });

/** A clock that a test moves, and an alarm that asks the test what a ring brings. */
function openBench(ring: (dialogue: string) => Promise<number | null>) {
  let now = 0;
  const timers = new Set<{ instant: number; act: () => void }>();
  const alarm = startAlarm(
    {
      now: () => now,
      monotonic: () => now,
      follow() {},
      at(instant, act) {
        const timer = { instant, act };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    logger,
    ring,
  );
  return {
    alarm,
    next: () => Math.min(...[...timers].map(({ instant }) => instant)),
    /** Moves on to the next timer and lets it do its work. */
    async pass() {
      const timer = [...timers].sort((a, b) => a.instant - b.instant)[0];
      if (!timer) throw new Error('nothing waits');
      timers.delete(timer);
      now = Math.max(now, timer.instant);
      timer.act();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      return now;
    },
  };
}

test('a ring that fails, or brings nothing, is repeated after pauses that grow up to a minute', async () => {
  let rings = 0;
  const { alarm, next, pass } = openBench(async () => {
    rings += 1;
    if (rings % 2) throw new Error('the disk is full');
    return 100;
  });
  alarm.set('one', 100);
  expect(await pass()).toBe(100);
  const pauses: number[] = [];
  for (let at = 0; at < 9; at += 1) {
    const before = next();
    pauses.push((await pass()) - (pauses.length ? pauses.reduce((sum, pause) => sum + pause, 100) : 100));
    expect(before).toBeGreaterThan(100);
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test('after a ring the next deadline is waited for, also one that was set meanwhile', async () => {
  const deadlines: (number | null)[] = [500, null];
  const { alarm, next, pass } = openBench(async () => {
    const told = deadlines.shift() ?? null;
    if (told === 500) alarm.set('one', 300);
    return told;
  });
  alarm.set('one', 100);
  await pass();
  // What was set during the ring is newer than what the ring came back with.
  expect(next()).toBe(300);
  await pass();
  expect(next()).toBe(Number.POSITIVE_INFINITY);
});

test('setting the same deadline again changes nothing, null forgets it', () => {
  const { alarm, next } = openBench(async () => null);
  alarm.set('one', 100);
  alarm.set('one', 100);
  expect(next()).toBe(100);
  alarm.set('one', null);
  expect(next()).toBe(Number.POSITIVE_INFINITY);
});
