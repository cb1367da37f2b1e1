import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { limits } from '@multaqa/shared/limits';
import { expect, test } from 'vitest';
import { type Browser, newId, openBrowser } from '../../../app.samples.ts';
import { openMeeting } from '../../../documents/meeting.samples.ts';

/** A file as a browser gets it. */
async function save(by: Browser, path: string): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const response = await fetch(`${by.url}/api${path}`, { headers: { cookie: by.cookie } });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

async function openBoard() {
  const meeting = await openMeeting();
  const { app, dialogue, session, ben } = meeting;
  const name = `board:${session}/plenary`;
  const put = (...notes: readonly ReturnType<typeof noteOf>[]) =>
    app.documents.edit(dialogue, name, ben, doc => {
      for (const [at, note] of notes.entries()) addThing(doc, thingId(at), note);
    });
  const path = (rest: string, room = 'plenary') => `/dialogues/${dialogue}/board/${session}/${room}/${rest}`;
  return { ...meeting, put, path };
}

test('a board is saved as a file of every kind, in the language that is asked for', async () => {
  const { put, path, ben, browserOf } = await openBoard();
  await put(noteOf('صيانة شبكة المياه'), noteOf('<script>alert(1)</script>', { at: [300, 0, 200, 200, 0] }));
  const begins = { svg: '<svg xmlns', png: '\x89PNG', pdf: '%PDF-', csv: '\ufeff"الإطار"' };
  for (const [format, start] of Object.entries(begins)) {
    const { status, bytes, headers } = await save(browserOf(ben), path(`file/${format}?language=ar`));
    const encoding = format === 'png' ? 'latin1' : 'utf8';
    expect([format, status, bytes.toString(encoding).slice(0, start.length)]).toEqual([format, 200, start]);
    const name = encodeURIComponent(`اللوح القاعة العامة – What blocks us.${format}`);
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  }
  const { bytes } = await save(browserOf(ben), path('file/svg?language=ar'));
  expect(bytes.toString()).toContain('صيانة');
  expect(bytes.toString()).not.toContain('<script');
});

test('a table has a row for each note, and no formula that a spreadsheet would run', async () => {
  const { put, path, ben, browserOf } = await openBoard();
  await put(noteOf('=HYPERLINK("https://example.org")', { tags: ['water'] }), noteOf('Ada', { at: [0, 300, 9, 9, 0] }));
  const { bytes } = await save(browserOf(ben), path('file/csv'));
  const [head, first, second] = bytes.toString().split('\r\n');
  expect(head).toBe('\ufeff"Frame","Kind","Text","Tags","Colour","Written by","Dots","Outcome","Part of"');
  expect(first).toBe('"","Note","\'=HYPERLINK(""https://example.org"")","water","yellow","","","",""');
  expect(second).toContain('"Ada"');
});

test('whoever may not read a board, or asks for one that there is not, hears the same', async () => {
  const { app, path, organiser, ben, browserOf } = await openBoard();
  const nothing = { status: 404, body: { refusal: 'unknown' } };
  for (const rest of ['file/pdf', 'picture', `images/${newId()}`]) {
    expect(await browserOf(ben).get(path(rest, newId()))).toEqual(nothing);
    expect(await browserOf(ben).get(path(rest, 'lobby'))).toEqual(nothing);
    expect((await openBrowser(app.url).get(path(rest))).status).toBe(401);
  }
  expect(await browserOf(ben).get(path('file/exe'))).toMatchObject({ status: 400 });
  expect(await browserOf(ben).get(path('file/svg?language=xx'))).toMatchObject({ status: 400 });
  expect(await organiser.command('people.remove', { people: [ben] })).toMatchObject({ ok: true });
  expect((await browserOf(ben).get(path('file/svg'))).status).toBeGreaterThan(400);
});

test('[B10] a file with the hosts’ layer is for hosts alone, and a file of the board has nothing of it', async () => {
  const { app, dialogue, session, put, path, organiser, ben, browserOf } = await openBoard();
  await put(noteOf('Wells'));
  await app.documents.edit(dialogue, `hostboard:${session}/plenary`, organiser.me(), doc => {
    addThing(doc, thingId(7), noteOf('سر', { at: [300, 0, 200, 200, 0] }));
  });
  const withLayer = (format: string) => path(`file/${format}?language=en`).replace('/board/', '/hostboard/');
  const host = browserOf(organiser.me());
  for (const format of ['svg', 'png', 'pdf', 'csv']) {
    expect([format, (await save(browserOf(ben), withLayer(format))).status]).toEqual([format, 404]);
    expect([format, (await save(host, withLayer(format))).status]).toEqual([format, 200]);
  }
  const drawn = (await save(host, withLayer('svg'))).bytes.toString();
  expect([drawn.includes('Wells'), drawn.includes('سر')]).toEqual([true, true]);
  const rows = (await save(host, withLayer('csv'))).bytes.toString().split('\r\n');
  expect(rows[0]).toContain('"Layer","Frame"');
  expect(rows[1]).toMatch(/^"",.*Wells/);
  expect(rows[2]).toMatch(/^"Hosts’ layer",.*سر/);
  for (const by of [host, browserOf(ben)])
    for (const format of ['svg', 'csv'])
      expect((await save(by, path(`file/${format}`))).bytes.toString()).not.toContain('سر');
});

test('a picture for weak lines says everything once, and then what has changed', async () => {
  const { put, path, ben, browserOf } = await openBoard();
  const ask = async (since = '') => (await browserOf(ben).get(path(`picture?since=${since}`))).body as never;
  expect(await ask()).toMatchObject({ whole: true, things: [], gone: [] });
  await put(noteOf('Ada'), noteOf('Ben'));
  const { mark, things } = (await ask()) as { mark: string; things: string[] };
  expect(things.map(text => JSON.parse(text).text)).toEqual(['Ada', 'Ben']);
  expect(await ask(mark)).toEqual({ mark, whole: false, things: [], gone: [] });
  await put(noteOf('Ada'), noteOf('Cleo'));
  const changed = (await ask(mark)) as { things: string[]; whole: boolean };
  expect([changed.whole, changed.things.map(text => JSON.parse(text).text)]).toEqual([false, ['Cleo']]);
  expect(await ask('nothing-known')).toMatchObject({ whole: true });
});

test('a board with as many things as it may have becomes a file', { timeout: 60_000 }, async () => {
  const { app, dialogue, session, ben, path, browserOf } = await openBoard();
  await app.documents.edit(dialogue, `board:${session}/plenary`, ben, doc => {
    for (let at = 0; at < limits.boardThings; at += 1)
      addThing(doc, thingId(at), noteOf('بئر', { at: [(at % 80) * 220, Math.floor(at / 80) * 220, 200, 200, 0] }));
  });
  expect((await save(browserOf(ben), path('file/png'))).status).toBe(200);
});
