import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { limits } from '@multaqa/shared/limits';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  card,
  copyLinks,
  foundDialogue,
  hurriedClock,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../platform/testing/postgres.ts';

const hour = 3_600_000;
const tokenOf = (link: unknown) => String(link).split('#')[1] ?? '';
const open = async (app: TestApp, link: unknown) =>
  (await openBrowser(app.url).post('/organiser-links/redeem', { token: tokenOf(link) })).status;

let postgres: TestPostgres | null = null;
let databases = 0;
const databaseOf = {
  SQLite: (): { DATABASE_URL?: string } => ({}),
  PostgreSQL: () => {
    databases += 1;
    return { DATABASE_URL: postgres?.createDatabase(`doors_${databases}`) ?? '' };
  },
};
const kinds = hasPostgres() ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

describe.each(kinds)('doors that time has passed on %s', kind => {
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
    const count = (table: 'sign_in' | 'entry') =>
      Number(rowsIn(env.DATABASE_URL, folder, `select count(*) as n from ${table}`));
    return { start, pass: clock.pass, count };
  }

  async function withAda() {
    const { start, pass, count } = installation();
    const app = await start();
    const { ada, dialogue } = await foundDialogue(app);
    return { app, ada, dialogue, pass, start, count };
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
    // Who has not said their name yet has none.
    expect(await signedIn()).toEqual({ '': true, Ben: false });
    const again = await ada.post(`/organisers/${added.account}/link`, { language: 'ar' });
    expect(again).toMatchObject({ status: 200, body: { account: added.account, mailed: false } });
    expect([await open(app, added.link), await open(app, again.body.link)]).toEqual([404, 200]);
    expect(await signedIn()).toEqual({ '': true, Ben: true });
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

  test('a browser that redeems again and again is one sign-in, and expired ones are gone after the next start', async () => {
    const { app, ada, dialogue, pass, start, count } = await withAda();
    const cleo = newId();
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(cleo, 'Cleo')] });
    organiser.close();
    const link = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
    const browser = await redeem(app.url, link);
    const before = [count('sign_in'), count('entry')];
    expect(before).toEqual([2, 1]);
    for (let at = 0; at < 5; at += 1) await browser.post('/links/redeem', { token: tokenOf(link) });
    expect([count('sign_in'), count('entry')]).toEqual(before);
    pass(limits.signIn - hour);
    await redeem((await start()).url, link);
    expect([count('sign_in'), count('entry')]).toEqual([3, 2]);
    pass(hour);
    const { url } = await start();
    await expect.poll(() => [count('sign_in'), count('entry')]).toEqual([1, 1]);
    expect((await openBrowser(url, browser.cookie).get(`/dialogues/${dialogue}/report`)).status).toBe(401);
  });
});

/** What one query answers with, past the server. */
function rowsIn(address: string | undefined, folder: string, sql: string): unknown {
  if (address) return postgres?.run(new URL(address).pathname.slice(1), sql);
  const database = new DatabaseSync(join(folder, 'multaqa.sqlite'), { readOnly: true });
  const row = database.prepare(sql).get();
  database.close();
  return row?.n;
}
