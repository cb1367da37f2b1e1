import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readNote } from '@multaqa/shared/facilitate/notes/document/note-json';
import { anyNote, docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { corpus, people, sentences } from '@multaqa/shared/facilitate/notes/document/paper/corpus.samples';
import { type Language, languages } from '@multaqa/shared/kernel/languages';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { temporaryFolder } from '../../../platform/testing/folder.ts';
import { type PaperFormat, paperFormats } from './formats.ts';
import { run } from './paper.task.ts';

/** What people write comes back from each kind of file, as other programs read it. */
const program = promisify(execFile);
const control = { progress: () => {}, isCancelled: () => false, signal: new AbortController().signal };
const bytes = Y.encodeStateAsUpdate(docOf(corpus));
const titles: Record<Language, string> = {
  en: 'Notes: Room 3',
  ar: 'ملاحظات: القاعة 3',
  fr: 'Notes : salle 3',
  de: 'Notizen: Raum 3',
};
const frameIn = (language: Language) => ({ title: titles[language], details: ['Transport & النقل'], language, people });
const made = async (format: PaperFormat, language: Language, update = bytes) =>
  run({ bytes: update, format, frame: frameIn(language) }, control);
const textOf = async (format: 'html' | 'md' | 'json', language: Language) =>
  new TextDecoder().decode(await made(format, language));

/** Marks that only say how a text runs; readers of files add them and leave them out. */
const runMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const oneLine = (text: string) => text.replace(runMarks, '').replace(/\s+/g, ' ').trim();

const { folder, remove } = temporaryFolder();
afterAll(remove);

describe('a Word file, opened with LibreOffice', () => {
  test.concurrent('has every sentence as it was written, in each language of the file', {
    timeout: 60_000,
  }, async () => {
    const files = await Promise.all(
      languages.map(async language => {
        const file = join(folder, `${language}.docx`);
        await writeFile(file, await made('docx', language));
        return file;
      }),
    );
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    await program('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, ...files]);
    for (const language of languages) {
      const lines = (await readFile(join(folder, `${language}.txt`), 'utf8')).split('\n').map(oneLine);
      for (const sentence of [titles[language], ...sentences]) expect(lines).toContain(oneLine(sentence));
      for (const cell of ['إنشاء حديقة', 'Jürgen Groß', 'تحسين | النقل', 'إنشاء لجنة مشتركة بين Sfax و Bonn'])
        expect(lines).toContain(cell);
    }
  });
});

describe('a PDF, read with pdftotext', () => {
  /**
   * The reader tells lines that mix directions in the order in which they are seen, and puts vowel marks before their letters. So each
   * stretch of one script is looked for, in its order, without these marks.
   */
  const oneScript =
    /[\p{Script=Arabic}&&\p{L}]+( [\p{Script=Arabic}&&\p{L}]+)*|[\p{Script=Latin}]+( [\p{Script=Latin}]+)*/gv;
  const stretches = (text: string) => [...unmarked(text).matchAll(oneScript)].map(([stretch]) => stretch);
  const unmarked = (text: string) => oneLine(text).normalize('NFD').replace(/\p{M}/gu, '');

  test.each(languages)('has every word of every sentence, in its order: a file in %s', async language => {
    const file = join(folder, `${language}.pdf`);
    await writeFile(file, await made('pdf', language));
    const { stdout } = await program('pdftotext', [file, '-']);
    const text = unmarked(stdout);
    // Three alefs with marks on them in one word are told twice each; all other words are exact.
    for (const sentence of sentences) {
      for (const stretch of stretches(sentence.replace('أَإِآ', ''))) expect(text).toContain(stretch);
    }
    for (const digits of ['٢٠٢٦/١١/٢٣', '١٢٣', '100', '3.5.2026', '🙂', '👍', '*stars* _lines_ `ticks` <b>tags</b>'])
      expect(text).toContain(digits);
  });

  test('is tagged, says its title and its language, and is the same each time', async () => {
    const file = join(folder, 'tagged.pdf');
    await writeFile(file, await made('pdf', 'ar'));
    const { stdout } = await program('pdfinfo', [file]);
    expect(stdout).toMatch(/Tagged: +yes/);
    expect(stdout).toContain(`Title:           ${titles.ar}`);
    expect(Buffer.from(await made('pdf', 'ar')).equals(await readFile(file))).toBe(true);
    expect(Buffer.from(await readFile(file)).toString('latin1')).toContain('/Lang (ar)');
  });
});

describe('every kind of file', () => {
  test('is made of any note, and of a document that nobody has written in', async () => {
    await fc.assert(
      fc.asyncProperty(anyNote, fc.constantFrom(...languages), async (note, language) => {
        const update = Y.encodeStateAsUpdate(docOf(note));
        for (const format of Object.keys(paperFormats) as PaperFormat[])
          expect((await made(format, language, update)).length).toBeGreaterThan(30);
      }),
      { numRuns: 25 },
    );
    for (const format of Object.keys(paperFormats) as PaperFormat[])
      expect((await made(format, 'fr', Y.encodeStateAsUpdate(new Y.Doc()))).length).toBeGreaterThan(30);
  });

  test('is made of blocks that lie in each other as deep as they may', async () => {
    let block: Parameters<typeof docOf>[0] = { type: 'paragraph', content: [{ type: 'text', text: 'deep down' }] };
    for (let depth = 1; depth < 23; depth += 2)
      block = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, block] }] };
    const update = Y.encodeStateAsUpdate(docOf({ type: 'doc', content: [block] }));
    const file = join(folder, 'deep.pdf');
    await writeFile(file, await made('pdf', 'en', update));
    expect((await program('pdftotext', [file, '-'])).stdout).toContain('deep down');
    expect((await made('docx', 'en', update)).length).toBeGreaterThan(1_000);
  });

  test('as text has every sentence: HTML, Markdown and JSON, which holds the whole note', async () => {
    const json = JSON.parse(await textOf('json', 'de'));
    expect(json).toMatchObject({ format: 'multaqa-note', version: 1, language: 'de', people });
    expect(json.document).toEqual(readNote(bytes).toJSON());
    expect(json.outcomes).toMatchObject([
      {
        kind: 'commitment',
        due: '2026-12-01',
        title: 'إنشاء لجنة مشتركة بين Sfax و Bonn',
        translation: { language: 'en' },
      },
      { kind: 'gap', title: 'Wo fehlt Geld?' },
    ]);
    const html = await textOf('html', 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    for (const sentence of sentences.slice(0, 2)) {
      expect(html).toContain(`<p dir="rtl">${sentence}</p>`);
      expect(await textOf('md', 'ar')).toContain(sentence);
    }
  });
});
