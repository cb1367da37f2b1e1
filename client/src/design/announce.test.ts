import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alertNow, announce, useAnnounced } from './announce.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
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
