import { mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { connectionRates, limits } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
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
} from '../../../app.samples.ts';
import { type Client, connect } from '../../../client.samples.ts';

/** The separator of packets in one HTTP body, and what packets of the media namespace mean. */
const separator = '\x1e';
const isAdmitted = (packet: string) => packet.startsWith(`40${mediaNamespace},`);
const isGreeted = (packet: string) => packet.startsWith(`42${mediaNamespace},["router"`);
const isTooMany = (packet: string) => packet.startsWith(`44${mediaNamespace},`) && packet.includes('too-many');

describe('attacks on the media gateway', () => {
  let app: TestApp;
  let ada: Browser;
  let organiser: Client;
  let dialogue = '';
  const [ben, cleo] = [newId(), newId()];

  const clock = hurriedClock();
  // Enough time for the rates of the test before.
  beforeEach(() => clock.pass(60_000));
  beforeAll(async () => {
    app = await startTestApp({ clock });
    ({ ada, dialogue } = await foundDialogue(app));
    organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(ben, 'Ben'), card(cleo, 'Cleo')] });
  });
  afterAll(async () => {
    organiser.close();
    await app.stop();
  });

  const browserOf = async (person: string) => redeem(app.url, (await copyLinks(ada, dialogue, [person]))[person] ?? '');

  /** Resolves when the server has admitted the socket, or with the code of its refusal. */
  async function enter({ url, cookie }: Browser): Promise<{ socket: Socket; outcome: string }> {
    const socket = io(`${url}${mediaNamespace}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: url, cookie },
      auth: { protocol, dialogue },
    });
    onTestFinished(() => void socket.disconnect());
    const outcome = await new Promise<string>(resolve => {
      socket.once('router', () => resolve('greeted'));
      socket.once('connect_error', ({ message }) => resolve(message));
      socket.once('disconnect', reason => resolve(reason));
    });
    return { socket, outcome };
  }

  it('a person has at most so many media sockets in a dialogue, also when they arrive together', async () => {
    const browser = await browserOf(ben);
    const entered = await Promise.all(Array.from({ length: limits.mediaSocketsPerPerson + 4 }, () => enter(browser)));
    const outcomes = entered.map(({ outcome }) => outcome);
    expect(outcomes.filter(outcome => outcome === 'greeted')).toHaveLength(limits.mediaSocketsPerPerson);
    expect(outcomes.filter(outcome => outcome === 'too-many')).toHaveLength(4);
    expect((await enter(await browserOf(cleo))).outcome).toBe('greeted');
    entered.find(({ outcome }) => outcome === 'greeted')?.socket.disconnect();
    await expect.poll(async () => (await enter(browser)).outcome).toBe('greeted');
  });

  it('somebody who connects again and again is slowed down, and nobody else', async () => {
    const [browser, other] = [await browserOf(ben), await browserOf(cleo)];
    const outcomes = new Set<string>();
    for (let entries = 0; entries <= connectionRates.enter.burst; entries += 1) {
      const { socket, outcome } = await enter(browser);
      outcomes.add(outcome);
      socket.disconnect();
    }
    expect([...outcomes].at(-1)).toBe('too-fast');
    expect((await enter(other)).outcome).toBe('greeted');
  });

  it('many connects on one socket count as many', async () => {
    const { url, cookie } = await browserOf(cleo);
    const headers = { origin: url, cookie };
    const polling = (sid = '') => `${url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
    const opened = await (await fetch(polling().replace('&sid=', ''), { headers })).text();
    const { sid } = JSON.parse(opened.slice(1));
    // One long-polling request carries them all, so that all are there before the first is admitted.
    const attempts = limits.mediaSocketsPerPerson + 10;
    const attempt = `40${mediaNamespace},${JSON.stringify({ protocol, dialogue })}`;
    await fetch(polling(sid), { method: 'POST', headers, body: Array(attempts).fill(attempt).join(separator) });
    const packets: string[] = [];
    const count = (holds: (packet: string) => boolean) => packets.filter(holds).length;
    while (count(isAdmitted) + count(isTooMany) < attempts || count(isGreeted) < count(isAdmitted))
      packets.push(...(await (await fetch(polling(sid), { headers })).text()).split(separator));
    expect([count(isAdmitted), count(isGreeted), count(isTooMany)]).toEqual([
      limits.mediaSocketsPerPerson,
      limits.mediaSocketsPerPerson,
      10,
    ]);
    await fetch(polling(sid), { method: 'POST', headers, body: '1' });
  });

  it('a revoked link and a removed person lose every media socket; others keep theirs', async () => {
    const [mine, other] = [await enter(await browserOf(ben)), await enter(await browserOf(cleo))];
    expect(await organiser.command('people.revoke', { person: ben })).toMatchObject({ ok: true });
    await expect.poll(() => mine.socket.connected).toBe(false);
    expect(other.socket.connected).toBe(true);
    expect(await organiser.command('people.remove', { people: [cleo] })).toMatchObject({ ok: true });
    await expect.poll(() => other.socket.connected).toBe(false);
  });

  it('a revoked organiser loses every media socket, also those that are being admitted', async () => {
    const { body } = await ada.post('/organisers', { name: 'Dina', email: '' });
    expect(body).toMatchObject({ link: expect.anything() });
    const dina = openBrowser(app.url);
    await dina.post('/organiser-links/redeem', { token: String(body.link).split('#')[1] });
    const { body: founded } = await dina.post('/dialogues', { title: 'Water', goal: '', languages: ['en'] });
    dialogue = String(founded.dialogue);
    const before = await enter(dina);
    expect(before.outcome).toBe('greeted');
    const [late] = await Promise.all([enter(dina), ada.post(`/organisers/${body.account}/revoke`)]);
    await expect.poll(() => [before, late].some(({ socket }) => socket.connected)).toBe(false);
  });
});
