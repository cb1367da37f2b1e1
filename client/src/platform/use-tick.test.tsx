import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTick } from './use-tick.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

let drawn: string[] = [];

function Clock({ name, every }: { name: string; every: number | null }) {
  useTick(every);
  drawn.push(name);
  return null;
}

/** Who is drawn when so many ms have passed. */
function pass(ms: number): string[] {
  drawn = [];
  flushSync(() => void vi.advanceTimersByTime(ms));
  return drawn;
}

test('components of one pace are drawn together, by one timer, until the last of them has gone', () => {
  const root = createRoot(document.createElement('div'));
  const show = (...clocks: [name: string, every: number | null][]) =>
    flushSync(() => root.render(clocks.map(([name, every]) => <Clock key={name} name={name} every={every} />)));
  show(['one', 1_000], ['two', 1_000], ['still', null]);
  expect(vi.getTimerCount()).toBe(1);
  expect(pass(1_000)).toEqual(['one', 'two']);
  show(['one', 1_000]);
  expect(pass(1_000)).toEqual(['one']);
  flushSync(() => root.unmount());
  expect(vi.getTimerCount()).toBe(0);
});
