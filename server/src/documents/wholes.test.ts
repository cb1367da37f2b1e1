import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of } from './base64.ts';
import { packWhole, readWhole } from './wholes.ts';

test('what was packed is read as it was, and so is what earlier releases kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async bytes => {
      expect(readWhole(await packWhole(bytes))).toEqual(bytes);
      expect(readWhole(base64Of(bytes))).toEqual(bytes);
    }),
  );
});

test('words that people write take less than half', async () => {
  const words = Array.from(
    { length: 2_000 },
    (_, at) => `ما الذي ينجح في بلدية ${at % 97}؟ What works in town ${at}? `,
  );
  const bytes = new TextEncoder().encode(words.join(''));
  expect((await packWhole(bytes)).length).toBeLessThan(base64Of(bytes).length / 2);
});
