import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { People } from '@multaqa/shared/people/people.state';
import { SMTPServer } from 'smtp-server';
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

describe('the doors of an installation', () => {
  const mails: string[] = [];
  const postOffice = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', chunk => {
        text += chunk;
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  const cleo = newId();

  beforeAll(async () => {
    const listening = postOffice.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    app = await startTestApp({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    ({ ada, dialogue } = await foundDialogue(app));
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(cleo, 'Cleo')] });
    organiser.close();
  });
  afterAll(async () => {
    await app.stop();
    await new Promise<void>(resolve => postOffice.close(() => resolve()));
  });

  const tokenOf = (link: string) => link.split('#')[1] ?? '';

  test('the first organiser link opens once', async () => {
    const answer = await openBrowser(app.url).post('/organiser-links/redeem', {
      token: tokenOf(app.organiserLink ?? ''),
    });
    expect(answer).toEqual({ status: 404, body: { refusal: 'link-unknown' } });
  });

  test('the first organiser says their name once, and it stands on the cards that waited for it', async () => {
    expect((await ada.get('/me')).body.account).toMatchObject({ name: '' });
    expect(cardOf(ownCard())?.name).toBe('Organiser');
    expect((await openBrowser(app.url).post('/organisers/name', { name: 'Dina' })).status).toBe(401);
    expect((await ada.post('/organisers/name', { name: ' ' })).status).toBe(400);
    expect((await ada.post('/organisers/name', { name: 'Ada' })).status).toBe(200);
    expect((await ada.get('/me')).body.account).toMatchObject({ name: 'Ada' });
    expect(cardOf(ownCard())?.name).toBe('Ada');
    await ada.post('/organisers/name', { name: 'Ada Long' });
    expect(cardOf(ownCard())?.name).toBe('Ada');
  });

  const cardOf = (person: string) => {
    const state = app.dialogues.loaded(dialogue)?.runner.state();
    return (state?.people as People | undefined)?.[person];
  };
  const ownCard = () => {
    const state = app.dialogues.loaded(dialogue)?.runner.state();
    return Object.values((state?.people ?? {}) as People).find(({ role }) => role === 'organiser')?.person ?? '';
  };

  test('an organiser invites another by a mailed link, in their language; revoked, it opens nothing more', async () => {
    const { body } = await ada.post('/organisers', { name: 'Ben', email: 'ben@example.org', language: 'ar' });
    expect(body.mailed).toBe(true);
    await expect.poll(() => mails.length).toBe(1);
    expect(mails[0]).toContain('To: ben@example.org');
    const ben = openBrowser(app.url);
    const { body: again } = await ada.post(`/organisers/${body.account}/link`, { language: 'ar' });
    expect(again.mailed).toBe(true);
    await expect.poll(() => mails.length).toBe(2);
    expect((await ben.post('/organiser-links/redeem', { token: tokenOf(String(again.link)) })).status).toBe(200);
    expect((await ben.get('/organisers')).status).toBe(200);
    const own = String(
      (await ben.post('/dialogues', { title: 'Green towns', goal: '', languages: ['en'] })).body.dialogue,
    );
    const tab = await connect(ben, own);
    expect((await ada.post(`/organisers/${body.account}/revoke`)).status).toBe(200);
    await tab.until('the end', () => tab.socket.disconnected);
    expect((await ben.get('/organisers')).body).toEqual({ refusal: 'signed-out' });
    await expect(connect(ben, own)).rejects.toThrow('signed-out');
  });

  test('an organiser sees and enters their own dialogues only', async () => {
    const { body } = await ada.post('/organisers', { name: 'Dina', email: '' });
    const dina = openBrowser(app.url);
    await dina.post('/organiser-links/redeem', { token: tokenOf(String(body.link)) });
    expect((await dina.get('/me')).body.dialogues).toEqual([]);
    await expect(connect(dina, dialogue)).rejects.toThrow('signed-out');
    for (const answer of [
      await dina.post(`/dialogues/${dialogue}/links`, { people: [cleo] }),
      await dina.get(`/dialogues/${dialogue}/report`),
    ])
      expect(answer).toEqual({ status: 404, body: { refusal: 'unknown' } });
    expect(await dina.get(`/dialogues/${newId()}/report`)).toEqual({ status: 404, body: { refusal: 'unknown' } });
  });

  test('a join link tells what one joins, lets nobody in until the click, and works again on another device', async () => {
    const seq = app.dialogues.loaded(dialogue)?.runner.seq();
    const link = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
    expect((await copyLinks(ada, dialogue, [cleo]))[cleo]).toBe(link);
    expect((await ada.post('/links/preview', { token: tokenOf(link) })).body.current).toEqual({
      who: 'other',
      name: 'Ada',
    });
    // Neither showing a link nor trying it as an organiser says anything of its owner.
    expect(app.dialogues.loaded(dialogue)?.runner.seq()).toBe(seq);
    expect(cardOf(cleo)).toMatchObject({ invitedAt: null, openedAt: null, joinedAt: null });
    const phone = openBrowser(app.url);
    const { body } = await phone.post('/links/preview', { token: tokenOf(link) });
    expect(body).toMatchObject({ dialogue, title: 'Local jobs', name: 'Cleo', towns: ['Sfax'] });
    expect([phone.cookie, cardOf(cleo)?.joinedAt]).toEqual(['', null]);
    const openedAt = cardOf(cleo)?.openedAt;
    expect(openedAt).toBeTypeOf('number');
    await phone.post('/links/preview', { token: tokenOf(link) });
    expect(cardOf(cleo)?.openedAt).toBe(openedAt);
    for (const browser of [phone, openBrowser(app.url)]) {
      expect((await browser.post('/links/redeem', { token: tokenOf(link) })).body).toEqual({ dialogue });
      const tab = await connect(browser, dialogue);
      expect(tab.me()).toBe(cleo);
      tab.close();
    }
    expect((await phone.get('/me')).body.dialogues).toMatchObject([{ dialogue, person: cleo, role: 'participant' }]);
    expect(cardOf(cleo)?.joinedAt).toBeTypeOf('number');
    expect((await phone.post(`/dialogues/${dialogue}/links`, { people: [cleo] })).body).toEqual({
      refusal: 'not-permitted',
    });
  });

  test('unknown, revoked and removed links are answered alike', async () => {
    const link = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.revoke', { person: cleo });
    const answers = [
      await openBrowser(app.url).post('/links/preview', { token: tokenOf(link) }),
      await openBrowser(app.url).post('/links/redeem', { token: 'x'.repeat(43) }),
    ];
    const fresh = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
    expect(fresh).not.toBe(link);
    await organiser.command('people.remove', { people: [cleo] });
    answers.push(await openBrowser(app.url).post('/links/redeem', { token: tokenOf(fresh) }));
    for (const answer of answers) expect(answer).toEqual({ status: 404, body: { refusal: 'link-unknown' } });
    await organiser.command('people.restore', { people: [cleo] });
    organiser.close();
  });

  test('a browser that has been inside is known by the link of its person, and told when they were removed', async () => {
    const link = (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '';
    const [phone, other] = [await redeem(app.url, link), await redeem(app.url, await linkOfNewcomer('Ben'))];
    const lookFrom = async (browser: Browser) => browser.post('/links/preview', { token: tokenOf(link) });
    expect((await lookFrom(openBrowser(app.url))).body.current).toBeNull();
    expect((await lookFrom(phone)).body.current).toEqual({ who: 'you' });
    expect((await lookFrom(other)).body.current).toEqual({ who: 'other', name: 'Ben' });
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.remove', { people: [cleo] });
    expect((await lookFrom(phone)).body).toEqual({ refusal: 'removed' });
    for (const browser of [openBrowser(app.url), other])
      expect((await lookFrom(browser)).body).toEqual({ refusal: 'link-unknown' });
    await organiser.command('people.restore', { people: [cleo] });
    organiser.close();
  });

  const linkOfNewcomer = async (name: string): Promise<string> => {
    const organiser = await connect(ada, dialogue);
    const person = newId();
    await organiser.command('people.add', { people: [card(person, name)] });
    organiser.close();
    return (await copyLinks(ada, dialogue, [person]))[person] ?? '';
  };

  test('who is forgotten leaves no trace of the name on the disk', async () => {
    const [person, name] = [newId(), 'Zenobia of Palmyra'];
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(person, name)] });
    await organiser.command('people.remove', { people: [person] });
    const onDisk = async () =>
      (await Promise.all(['', '-wal'].map(end => readFile(`${app.folder}/multaqa.sqlite${end}`, 'utf8')))).join('');
    expect(await onDisk()).toContain(name);
    expect((await organiser.command('people.forget', { person })).ok).toBe(true);
    organiser.close();
    await expect.poll(async () => JSON.stringify(await app.dialogues.peek(dialogue))).not.toContain(name);
    await expect.poll(onDisk).not.toContain(name);
  });

  test('signing out ends every tab of the browser', async () => {
    const browser = await redeem(app.url, (await copyLinks(ada, dialogue, [cleo]))[cleo] ?? '');
    const tab = await connect(browser, dialogue);
    const cookie = browser.cookie;
    await browser.post('/sign-out');
    await tab.until('the end', () => tab.socket.disconnected);
    await expect(connect(openBrowser(app.url, cookie), dialogue)).rejects.toThrow('signed-out');
  });

  test('what changes something needs the own origin', async () => {
    const answer = await fetch(`${app.url}/api/sign-out`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', cookie: ada.cookie },
    });
    expect(answer.status).toBe(403);
    const without = await fetch(`${app.url}/api/sign-out`, { method: 'POST', headers: { cookie: ada.cookie } });
    expect(without.status).toBe(403);
    expect((await ada.get('/organisers')).status).toBe(200);
  });

  test('a body at the limit is read, one byte more is refused', async () => {
    const post = (size: number) => ada.post('/organisers', { name: 'x'.repeat(size) });
    const overhead = JSON.stringify({ name: '' }).length;
    expect(await post(64 * 1024 - overhead)).toEqual({ status: 400, body: { refusal: 'malformed' } });
    expect(await post(64 * 1024 - overhead + 1)).toEqual({ status: 413, body: { refusal: 'too-large' } });
  });

  test('guessing is stopped at its limit, for the one who guesses', async () => {
    const guess = () => openBrowser(app.url).post('/links/preview', { token: newId() });
    const statuses = [];
    for (let at = 0; at < 32; at += 1) statuses.push((await guess()).status);
    expect(statuses.filter(status => status === 404).length).toBeLessThanOrEqual(30);
    expect(statuses.at(-1)).toBe(429);
    expect((await ada.get('/me')).status).toBe(200);
  });

  test('the example dialogue is what it says: 40 people, 22 municipalities, 10 countries, five sessions', async () => {
    const { body } = await ada.post('/dialogues/example');
    const { body: me } = await ada.get('/me');
    expect((me.dialogues as { dialogue: string }[]).find(({ dialogue: id }) => id === body.dialogue)).toMatchObject({
      example: true,
      people: 40,
      municipalities: 22,
      countries: 10,
      sessions: { total: 5, closed: 0 },
    });
  });

  test('alive and ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(app.url + path)).status).toBe(200);
  });
});
