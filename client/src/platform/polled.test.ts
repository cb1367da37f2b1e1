import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPolled } from './polled.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it is asked while somebody looks, once for all of them, and not any more when nobody does', async () => {
  let asked = 0;
  const seen: (number | null)[] = [];
  const polled = openPolled(async () => ++asked, 1_000);
  const look = () => polled.subscribe(() => seen.push(polled.current()));
  const [first, second] = [look(), look()];
  await vi.advanceTimersByTimeAsync(2_500);
  expect(asked).toBe(3);
  expect(seen).toEqual([1, 1, 2, 2, 3, 3]);
  first();
  second();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toBe(3);
});

test('what could not be asked leaves what is known', async () => {
  const answers: (number | null)[] = [7, null];
  const polled = openPolled(async () => answers.shift() ?? null, 1_000);
  const stop = polled.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(3_000);
  expect(polled.current()).toBe(7);
  stop();
});
