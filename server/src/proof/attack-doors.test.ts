import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { composeRules, type Rules } from '@multaqa/shared/kernel/rules';
import type { AnySlice } from '@multaqa/shared/kernel/slice';
import { connectionRates, limits, rates } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  fastClock,
  foundDialogue,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { onBothDatabases } from './attack.samples.ts';
import { openRaw } from './raw-socket.samples.ts';

/** `RACES=150 npm test -- attack-doors` is the long run. */
const races = Number(process.env.RACES ?? 40);

const no = () => undefined;

/** The rules of every dialogue, which tell when somebody's message is looked at. */
function watchedRules(look: () => void): Rules {
  const { say } = slices.chat.messages;
  const input = {
    safeParse(value: unknown) {
      look();
      return say.input.safeParse(value);
    },
  };
  const chat: AnySlice = { ...slices.chat, messages: { ...slices.chat.messages, say: { ...say, input } } };
  return composeRules([...Object.values({ ...slices, chat })], stateQueries);
}

/** An organiser of the installation beside Ada, signed in. */
async function addOrganiser(ada: Browser, url: string, name: string): Promise<{ browser: Browser; account: string }> {
  const { body } = await ada.post('/organisers', { name, email: '', language: 'en' });
  const browser = openBrowser(url);
  await browser.post('/organiser-links/redeem', { token: String(body.link).split('#')[1] });
  return { browser, account: String(body.account) };
}

/** What a command that changes rights is answered; a connection that is gone answers nothing. */
const addTo = async (client: Client) => {
  if (client.socket.disconnected) return { ok: false };
  const gone = new Promise<{ ok: false }>(resolve => client.socket.once('disconnect', () => resolve({ ok: false })));
  return Promise.race([gone, client.command('people.add', { people: [card(newId(), 'Nobody', 'organiser')] })]);
};

onBothDatabases('a sign-in that has ended', env => {
  let app: TestApp;
  let ada: Browser;
  beforeAll(async () => {
    app = await startTestApp({ env: env(), rates: { take: () => true, takeFor: () => true } });
    ({ ada } = await foundDialogue(app));
  });
  afterAll(() => app.stop());

  test(`an organiser who is revoked while their browser connects is out, in each of ${races} races`, async () => {
    let survivors = 0;
    for (let race = 0; race < races; race += 1) {
      const { browser, account } = await addOrganiser(ada, app.url, 'Ben');
      const { body } = await browser.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
      const dialogue = String(body.dialogue);
      const connecting = connect(browser, dialogue).catch(no);
      // At any instant of the handshake.
      for (let turn = 0; turn < race % 8; turn += 1) await new Promise(resolve => setImmediate(resolve));
      const revoking = ada.post(`/organisers/${account}/revoke`);
      const client = await connecting;
      await revoking;
      if (!client) continue;
      survivors += 1;
      expect(await addTo(client)).toMatchObject({ ok: false });
      await client.until('the end', () => client.socket.disconnected);
    }
    expect(survivors, 'some were faster than the revocation, so that the race was one').toBeGreaterThan(0);
  });

  test(`a browser that signs out while it connects is out, in each of ${races} races`, async () => {
    const { browser: founder } = await addOrganiser(ada, app.url, 'Cleo');
    const { body } = await founder.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
    const dialogue = String(body.dialogue);
    const host = await connect(founder, dialogue);
    const dina = newId();
    await host.command('people.add', { people: [card(dina, 'Dina')] });
    const link = (await copyLinks(founder, dialogue, [dina]))[dina] ?? '';
    for (let race = 0; race < races; race += 1) {
      const browser = await redeem(app.url, link);
      const connecting = connect(browser, dialogue).catch(no);
      for (let turn = 0; turn < race % 8; turn += 1) await new Promise(resolve => setImmediate(resolve));
      await openBrowser(app.url, browser.cookie).post('/sign-out');
      const client = await connecting;
      await client?.until('the end', () => client.socket.disconnected);
    }
    host.close();
  });
});

describe('a sign-in that has ended on another node', () => {
  onBothDatabases('with nobody to tell of it', env => {
    test('ends at the next command that changes rights, and by itself soon', { timeout: 60_000 }, async () => {
      const app = await startTestApp({ env: env(), clock: fastClock(10) });
      const { ada } = await foundDialogue(app);
      const { browser, account } = await addOrganiser(ada, app.url, 'Ben');
      const { body } = await browser.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
      const [one, two] = [await connect(browser, String(body.dialogue)), await connect(browser, String(body.dialogue))];
      // What another node does while Redis is away: the database knows, this node does not.
      await app.store.doors.revokeAccount(account, Date.now());
      expect(await addTo(one)).toMatchObject({ ok: false });
      await one.until('goodbye', () => one.goodbyes.includes('signed-out'));
      await expect.poll(() => two.socket.disconnected, { timeout: limits.signInCheck * 2 }).toBe(true);
      await app.stop();
    });
  });
});

onBothDatabases('floods', env => {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  let host: Client;
  let cleo: Browser;
  let looked = 0;
  const [cleoId, dinaId, session] = [newId(), newId(), newId()];

  beforeAll(async () => {
    app = await startTestApp({ env: env(), rules: watchedRules(() => (looked += 1)) });
    ({ ada, dialogue } = await foundDialogue(app));
    host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(cleoId, 'Cleo'), card(dinaId, 'Dina', 'observer')] });
    await host.command('sessions.plan', sessionInput(session));
    await host.command('sessions.open', { session, admission: 'direct' });
    cleo = await redeem(app.url, (await copyLinks(ada, dialogue, [cleoId]))[cleoId] ?? '');
  });
  afterAll(async () => {
    host.close();
    await app.stop();
  });

  test('by a person of the same id in another dialogue take nothing from somebody', async () => {
    const { browser } = await addOrganiser(ada, app.url, 'Ben');
    const { body } = await browser.post('/dialogues', { title: 'Another', goal: '', languages: ['en'] });
    const elsewhere = String(body.dialogue);
    const other = await connect(browser, elsewhere);
    await other.command('people.add', { people: [card(cleoId, 'Cleo’s double')] });
    const double = await connect(
      await redeem(app.url, (await copyLinks(browser, elsewhere, [cleoId]))[cleoId] ?? ''),
      elsewhere,
    );
    const describeCleo = { person: cleoId, languages: ['en'], needs: [], vision: '' };
    const flood = Array.from({ length: rates.light.burst * 3 }, () => double.command('people.describe', describeCleo));
    expect((await Promise.all(flood)).at(-1)).toMatchObject({ refusal: 'too-fast' });
    const real = await connect(cleo, dialogue);
    expect(await real.command('people.describe', describeCleo)).toMatchObject({ ok: true });
    for (const client of [other, double, real]) client.close();
  });

  test('of hostile texts are refused before they are looked at', async () => {
    const dina = await connect(
      await redeem(app.url, (await copyLinks(ada, dialogue, [dinaId]))[dinaId] ?? ''),
      dialogue,
    );
    looked = 0;
    const text = '\u0301\u0316'.repeat(4_000);
    const say = { room: `${session}/plenary`, message: newId(), text };
    const acks = await Promise.all(Array.from({ length: 100 }, () => dina.command('chat.say', say)));
    expect(acks.every(({ ok }) => !ok)).toBe(true);
    expect(looked).toBeLessThanOrEqual(rates.chat.burst + rates.chat.perSecond * 10);
    dina.close();
  });

  test('of one person who comes and goes make no facts', async () => {
    const inside = await connect(cleo, dialogue);
    expect(await inside.command('sessions.enter', { session })).toMatchObject({ ok: true });
    inside.close();
    const live = app.dialogues.loaded(dialogue);
    const back = await connect(cleo, dialogue);
    const before = live?.runner.seq() ?? 0;
    back.close();
    for (let turn = 0; turn < connectionRates.enter.burst / 2; turn += 1) (await connect(cleo, dialogue)).close();
    const last = await connect(cleo, dialogue);
    expect(live?.runner.seq()).toBe(before);
    const refusals = await Promise.all(
      Array.from({ length: connectionRates.enter.burst * 2 }, () =>
        connect(cleo, dialogue).then(
          client => client.close(),
          error => error.message,
        ),
      ),
    );
    expect(refusals).toContain('too-fast');
    last.close();
    // That the connection is lost, and that the exchange counts nobody there, once.
    await expect.poll(() => live?.runner.seq()).toBe(before + 2);
  });

  test('of seats: many entries at once over one connection get as many seats as one person may have', async () => {
    const raw = await openRaw(app.url, cleo.cookie);
    const live = app.dialogues.loaded(dialogue);
    const others = live?.publisher.connections() ?? 0;
    for (let at = 0; at < limits.socketsPerPerson * 3; at += 1) raw.send(`40${JSON.stringify({ protocol, dialogue })}`);
    await raw.until(received => received.some(frame => frame.startsWith('42["welcome"') || frame.includes('too-')));
    await raw.settled();
    expect((live?.publisher.connections() ?? 0) - others).toBeLessThanOrEqual(limits.socketsPerPerson);
    raw.close();
  });

  test('of strangers end their own connections, and are answered no more than their bucket holds', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => openRaw(app.url, 'multaqa=forged')));
    const frame = `40${JSON.stringify({ protocol, dialogue })}`;
    for (let at = 0; at < 400; at += 1) for (const socket of sockets) socket.send(frame);
    await Promise.all(sockets.map(socket => socket.closed));
    const answers = sockets.reduce((sum, { received }) => sum + received().length, 0);
    expect(answers).toBeLessThan(connectionRates.connect.burst + connectionRates.connect.perSecond * 30);
    expect(await host.command('about.edit', { title: 'Still here', goal: '', languages: ['en'] })).toMatchObject({
      ok: true,
    });
  });
});
