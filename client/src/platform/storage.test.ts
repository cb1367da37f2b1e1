import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { deviceStore, memoryStore } from './storage.ts';

afterEach(() => void vi.restoreAllMocks());

const key = fc.tuple(fc.constantFrom('ada', 'adam', 'ben'), fc.nat(20)).map(([owner, at]) => `${owner}/${at}`);
const deeds = fc.array(fc.record({ key, value: fc.option(fc.nat()) }), { maxLength: 30 });

it.each([
  ['a store in memory', memoryStore],
  // The documents of these tests have no IndexedDB, as private windows of some browsers.
  ['a store of a browser without a database', () => deviceStore('test')],
])('%s lists the newest values of one owner, in the order of their keys', async (_, open) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(deeds, async done => {
      const store = open();
      const model = new Map<string, number>();
      for (const { key: at, value } of done) {
        if (value === null) {
          model.delete(at);
          await store.remove(at);
        } else {
          model.set(at, value);
          await store.put(at, value);
        }
      }
      const expected = [...model].filter(([at]) => at.startsWith('ada/')).sort(([a], [b]) => (a < b ? -1 : 1));
      expect(await store.list('ada/')).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
