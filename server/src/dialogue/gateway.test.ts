import { limits } from '@multaqa/shared/limits';
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

describe('the door to a dialogue', () => {
  let app: TestApp;
  let ada: Browser;
  let ben: Browser;
  let cleo: Browser;
  let dialogue = '';
  const [benId, cleoId, session] = [newId(), newId(), newId()];

  beforeAll(async () => {
    app = await startTestApp();
    ({ ada, dialogue } = await foundDialogue(app));
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(benId, 'Ben', 'facilitator'), card(cleoId, 'Cleo')] });
    await organiser.command('sessions.plan', {
      session,
      title: 'What blocks us?',
      goal: '',
      startsAt: 1_800_000_000_000,
      minutes: 90,
      zone: 'Africa/Tunis',
    });
    await organiser.command('sessions.open', { session, admission: 'lobby' });
    organiser.close();
    const links = await copyLinks(ada, dialogue, [benId, cleoId]);
    ben = await redeem(app.url, links[benId] ?? '');
    cleo = await redeem(app.url, links[cleoId] ?? '');
  });
  afterAll(() => app.stop());

  const plenary = `${session}/plenary`;
  type Room = {
    chat: Record<string, { messages: { text: string }[] }>;
    sessions: Record<string, { seats: Record<string, { room: string }> }>;
  };
  const texts = (view: unknown) => (view as Room).chat[plenary]?.messages.map(({ text }) => text) ?? [];

  test('strangers, foreign origins and other protocols are refused', async () => {
    await expect(connect(openBrowser(app.url), dialogue)).rejects.toThrow('signed-out');
    await expect(connect(cleo, newId())).rejects.toThrow('signed-out');
    await expect(connect(cleo, dialogue, { protocol: 99 })).rejects.toThrow('reload');
    await expect(connect(cleo, dialogue, { origin: 'https://elsewhere.example' })).rejects.toThrow();
  });

  test('two people write to each other, and each sees the other through patches without a gap', async () => {
    const [one, two] = await Promise.all([connect(ben, dialogue), connect(cleo, dialogue)]);
    await one.command('sessions.enter', { session });
    await two.command('sessions.enter', { session });
    expect(await two.command('chat.say', { room: plenary, message: newId(), text: 'too early' })).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
    await one.command('sessions.admit', { session, people: 'all' });
    await two.until(
      'the plenary',
      view => (view as unknown as Room).sessions[session]?.seats[two.me()]?.room === plenary,
    );
    expect((await two.command('chat.say', { room: plenary, message: newId(), text: 'صباح الخير' })).ok).toBe(true);
    await one.until("Cleo's words", view => texts(view).includes('صباح الخير'));
    expect([one.gaps(), two.gaps()]).toEqual([0, 0]);
    one.close();
    two.close();
  });

  test('who comes back gets the tail of what was missed; after a restart of the numbering, a snapshot', async () => {
    const one = await connect(ben, dialogue);
    await one.command('sessions.enter', { session });
    const two = await connect(cleo, dialogue);
    await two.command('sessions.enter', { session });
    await two.until('a chat', view => (view as unknown as Room).chat[plenary] !== undefined);
    const known = { epoch: two.epoch(), audience: two.audience(), seq: two.seq(), view: two.view() };
    two.close();
    for (const text of ['first', 'second', 'third'])
      await one.command('chat.say', { room: plenary, message: newId(), text });
    const back = await connect(cleo, dialogue, { known });
    expect(back.welcomes[0]).toBe('tail');
    await back.until('all three', view => ['first', 'second', 'third'].every(text => texts(view).includes(text)));
    expect(back.gaps()).toBe(0);
    const other = await connect(cleo, dialogue, { known: { ...known, epoch: 'another' } });
    expect(other.welcomes[0]).toBe('snapshot');
    expect(texts(other.view())).toEqual(texts(back.view()));
    for (const client of [one, back, other]) client.close();
  });

  test('the same command sent twice, on two connections, has one effect and one answer', async () => {
    const [one, again] = await Promise.all([connect(ada, dialogue), connect(ada, dialogue)]);
    await one.command('sessions.enter', { session });
    const [id, message] = [newId(), newId()];
    const say = { room: plenary, message, text: 'once only' };
    const acks = await Promise.all([
      one.command('chat.say', say, id),
      again.command('chat.say', say, id),
      one.command('chat.say', say, id),
    ]);
    expect(new Set(acks.map(ack => JSON.stringify(ack))).size).toBe(1);
    expect(acks[0]?.ok).toBe(true);
    await again.until('the message', view => texts(view).includes('once only'));
    expect(texts(again.view()).filter(text => text === 'once only')).toHaveLength(1);
    const thief = await connect(cleo, dialogue);
    expect(await thief.command('chat.say', say, id)).toEqual({ ok: false, refusal: 'taken' });
    for (const client of [one, again, thief]) client.close();
  });

  test('who sends a command hears when all of it has been told, also when their view shows nothing of it', async () => {
    const [host, one] = await Promise.all([connect(ada, dialogue), connect(ben, dialogue)]);
    await one.command('sessions.enter', { session });
    const [waiting, tab] = await Promise.all([connect(cleo, dialogue), connect(ben, dialogue)]);
    // Said where Ben is not, so that his view stands still while the log grows.
    expect(await host.command('chat.say', { room: `${session}/lobby`, message: newId(), text: 'here' })).toMatchObject({
      ok: true,
    });
    const ack = await one.command('sessions.enter', { session });
    if (!ack.ok) throw new Error(ack.refusal);
    await one.until('that all is told', () => one.reached() >= ack.seq);
    for (const client of [host, one, waiting, tab]) client.close();
  });

  test('malformed commands are answered, whatever they hold, and the server stays', async () => {
    const one = await connect(ben, dialogue);
    for (const body of [
      null,
      1,
      'x',
      [],
      {},
      { id: 'x' },
      { id: newId(), kind: 'chat.say' },
      { id: newId(), kind: '__proto__.x', input: {} },
    ]) {
      const ack = await one.socket.timeout(5_000).emitWithAck('command', body as never);
      expect(ack.ok).toBe(false);
    }
    one.socket.emit('command', { id: newId(), kind: 'chat.say', input: null } as never, undefined as never);
    (one.socket as unknown as { emit(event: string, ...rest: unknown[]): void }).emit(
      'no-such-event',
      null,
      null,
      1,
      2,
    );
    const spoofed = { room: plenary, message: newId(), text: 'x', person: cleoId, role: 'organiser' };
    expect(await one.command('chat.say', spoofed)).toEqual({ ok: false, refusal: 'malformed' });
    one.close();
  });

  test('a flood is slowed down', async () => {
    const one = await connect(cleo, dialogue);
    await one.command('sessions.enter', { session });
    const acks = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        one.command('chat.say', { room: plenary, message: newId(), text: `flood ${at}` }),
      ),
    );
    expect(acks.filter(({ ok }) => ok).length).toBeLessThan(10);
    expect(acks.at(-1)).toEqual({ ok: false, refusal: 'too-fast' });
    one.close();
  });

  test('a person opens as many tabs as the limit says, not one more', async () => {
    const tabs = [];
    for (let at = 0; at < limits.socketsPerPerson; at += 1) tabs.push(await connect(cleo, dialogue));
    await expect(connect(cleo, dialogue)).rejects.toThrow('too-many');
    for (const tab of tabs) tab.close();
  });

  test('a revoked link ends the connection at once and lets nobody back; a new link does', async () => {
    const organiser = await connect(ada, dialogue);
    const tab = await connect(cleo, dialogue);
    await organiser.command('people.revoke', { person: cleoId });
    await tab.until('goodbye', () => tab.goodbyes.length > 0 && tab.socket.disconnected);
    expect(tab.goodbyes).toEqual(['revoked']);
    await expect(connect(cleo, dialogue)).rejects.toThrow('revoked');
    const links = await copyLinks(ada, dialogue, [cleoId]);
    cleo = await redeem(app.url, links[cleoId] ?? '');
    const back = await connect(cleo, dialogue);
    await organiser.command('people.remove', { people: [cleoId] });
    await back.until('goodbye', () => back.goodbyes.length > 0);
    expect(back.goodbyes).toEqual(['removed']);
    await expect(connect(cleo, dialogue)).rejects.toThrow('removed');
    organiser.close();
  });
});
