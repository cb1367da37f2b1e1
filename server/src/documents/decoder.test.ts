import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { openDecoder } from './decoder.ts';

/** What somebody writes who puts this into a document. */
function updateWith(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1_001;
  act(doc);
  return Y.encodeStateAsUpdate(doc);
}

it('[N2] an update that outgrows its thread costs itself alone: what came with it and after it is read', async () => {
  const decoder = openDecoder(pino({ level: 'silent' }));
  onTestFinished(decoder.close);
  const small = updateWith(doc => doc.getText('text').insert(0, 'small'));
  // Two bytes each on the wire, and an object each in memory.
  const greedy = updateWith(doc =>
    doc.getArray('list').insert(
      0,
      Array.from({ length: 4_000_000 }, () => ({})),
    ),
  );
  const found = await decoder.read([small, greedy, small]);
  expect(found.map(one => one !== null)).toEqual([true, false, true]);
  expect(decoder.deaths()).toBeGreaterThan(0);
  expect(await decoder.read([small])).toHaveLength(1);
});
