import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openClock } from './clock.ts';

const day = 24 * 3_600_000;

/** A system clock that somebody sets. */
function openSystem() {
  let step = 0;
  const failures: unknown[] = [];
  const clock = openClock({ wall: () => Date.now() + step, failed: error => failures.push(error) });
  return {
    clock,
    failures,
    set(ms: number) {
      step = ms;
    },
  };
}

describe('the clock', () => {
  test('no timer fires before its instant, and each fires', async () => {
    const { clock } = openSystem();
    const rung = await Promise.all(
      Array.from(
        { length: 1_000 },
        (_, at) =>
          new Promise<number>(resolve => {
            const instant = clock.now() + (at % 50);
            clock.at(instant, () => resolve(clock.now() - instant));
          }),
      ),
    );
    expect(Math.min(...rung)).toBeGreaterThanOrEqual(0);
  });

  test.each([-day, -10_000, day])('a step of %d ms moves neither the time nor a timer', async step => {
    const { clock, set } = openSystem();
    const before = clock.now();
    const rung = new Promise<void>(resolve => clock.at(before + 20, resolve));
    set(step);
    await rung;
    expect(Math.abs(clock.now() - before)).toBeLessThan(10_000);
  });

  test('when nothing is due it follows the system, and what still waits keeps its instant', async () => {
    const { clock, set } = openSystem();
    const tomorrow = new Promise<void>(resolve => clock.at(clock.now() + day, resolve));
    const before = clock.monotonic();
    set(day + 1_000);
    clock.follow();
    await tomorrow;
    expect(clock.now()).toBeGreaterThan(Date.now() + day);
    expect(clock.monotonic() - before).toBeLessThan(10_000);
    set(0);
    clock.follow();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(10_000);
  });

  test('what a timer throws is reported and ends nothing', async () => {
    const { clock, failures } = openSystem();
    clock.at(0, () => {
      throw new Error('a defect');
    });
    const isCalledOff = clock.at(0, () => failures.push('called off'));
    isCalledOff();
    await later(5);
    await expect.poll(() => failures).toEqual([new Error('a defect')]);
  });
});
