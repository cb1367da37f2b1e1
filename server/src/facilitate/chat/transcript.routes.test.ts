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
} from '../../app.samples.ts';
import { connect } from '../../client.samples.ts';

describe('[C10] a transcript over HTTP', () => {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  const [cleo, dina, session] = [newId(), newId(), newId()];
  const guests: { [person: string]: Browser } = {};
  const read = (by: Browser | undefined, of = session) => by?.get(`/dialogues/${dialogue}/sessions/${of}/transcript`);
  const nothing = { status: 404, body: { refusal: 'unknown' } };

  beforeAll(async () => {
    app = await startTestApp();
    ({ ada, dialogue } = await foundDialogue(app));
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(cleo, 'Cleo'), card(dina, 'Dina')] });
    const links = await copyLinks(ada, dialogue, [cleo, dina]);
    for (const person of [cleo, dina]) guests[person] = await redeem(app.url, links[person] ?? '');
    await organiser.command('sessions.plan', {
      session,
      title: 'Where our towns stand',
      goal: '',
      startsAt: 1_700_000_000_000,
      minutes: 60,
      zone: 'Europe/Berlin',
    });
    await organiser.command('sessions.open', { session, admission: 'direct' });
    const tab = await connect(guests[cleo] as Browser, dialogue);
    await tab.command('sessions.enter', { session });
    await tab.command('chat.say', { room: `${session}/plenary`, message: newId(), text: 'Good morning' });
    expect(await read(guests[cleo]), 'while it is open').toEqual(nothing);
    await organiser.command('sessions.close', { session });
    await tab.command('chat.add', { room: `${session}/plenary`, message: newId(), text: 'Until next time' });
    tab.close();
    organiser.close();
  });
  afterAll(() => app.stop());

  test('is read by who took part, with what was added after the end', async () => {
    expect(await read(guests[cleo])).toMatchObject({
      status: 200,
      body: { lines: [{ author: cleo, text: 'Good morning' }, { text: 'Until next time' }] },
    });
  });

  test('is refused to all others alike: who was not there, an organiser who was not, strangers, unknown sessions', async () => {
    expect(await read(guests[dina])).toEqual(nothing);
    expect(await read(ada)).toEqual(nothing);
    expect(await read(guests[cleo], newId())).toEqual(nothing);
    expect((await read(openBrowser(app.url)))?.status).toBe(401);
  });
});
