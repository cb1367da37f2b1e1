import { limits } from '@multaqa/shared/limits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  hurriedClock,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from '../../app.samples.ts';
import { connect } from '../../client.samples.ts';
import { smallFiles } from '../../platform/media-type.samples.ts';

const clock = hurriedClock();
const [cleo, dina, session, grouping] = [newId(), newId(), newId(), newId()];
const room = `${session}/${newId()}`;
const page = Buffer.from('<script>alert(1)</script>');

let app: TestApp;
let ada: Browser;
let dialogue = '';
let organiser: Awaited<ReturnType<typeof connect>>;
const guests: { [person: string]: Browser } = {};

beforeAll(async () => {
  app = await startTestApp({ clock });
  ({ ada, dialogue } = await foundDialogue(app));
  organiser = await connect(ada, dialogue);
  await organiser.command('people.add', { people: [card(cleo, 'Cleo'), card(dina, 'Dina')] });
  const links = await copyLinks(ada, dialogue, [cleo, dina]);
  for (const person of [cleo, dina]) guests[person] = await redeem(app.url, links[person] ?? '');
  const plan = {
    session,
    title: 'Green jobs',
    goal: '',
    startsAt: 1_700_000_000_000,
    minutes: 60,
    zone: 'Europe/Berlin',
  };
  await organiser.command('sessions.plan', plan);
  const rooms = [{ room, names: {}, mark: 0, cluster: null }];
  await organiser.command('breakouts.prepare', {
    ...{ grouping, session, title: 'Two and two', way: 'hand', round: null, rooms, sizes: [1], people: [cleo] },
  });
});
afterAll(async () => {
  organiser.close();
  await app.stop();
});

const path = (rest = '') => `/dialogues/${dialogue}/files${rest}`;

async function part(by: Browser, file: string, at: number | string, bytes: Uint8Array) {
  const response = await fetch(`${app.url}/api${path(`/${file}/parts/${at}`)}`, {
    method: 'POST',
    headers: { origin: app.url, cookie: by.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const begin = (by: Browser, file: string, size: number) => by.post(path(), { file, size });

/** Sends a file as a browser does; what the last answer was. */
async function send(by: Browser, file: string, bytes: Uint8Array) {
  let last = await begin(by, file, bytes.length);
  for (let at = 0; at * limits.filePartBytes < bytes.length && last.status === 200; at += 1) {
    clock.pass(200);
    last = await part(by, file, at, bytes.subarray(at * limits.filePartBytes, (at + 1) * limits.filePartBytes));
  }
  return last;
}

const attach = (file: string, title: string, type: string, bytes: number) => {
  const material = { material: newId(), kind: 'file', title, file, type, bytes };
  return organiser.command('breakouts.attach', { grouping, room, material });
};

async function download(by: Browser, file: string) {
  const response = await fetch(`${app.url}/api${path(`/${file}`)}`, { headers: { cookie: by.cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A picture of so many bytes: what follows its beginning is not looked at. */
const picture = (size: number) => Buffer.concat([smallFiles['image/png'] ?? Buffer.alloc(0), Buffer.alloc(size)], size);

describe('sending a file', () => {
  test.each(Object.entries(smallFiles))('%s is taken for what is in it', async (_, bytes) => {
    const { status, body } = await send(ada, newId(), bytes);
    expect([status, typeof body.type]).toEqual([200, 'string']);
  });

  test('a file in many parts comes back as it was sent, byte by byte', async () => {
    const [file, bytes] = [newId(), picture(3 * limits.filePartBytes + 1)];
    expect(await send(ada, file, bytes)).toEqual({ status: 200, body: { parts: 4, type: 'png' } });
    await attach(file, 'map.png', 'png', bytes.length);
    expect((await download(ada, file)).bytes.equals(bytes)).toBe(true);
  });

  test('after a break it goes on with the part that is missing; one that comes twice is there once', async () => {
    const [file, bytes] = [newId(), picture(2 * limits.filePartBytes)];
    const first = bytes.subarray(0, limits.filePartBytes);
    await begin(ada, file, bytes.length);
    await part(ada, file, 0, first);
    expect((await begin(ada, file, bytes.length)).body).toEqual({ parts: 1, type: null });
    expect((await part(ada, file, 0, first)).body).toEqual({ parts: 1, type: null });
    expect((await part(ada, file, 1, bytes.subarray(limits.filePartBytes))).body).toEqual({ parts: 2, type: 'png' });
  });

  test.each([
    ['a program', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)])],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ])('%s is refused and not kept', async (_, bytes) => {
    const file = newId();
    expect(await send(ada, file, bytes)).toEqual({ status: 400, body: { refusal: 'files.kind' } });
    expect((await begin(ada, file, bytes.length)).body).toEqual({ parts: 0, type: null });
  });

  test('a file has as many bytes as the limit says, not one more', async () => {
    expect((await begin(ada, newId(), limits.fileBytes)).status).toBe(200);
    expect((await begin(ada, newId(), limits.fileBytes + 1)).status).toBe(413);
    expect((await begin(ada, newId(), 0)).status).toBe(400);
  });

  test('a part has the bytes that belong to its place, no others', async () => {
    const file = newId();
    await begin(ada, file, 10);
    for (const [at, size] of [
      [0, 9],
      [0, 11],
      [1, 10],
      [-1, 10],
      ['x', 10],
    ] as const)
      expect([at, size, (await part(ada, file, at, Buffer.alloc(size))).status]).toEqual([at, size, 400]);
    expect((await part(ada, file, 0, Buffer.alloc(limits.filePartBytes + 1))).status).toBe(413);
  });

  test('who does not prepare rooms sends nothing; who is no part of the dialogue hears nothing of it', async () => {
    expect((await begin(guests[cleo] as Browser, newId(), 10)).status).toBe(403);
    expect((await begin(openBrowser(app.url), newId(), 10)).status).toBe(401);
  });

  test('what no room was given can be let go of, and what one has stays', async () => {
    const [loose, given] = [newId(), newId()];
    for (const file of [loose, given]) await send(ada, file, page);
    await attach(given, 'page', 'txt', page.length);
    expect((await ada.post(path(`/${loose}/discard`))).status).toBe(200);
    expect(await ada.post(path(`/${given}/discard`))).toEqual({ status: 400, body: { refusal: 'files.given' } });
    expect((await begin(ada, loose, page.length)).body).toEqual({ parts: 0, type: null });
  });

  test('what no room was given for a day is let go of when another file comes', async () => {
    const [loose, given] = [newId(), newId()];
    for (const file of [loose, given]) await send(ada, file, page);
    await attach(given, 'page', 'txt', page.length);
    clock.pass(limits.unusedFile);
    await begin(ada, newId(), 1);
    expect((await begin(ada, loose, page.length)).body).toEqual({ parts: 0, type: null });
    expect((await begin(ada, given, page.length)).body).toEqual({ parts: 1, type: 'txt' });
  });
});

describe('reading a file', () => {
  const file = newId();
  beforeAll(async () => {
    await send(ada, file, page);
    await attach(file, 'خطة "2027"\r\n<b>.html', 'txt', page.length);
  });

  test('it is saved and never shown: as an attachment, of the type that was found in it, in a box where nothing runs', async () => {
    const { status, headers, bytes } = await download(ada, file);
    expect([status, String(bytes)]).toEqual([200, String(page)]);
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.get('content-length')).toBe(String(page.length));
    expect(headers.get('content-disposition')).toMatch(/^attachment; .*%3Cb%3E\.html\.txt/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('who is in the room reads it, nobody else but hosts, and nobody before people are there', async () => {
    const may = async (by: Browser) => (await download(by, file)).status;
    const [inRoom, elsewhere] = [guests[cleo] as Browser, guests[dina] as Browser];
    expect([await may(ada), await may(inRoom), await may(openBrowser(app.url))]).toEqual([200, 404, 401]);
    await organiser.command('sessions.open', { session, admission: 'direct' });
    await organiser.command('breakouts.rule', { grouping, minutes: null, late: 'ask', plenary: 'closed', seats: null });
    const tabs = [await connect(inRoom, dialogue), await connect(elsewhere, dialogue)];
    for (const tab of tabs) await tab.command('sessions.enter', { session });
    await organiser.command('breakouts.open', { session, grouping });
    await organiser.command('breakouts.go', { session });
    expect([await may(inRoom), await may(elsewhere)]).toEqual([200, 404]);
    await organiser.command('breakouts.close', { session, when: 'now' });
    expect(await may(inRoom)).toBe(404);
    for (const tab of tabs) tab.close();
  });

  test('nobody reads a file of another dialogue, nor one that no room was given', async () => {
    const loose = newId();
    await send(ada, loose, page);
    expect((await download(ada, loose)).status).toBe(404);
    const { body } = await ada.post('/dialogues', { title: 'Another', goal: '', languages: ['en'] });
    const other = await fetch(`${app.url}/api/dialogues/${body.dialogue}/files/${file}`, {
      headers: { cookie: ada.cookie },
    });
    expect(other.status).toBe(404);
  });
});
