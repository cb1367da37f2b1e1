import { docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { corpus, sentences } from '@multaqa/shared/facilitate/notes/document/paper/corpus.samples';
import { limits } from '@multaqa/shared/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Browser, openBrowser } from '../../app.samples.ts';
import { openMeeting } from '../../documents/meeting.samples.ts';

const corpusBytes = Y.encodeStateAsUpdate(docOf(corpus));

/** A file as a browser gets it. */
async function save(
  by: Browser,
  path: string,
): Promise<{ status: number; type: string | null; bytes: Buffer; headers: Headers }> {
  const response = await fetch(`${by.url}/api${path}`, { headers: { cookie: by.cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes, headers: response.headers };
}

test('notes are saved as a file of every kind, in the language that is asked for', async () => {
  const { app, dialogue, session, document, organiser, ben, browserOf } = await openMeeting();
  await app.documents.edit(dialogue, document, organiser.me(), doc => Y.applyUpdate(doc, corpusBytes));
  const path = (rest: string, room = 'plenary') => `/dialogues/${dialogue}/notes/notes/${session}/${room}/${rest}`;
  const begins = { pdf: '%PDF-', docx: 'PK', html: '<!doctype html>', md: '# ', json: '{' };
  for (const [format, start] of Object.entries(begins)) {
    const { status, bytes, headers } = await save(browserOf(ben), path(`${format}?language=ar`));
    expect([format, status, bytes.subarray(0, start.length).toString()]).toEqual([format, 200, start]);
    expect(headers.get('content-disposition')).toBe(`attachment; filename=notes.${format}`);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  }
  const { bytes } = await save(browserOf(ben), path('md?language=ar'));
  expect(bytes.toString()).toContain('# الملاحظات: القاعة العامة');
  expect(bytes.toString()).toContain('What blocks us?');
  expect(bytes.toString()).toContain(sentences[0]);
});

test('a file says who is named in it, and nobody who was forgotten', async () => {
  const { app, dialogue, session, document, organiser, ben, cleo, dina, browserOf } = await openMeeting();
  const mention = (person: string) => ({ type: 'mention', attrs: { person } });
  const note = docOf({ type: 'doc', content: [{ type: 'paragraph', content: [mention(cleo), mention(dina)] }] });
  await app.documents.edit(dialogue, document, organiser.me(), doc => Y.applyUpdate(doc, Y.encodeStateAsUpdate(note)));
  const path = `/dialogues/${dialogue}/notes/notes/${session}/plenary/md?language=de`;
  expect((await save(browserOf(ben), path)).bytes.toString()).toContain('@Cleo@Dina');
  expect(await organiser.command('people.remove', { people: [dina] })).toMatchObject({ ok: true });
  expect(await organiser.command('people.forget', { person: dina })).toMatchObject({ ok: true });
  expect((await save(browserOf(ben), path)).bytes.toString()).toContain('@Cleo@Name entfernt');
});

test('whoever may not read a document, or asks for one that there is not, hears the same', async () => {
  const { app, dialogue, session, organiser, ben, browserOf } = await openMeeting();
  const path = (kind: string, room: string, rest = 'md') =>
    `/dialogues/${dialogue}/notes/${kind}/${session}/${room}/${rest}`;
  const nothing = { status: 404, body: { refusal: 'unknown' } };
  const ask = (by: Browser, at: string) => by.get(at);
  expect(await ask(browserOf(ben), path('notes', '11111111-1111-4000-8000-000000000000'))).toEqual(nothing);
  expect(await ask(browserOf(ben), path('board', 'plenary'))).toEqual(nothing);
  expect(await ask(browserOf(ben), path('notes', 'lobby'))).toEqual(nothing);
  expect((await ask(openBrowser(app.url), path('notes', 'plenary'))).status).toBe(401);
  expect(await ask(browserOf(ben), path('notes', 'plenary', 'exe'))).toMatchObject({ status: 400 });
  expect(await ask(browserOf(ben), path('notes', 'plenary', 'md?language=xx'))).toMatchObject({ status: 400 });
  expect(await organiser.command('people.remove', { people: [ben] })).toMatchObject({ ok: true });
  expect((await ask(browserOf(ben), path('notes', 'plenary'))).status).toBeGreaterThan(400);
});

test('notes that nobody has written are an empty file, and too long ones are no PDF', async () => {
  const { app, dialogue, session, document, organiser, ben, browserOf } = await openMeeting();
  const path = (format: string) => `/dialogues/${dialogue}/notes/notes/${session}/plenary/${format}`;
  expect((await save(browserOf(ben), path('pdf'))).status).toBe(200);
  const long = docOf({
    type: 'doc',
    content: Array.from({ length: 40 }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'a'.repeat(limits.pdfNoteBytes / 40) }],
    })),
  });
  await app.documents.edit(dialogue, document, organiser.me(), doc => Y.applyUpdate(doc, Y.encodeStateAsUpdate(long)));
  expect(await browserOf(ben).get(path('pdf'))).toEqual({ status: 413, body: { refusal: 'too-large' } });
  expect((await save(browserOf(ben), path('md'))).bytes.length).toBeGreaterThan(limits.pdfNoteBytes);
});
