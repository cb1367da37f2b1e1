import { expect, test, vi } from 'vitest';
import { openRefusedParts } from './refused-parts.ts';

const part = (id: string) => ({ id, refusal: 'documents.locked', update: new Uint8Array([1]), wanted: null });

test('what was refused of a document is there again for the next visit, until it is let go of', async () => {
  // These tests have no IndexedDB, as private windows of some browsers: then it lasts as long as the page.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const first = openRefusedParts('ben/board');
  await first.keep(part('one'));
  expect(first.all()).toEqual([]);
  first.put(part('two'));
  first.put({ ...part('one'), wanted: ['a'] });
  const again = openRefusedParts('ben/board');
  const other = openRefusedParts('ben/notes');
  await expect.poll(() => again.all()).toEqual([{ ...part('one'), wanted: ['a'] }, part('two')]);
  again.drop('two');
  await expect.poll(() => again.all().map(({ id }) => id)).toEqual(['one']);
  expect(other.all()).toEqual([]);
  vi.restoreAllMocks();
});
