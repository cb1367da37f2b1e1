import { beforeEach, expect, it, vi } from 'vitest';

const visibility = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

/** The page as it is after it was loaded: nothing of it is in memory. */
async function load(): Promise<string> {
  vi.resetModules();
  const { tabId } = await import('./tab-id.ts');
  expect(tabId()).toBe(tabId());
  return tabId();
}

beforeEach(() => {
  sessionStorage.clear();
  visibility('visible');
});

it('a tab is the same tab after a reload', async () => {
  const before = await load();
  dispatchEvent(new Event('pagehide'));
  expect(await load()).toBe(before);
});

it('a tab that the browser ended in the background is the same tab when it is back', async () => {
  const before = await load();
  visibility('hidden');
  expect(await load()).toBe(before);
});

it('a tab that was duplicated while somebody looked at it is another tab', async () => {
  const before = await load();
  expect({ ...sessionStorage }).toEqual({});
  expect(await load()).not.toBe(before);
});
