import { connectionRates, limits } from '@multaqa/shared/limits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { systemClock } from '../platform/clock.ts';

/** The whole server, with a dialogue of Ada's, and a join link for Cleo. `pass` lets time go by for the buckets alone. */
async function startAttacked(env: Record<string, string> = {}) {
  let ahead = 0;
  const app = await startTestApp({ env, clock: { ...systemClock, monotonic: () => ahead } });
  const { ada, dialogue } = await foundDialogue(app);
  const cleo = newId();
  const organiser = await connect(ada, dialogue);
  await organiser.command('people.add', { people: [card(cleo, 'Cleo')] });
  organiser.close();
  const link = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
  const pass = (ms: number) => {
    ahead += ms;
  };
  return { app, ada, dialogue, link, token: link.split('#')[1] ?? '', pass };
}

type Attacked = Awaited<ReturnType<typeof startAttacked>>;

/** Sends a body as it is. */
const sendRaw = async (app: TestApp, path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(`${app.url}/api${path}`, {
    method: 'POST',
    headers: { origin: app.url, 'content-type': 'application/json', ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const upgradeHeaders = (origin: string, headers: Record<string, string> = {}) =>
  ({ headers: { origin, ...headers } }) as unknown as string[];

/** Whether the server takes a WebSocket; it stays open. */
const opens = (url: string, origin: string, headers: Record<string, string> = {}, query = '') =>
  new Promise<{ isOpen: boolean; close(): void }>(resolve => {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket${query}`;
    const socket = new WebSocket(address, upgradeHeaders(origin, headers));
    const close = () => socket.close();
    socket.onopen = () => resolve({ isOpen: true, close });
    socket.onerror = () => resolve({ isOpen: false, close });
  });

const marks = JSON.stringify({ name: `a${'\u0301'.repeat(31_000)}`, title: `a${'\u0301'.repeat(100)}` });

describe('the order at the door: identity, rate, body', () => {
  let attacked: Attacked;
  beforeAll(async () => {
    attacked = await startAttacked();
  });
  afterAll(() => attacked.app.stop());
  const protectedPaths = () => [
    '/organisers',
    `/organisers/${newId()}/revoke`,
    '/dialogues',
    '/dialogues/example',
    `/dialogues/${attacked.dialogue}/links`,
  ];

  test.each([
    ['62 KB of combining marks', marks, {}],
    ['what is no JSON', '{', {}],
    ['an unknown key', '{"nobody":1}', {}],
    ['an unknown encoding', '{}', { 'content-encoding': 'zstd' }],
    ['more than the limit', 'x'.repeat(100_000), {}],
  ])('nobody reads %s from a stranger', async (_, body, headers) => {
    for (const path of protectedPaths())
      expect([path, await sendRaw(attacked.app, path, body, headers)]).toEqual([
        path,
        { status: 401, body: { refusal: 'signed-out' } },
      ]);
  });

  test('nobody reads what only an organiser may send from somebody else', async () => {
    const cleo = await redeem(attacked.app.url, attacked.link);
    for (const path of ['/organisers', '/dialogues', '/dialogues/example'])
      expect([path, await sendRaw(attacked.app, path, '{', { cookie: cleo.cookie })]).toEqual([
        path,
        { status: 403, body: { refusal: 'not-permitted' } },
      ]);
  });

  test.each([
    ['an unknown Content-Encoding', '{}', { 'content-encoding': 'zstd' }, 400, 'malformed'],
    ['a wrong Content-Encoding', '{}', { 'content-encoding': 'gzip' }, 400, 'malformed'],
    ['an unknown charset', '{}', { 'content-type': 'application/json; charset=utf-7' }, 400, 'malformed'],
    ['what is no JSON', '{', {}, 400, 'malformed'],
    ['a bare value', '7', {}, 400, 'malformed'],
    ['more than the limit', JSON.stringify('x'.repeat(66_000)), {}, 413, 'too-large'],
  ])('%s is the mistake of the client, not a fault of the server', async (_, body, headers, status, refusal) => {
    const { cookie } = attacked.ada;
    expect(await sendRaw(attacked.app, '/organisers', body, { cookie, ...headers })).toEqual({
      status,
      body: { refusal },
    });
  });

  test('a path that cannot be decoded is the mistake of the client too', async () => {
    const response = await fetch(`${attacked.app.url}/api/dialogues/%E0%A4%A/report`);
    expect([response.status, await response.json()]).toEqual([400, { refusal: 'malformed' }]);
  });
});

describe('floods', () => {
  let attacked: Attacked;
  beforeAll(async () => {
    attacked = await startAttacked();
  });
  afterAll(() => attacked.app.stop());

  /** The refusals of so many calls, a few at a time. */
  async function flood(count: number, call: () => Promise<{ body: Record<string, unknown> }>): Promise<unknown[]> {
    const refusals: unknown[] = [];
    for (let at = 0; at < count; at += 20) {
      const some = Array.from({ length: Math.min(20, count - at) }, call);
      refusals.push(...(await Promise.all(some)).map(({ body }) => body.refusal));
    }
    return refusals;
  }

  const seesEverything = async (browser: Browser) => {
    expect((await browser.get('/me')).status).toBe(200);
    expect((await browser.get(`/dialogues/${attacked.dialogue}/report`)).status).toBe(200);
  };
  const comesIn = async () => {
    const cleo = openBrowser(attacked.app.url);
    expect((await cleo.get('/me')).status).toBe(200);
    expect((await cleo.post('/links/preview', { token: attacked.token })).status).toBe(200);
    expect((await cleo.post('/links/redeem', { token: attacked.token })).status).toBe(200);
    await seesEverything(cleo);
  };

  test('of a stranger end at the limit of the address, and keep nobody behind it from coming in or going on', async () => {
    const stranger = openBrowser(attacked.app.url);
    const { burst, perSecond } = connectionRates.stranger;
    const refusals = await flood(burst + 1, () => stranger.post('/organisers'));
    expect(refusals.filter(refusal => refusal === 'signed-out')).toHaveLength(burst);
    expect(refusals.at(-1)).toBe('too-fast');
    expect((await stranger.post('/organisers')).status).toBe(429);
    await seesEverything(attacked.ada);
    await comesIn();
    attacked.pass(1_000 / perSecond);
    expect((await flood(2, () => stranger.post('/organisers'))).sort()).toEqual(['signed-out', 'too-fast']);
  });

  test('of wrong guesses end at their limit, and a valid link goes on opening', async () => {
    const guess = () => openBrowser(attacked.app.url).post('/links/redeem', { token: newId() });
    const { burst } = connectionRates.guess;
    const refusals = await flood(burst + 40, guess);
    expect(refusals.filter(refusal => refusal === 'link-unknown')).toHaveLength(burst);
    expect(refusals.filter(refusal => refusal === 'too-fast')).toHaveLength(40);
    expect((await openBrowser(attacked.app.url).post('/organiser-links/redeem', { token: newId() })).status).toBe(429);
    for (let at = 0; at < 5; at += 1) await comesIn();
    const { body } = await attacked.ada.post('/organisers', { name: 'Ben', email: '' });
    const token = String(body.link).split('#')[1];
    expect((await openBrowser(attacked.app.url).post('/organiser-links/redeem', { token })).status).toBe(200);
  });

  test.each([
    ['read', (browser: Browser) => browser.get(`/dialogues/${attacked.dialogue}/report`)],
    ['change', (browser: Browser) => browser.post(`/dialogues/${attacked.dialogue}/links`, { people: [newId()] })],
    ['entry', (browser: Browser) => browser.get('/me')],
  ] as const)('of a sign-in end at its own limit of "%s", and nobody else notices', async (rate, call) => {
    attacked.pass(3_600_000);
    const cleo = await redeem(attacked.app.url, attacked.link);
    const { burst } = connectionRates[rate];
    const refusals = await flood(burst + 1, () => call(cleo));
    expect(refusals.filter(refusal => refusal === 'too-fast')).toEqual(['too-fast']);
    await seesEverything(attacked.ada);
    await comesIn();
  });

  test('of one valid link end at its limit, and other links go on opening', async () => {
    attacked.pass(3_600_000);
    const preview = (token: string) => openBrowser(attacked.app.url).post('/links/preview', { token });
    const { burst } = connectionRates.link;
    const refusals = await flood(burst + 1, () => preview(attacked.token));
    expect(refusals.filter(refusal => refusal === 'too-fast')).toEqual(['too-fast']);
    const dina = newId();
    const organiser = await connect(attacked.ada, attacked.dialogue);
    await organiser.command('people.add', { people: [card(dina, 'Dina')] });
    organiser.close();
    const link = (await copyLinks(attacked.ada, attacked.dialogue, [dina]))[dina] ?? '';
    expect((await preview(link.split('#')[1] ?? '')).status).toBe(200);
  });
});

describe('a page of another origin', () => {
  let attacked: Attacked;
  beforeAll(async () => {
    attacked = await startAttacked();
  });
  afterAll(() => attacked.app.stop());

  test.each([
    ['ftp', (host: string) => `ftp://${host}`],
    ['a user', (host: string) => `http://ada@${host}`],
    ['another port', (host: string) => `http://${host.split(':')[0]}:1`],
    ['a sandbox', () => 'null'],
  ])('changes nothing and opens nothing: %s', async (_, originAt) => {
    const { app, ada } = attacked;
    const origin = originAt(new URL(app.url).host);
    const answer = await sendRaw(app, '/dialogues/example', '{}', { cookie: ada.cookie, origin });
    expect(answer).toEqual({ status: 403, body: { refusal: 'not-permitted' } });
    expect((await opens(app.url, origin, { cookie: ada.cookie })).isOpen).toBe(false);
  });

  test('cannot go on with a session of the own page, neither by a request nor by an upgrade', async () => {
    const { app } = attacked;
    const polling = `${app.url}/socket.io/?EIO=4&transport=polling`;
    const own = { headers: { origin: app.url } };
    const open = /"sid":"([^"]+)"/.exec(await (await fetch(polling, own)).text());
    const sid = `&sid=${open?.[1]}`;
    const foreign = 'https://elsewhere.example';
    expect((await opens(app.url, foreign, {}, sid)).isOpen).toBe(false);
    const post = (origin: string) =>
      fetch(polling + sid, { method: 'POST', headers: { origin, 'content-type': 'text/plain' }, body: '3' });
    expect((await post(foreign)).status).toBe(400);
    expect((await fetch(polling + sid, { headers: { origin: foreign } })).status).toBe(400);
    expect((await post(app.url)).status).toBe(200);
    const upgraded = await opens(app.url, app.url, {}, sid);
    expect(upgraded.isOpen).toBe(true);
    upgraded.close();
  });
});

describe('X-Forwarded-For', () => {
  const openMany = async (proxies: string) => {
    const app = await startTestApp({ env: { TRUST_PROXY: proxies } });
    const from = (at: number) => ({ 'x-forwarded-for': `198.51.100.${at}` });
    const all = await Promise.all(
      Array.from({ length: limits.socketsPerAddress + 1 }, (_, at) => opens(app.url, app.url, from(at))),
    );
    for (const { close } of all) close();
    await app.stop();
    return all.filter(({ isOpen }) => isOpen).length;
  };

  test('of a peer that is no trusted proxy opens not one connection more', async () => {
    expect(await openMany('203.0.113.7')).toBe(limits.socketsPerAddress);
  });

  test('of a trusted proxy tells whose connection it is', async () => {
    expect(await openMany('loopback')).toBe(limits.socketsPerAddress + 1);
  });
});

test('a connection that cannot be accepted, and another, leave the server as it was', async () => {
  const app = await startTestApp();
  for (let at = 0; at < 2; at += 1)
    app.http.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }));
  expect((await openBrowser(app.url).get('/me')).status).toBe(200);
  await app.stop();
});
