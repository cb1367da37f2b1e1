import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { base64Of } from './base64.ts';
import { loadedFrom } from './loaded.ts';
import { packWhole, readWhole } from './wholes.ts';

test('what was packed is read as it was, and so is what earlier releases kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000, size: 'max' }), async bytes => {
      expect(readWhole(await packWhole(bytes))).toEqual(bytes);
      expect(readWhole(base64Of(bytes))).toEqual(bytes);
    }),
  );
});

test('a document that was kept packed is as large when it is loaded as when it was kept', async () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'words '.repeat(10_000));
  const bytes = Y.encodeStateAsUpdate(doc);
  const kept = { snapshot: { at: 1, whole: await packWhole(bytes) }, updates: [], clients: [], at: 1 };
  const loaded = loadedFrom('notes:s/plenary', kept, (_, error) => {
    throw error;
  });
  expect(loaded.size).toBe(bytes.length);
  expect(loaded.doc.getText('text').length).toBe(60_000);
});

test('words that people write take less than half', async () => {
  const words = Array.from(
    { length: 2_000 },
    (_, at) => `ما الذي ينجح في بلدية ${at % 97}؟ What works in town ${at}? `,
  );
  const bytes = new TextEncoder().encode(words.join(''));
  expect((await packWhole(bytes)).length).toBeLessThan(base64Of(bytes).length / 2);
});
