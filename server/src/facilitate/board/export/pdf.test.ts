import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { thingsOfTemplate } from '@multaqa/shared/facilitate/board/templates/make-template';
import type { Language } from '@multaqa/shared/kernel/languages';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { temporaryFolder } from '../../../platform/testing/folder.ts';
import { run } from './board.task.ts';

const program = promisify(execFile);
const still = { progress: () => {}, isCancelled: () => false, signal: new AbortController().signal };
const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Sets a board with a gap map and notes below it; what programs read in the PDF. */
async function read(language: Language, notes: readonly string[]) {
  const doc = new Y.Doc();
  const ids = Array.from({ length: 20 }, (_, at) => thingId(900 + at));
  for (const [id, thing] of thingsOfTemplate('gaps', ids, { at: [0, 0], z: 0, direction: 'rtl' }))
    addThing(doc, id, thing);
  for (const [at, words] of notes.entries())
    addThing(doc, thingId(at), noteOf(words, { at: [(at % 8) * 230, 1_000 + Math.floor(at / 8) * 230, 200, 200, 0] }));
  const frame = {
    language,
    title: 'اللوح: القاعة العامة',
    session: 'What blocks us?',
    clients: {},
    people: {},
    dots: {},
  };
  const asked = { bytes: Y.encodeStateAsUpdate(doc), above: null, format: 'pdf', frame, images: {} } as const;
  const file = join(folder, `${language}.pdf`);
  await writeFile(file, await run(asked, still));
  const [text, about] = await Promise.all([program('pdftotext', [file, '-']), program('pdfinfo', [file])]);
  return { text: text.stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''), about: about.stdout };
}

test('words of both directions are found in a PDF, as people wrote them', async () => {
  const { text, about } = await read('ar', ['لا أحد يصلح المضخات', 'Nobody repairs the pumps', 'المياه في المدارس']);
  for (const words of ['الاحتياجات', 'لا أحد', 'المضخات', 'Nobody', 'repairs the', 'المياه في', 'What blocks us'])
    expect(text).toContain(words);
  expect(about).toMatch(/Title: +اللوح: القاعة العامة/);
});

test('a PDF is a sheet of A4, and of a board that would be too small on it several', async () => {
  const sheets = async (count: number) => {
    const { text, about } = await read(
      'en',
      Array.from({ length: count }, (_, at) => `well${at}`),
    );
    expect(about).toMatch(/\(A4\)/);
    return { text, pages: Number(/Pages: +(\d+)/.exec(about)?.[1]) };
  };
  expect(await sheets(1)).toMatchObject({ pages: 1 });
  const large = await sheets(120);
  expect(large.pages).toBeGreaterThan(2);
  expect(large.text).toContain(`${large.pages}/${large.pages}`);
  for (const at of [0, 60, 119])
    expect(large.text.match(new RegExp(`\\bwell${at}\\b`, 'g'))?.length).toBeGreaterThan(1);
});
