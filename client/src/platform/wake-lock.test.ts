import { afterEach, expect, it, vi } from 'vitest';
import { holdScreenAwake } from './wake-lock.ts';

class Lock {
  released = false;
  async release() {
    this.released = true;
  }
}

/** A browser that hands out locks, and takes them back when the page is hidden. */
function browser() {
  const locks: Lock[] = [];
  const request = async () => {
    const lock = new Lock();
    locks.push(lock);
    return lock;
  };
  vi.stubGlobal('navigator', { wakeLock: { request } });
  const show = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    if (state === 'hidden') for (const lock of locks) lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  show('visible');
  return { locks, show };
}

const held = (locks: readonly Lock[]) => locks.filter(({ released }) => !released).length;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('the screen is held awake until it is called off', async () => {
  const { locks } = browser();
  const letGo = holdScreenAwake();
  await expect.poll(() => held(locks)).toBe(1);
  letGo();
  await expect.poll(() => held(locks)).toBe(0);
});

it('a page that is shown again holds the screen again, and only once', async () => {
  const { locks, show } = browser();
  const letGo = holdScreenAwake();
  await expect.poll(() => held(locks)).toBe(1);
  show('hidden');
  expect(held(locks)).toBe(0);
  show('visible');
  show('visible');
  await expect.poll(() => locks.length).toBe(3);
  await expect.poll(() => held(locks)).toBe(1);
  letGo();
  await expect.poll(() => held(locks)).toBe(0);
  show('visible');
  expect(held(locks)).toBe(0);
});

it('who lets go before the browser has answered holds nothing', async () => {
  const { locks } = browser();
  holdScreenAwake()();
  await expect.poll(() => locks.length).toBe(1);
  await expect.poll(() => held(locks)).toBe(0);
});

it('a browser without such locks is left as it is', () => {
  vi.stubGlobal('navigator', {});
  expect(() => holdScreenAwake()()).not.toThrow();
});
