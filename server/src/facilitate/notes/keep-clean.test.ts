import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { strayIn } from '@multaqa/shared/facilitate/notes/document/stray';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { keepClean } from './keep-clean.ts';

test('what does not belong into a note is taken out, also when the first attempt could not be written', async () => {
  const doc = new Y.Doc();
  let attempts = 0;
  let reports = 0;
  const clean = keepClean(doc, {
    async remove(change) {
      attempts += 1;
      if (attempts === 1) throw new Error('the disk is full');
      change(doc);
    },
    pause: async () => undefined,
    report: () => {
      reports += 1;
    },
  });
  await clean.changed();
  expect(attempts).toBe(0);
  doc.getXmlFragment(textName).insert(0, [new Y.XmlElement('script'), new Y.XmlElement('paragraph')]);
  await expect(clean.changed()).rejects.toThrow('the disk is full');
  await clean.changed();
  expect(strayIn(doc)).toEqual([]);
  expect([attempts, reports]).toEqual([2, 1]);
  await clean.changed();
  expect(attempts).toBe(2);
});
