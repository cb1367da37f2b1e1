import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alertNow, announce, useAnnounced } from './announce.ts';

let start = 1_000_000;
beforeEach(() => {
  start += 1_000_000;
  vi.useFakeTimers({ now: start });
});
afterEach(() => void vi.useRealTimers());
const polite = () => useAnnounced.getState().polite;

test('of many messages within five seconds the first and the newest are said, what is urgent at once', () => {
  announce('one');
  announce('two');
  announce('three');
  expect(polite()).toBe('one');
  vi.advanceTimersByTime(4_999);
  expect(polite()).toBe('one');
  vi.advanceTimersByTime(1);
  expect(polite()).toBe('three');
  alertNow('you are in');
  expect(useAnnounced.getState().urgent).toBe('you are in');
});

test('whatever comes when, at most one message is said in five seconds, and the last one is said', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7_000), { minLength: 1, maxLength: 30 }), pauses => {
      const told: number[] = [];
      const stop = useAnnounced.subscribe((now, before) => now.polite !== before.polite && told.push(Date.now()));
      vi.advanceTimersByTime(10_000);
      const label = `${Date.now()}`;
      for (const [at, pause] of pauses.entries()) {
        announce(`${label} ${at}`);
        vi.advanceTimersByTime(pause);
      }
      vi.advanceTimersByTime(5_000);
      stop();
      expect(polite()).toBe(`${label} ${pauses.length - 1}`);
      for (const [at, time] of told.entries())
        if (at > 0) expect(time - (told[at - 1] ?? 0)).toBeGreaterThanOrEqual(5_000);
    }),
    { numRuns: 50 },
  );
});
