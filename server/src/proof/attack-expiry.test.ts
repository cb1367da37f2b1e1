import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hurriedClock, newId, openBrowser, startTestApp, type TestApp } from '../app.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../platform/testing/postgres.ts';

const hour = 3_600_000;
const tokenOf = (link: unknown) => String(link).split('#')[1] ?? '';
const open = async (app: TestApp, link: unknown) =>
  (await openBrowser(app.url).post('/organiser-links/redeem', { token: tokenOf(link) })).status;

let postgres: TestPostgres | null = null;
let databases = 0;
const databaseOf = {
  SQLite: () => ({}),
  PostgreSQL: () => {
    databases += 1;
    return { DATABASE_URL: postgres?.createDatabase(`doors_${databases}`) ?? '' };
  },
};
const kinds = hasPostgres() ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

describe.each(kinds)('old links of organisers on %s', kind => {
  beforeAll(async () => {
    if (kind === 'PostgreSQL') postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres?.stop();
    postgres = null;
  });

  /** A server that can be started again on the same data, with a clock that hours pass on. */
  function installation() {
    const { folder, remove } = temporaryFolder();
    const clock = hurriedClock();
    const env = databaseOf[kind]();
    let running: TestApp | null = null;
    const stop = async () => {
      await running?.stop();
      running = null;
    };
    onTestFinished(async () => {
      await stop();
      remove();
    });
    const start = async (askForOrganiserLink = false) => {
      await stop();
      running = await startTestApp({ folder, env, clock, askForOrganiserLink });
      return running;
    };
    return { start, pass: clock.pass };
  }

  async function withAda() {
    const { start, pass } = installation();
    const app = await start();
    const ada = openBrowser(app.url);
    await ada.post('/organiser-links/redeem', { token: tokenOf(app.organiserLink) });
    return { app, ada, pass, start };
  }

  test('what an earlier start has printed opens nothing after the next one', async () => {
    const { start } = installation();
    const first = (await start()).organiserLink;
    const second = (await start()).organiserLink;
    const app = await start(true);
    expect([await open(app, first), await open(app, second), await open(app, app.organiserLink)]).toEqual([
      404, 404, 200,
    ]);
    expect(await open(app, app.organiserLink)).toBe(404);
    expect((await start()).organiserLink).toBeNull();
  });

  test('what was printed opens nothing after an hour', async () => {
    const { start, pass } = installation();
    const app = await start();
    pass(hour);
    expect(await open(app, app.organiserLink)).toBe(404);
  });

  test('an organiser makes a new link for another, which is then the only one; who has used one has signed in', async () => {
    const { app, ada } = await withAda();
    const { body: added } = await ada.post('/organisers', { name: 'Ben', email: '' });
    const signedIn = async () => {
      const { body } = await ada.get('/organisers');
      return Object.fromEntries(
        (body.organisers as { name: string; signedIn: boolean }[]).map(entry => [entry.name, entry.signedIn]),
      );
    };
    expect(await signedIn()).toEqual({ Organiser: true, Ben: false });
    const again = await ada.post(`/organisers/${added.account}/link`, { language: 'ar' });
    expect(again).toMatchObject({ status: 200, body: { account: added.account, mailed: false } });
    expect([await open(app, added.link), await open(app, again.body.link)]).toEqual([404, 200]);
    expect(await signedIn()).toEqual({ Organiser: true, Ben: true });
  });

  test('an expired link is replaced by a new one', async () => {
    const { app, ada, pass } = await withAda();
    const { body: added } = await ada.post('/organisers', { name: 'Ben', email: '' });
    pass(hour);
    expect(await open(app, added.link)).toBe(404);
    const { body: fresh } = await ada.post(`/organisers/${added.account}/link`);
    expect(await open(app, fresh.link)).toBe(200);
  });

  test('nobody makes a link for a revoked or unknown organiser, nor without being one', async () => {
    const { app, ada } = await withAda();
    const { body: added } = await ada.post('/organisers', { name: 'Ben', email: '' });
    expect(await openBrowser(app.url).post(`/organisers/${added.account}/link`)).toMatchObject({ status: 401 });
    await ada.post(`/organisers/${added.account}/revoke`);
    for (const account of [added.account, newId()])
      expect(await ada.post(`/organisers/${account}/link`)).toEqual({ status: 404, body: { refusal: 'unknown' } });
    expect(await open(app, added.link)).toBe(404);
  });
});
