import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import type { Signalled } from '@multaqa/shared/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { card, copyLinks, foundDialogue, newId, redeem, startTestApp, type TestApp } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { openSignals } from './signals.ts';

/**
 * Laws of signals.
 *
 * [G1] A signal reaches those of its room who are there when it goes out, and nobody else; not its sender.
 * [G2] Who may not send, was moved or was removed is not heard; what is malformed or too much is dropped.
 * [G3] Of each kind and person the newest is told.
 * [G5] Where a kind tells how many, everybody in the room, its senders too, gets one number for all who sent the same within a tick, and no name.
 * [G4] Nothing of a signal is in the database, in a view or in the log.
 */
const [ada, ben, cleo, dina] = [newId(), newId(), newId(), newId()];

describe('signals', () => {
  const session = newId();
  const plenary = `${session}/plenary`;
  let app: TestApp;
  let dialogue = '';
  const clients: Record<string, Client> = {};
  const heard: Record<string, Signalled[]> = {};

  beforeAll(async () => {
    app = await startTestApp();
    const founded = await foundDialogue(app);
    dialogue = founded.dialogue;
    clients.ada = await connect(founded.ada, dialogue);
    const people = [card(ben, 'Ben'), card(cleo, 'Cleo'), card(dina, 'Dina', 'observer')];
    await clients.ada.command('people.add', { people });
    await clients.ada.command('sessions.plan', sessionInput(session));
    await clients.ada.command('sessions.open', { session, admission: 'direct' });
    const links = await copyLinks(founded.ada, dialogue, [ben, cleo, dina]);
    for (const [name, person] of Object.entries({ ben, cleo, dina })) {
      clients[name] = await connect(await redeem(app.url, links[person] ?? ''), dialogue);
      await clients[name].command('sessions.enter', { session });
    }
    for (const [name, client] of Object.entries(clients))
      client.socket.on('signals', signals => void heard[name]?.push(...signals));
  });
  beforeEach(() => {
    for (const name of Object.keys(clients)) heard[name] = [];
  });
  afterAll(async () => {
    for (const client of Object.values(clients)) client.close();
    await app.stop();
  });

  const write = (name: string, input: unknown = { room: plenary, on: true }, kind = 'chat.writing') =>
    clients[name]?.socket.emit('signal', { kind, input });
  const writing = (person: string, on = true) => ({ kind: 'chat.writing', person, input: { room: plenary, on } });
  /** Ben's sign comes last: whatever was to be told before it has been told then. */
  async function untilBenIsHeard(by = 'cleo') {
    await expect
      .poll(() => {
        write('ben', { room: plenary, on: false });
        return heard[by]?.some(({ person, input }) => person === ben && !(input as { on: boolean }).on);
      })
      .toBe(true);
  }

  test('[G1] reaches those of the room, observers too, and not its sender nor who sits elsewhere', async () => {
    write('ben');
    await expect.poll(() => heard.cleo).toContainEqual(writing(ben));
    await expect.poll(() => heard.dina).toContainEqual(writing(ben));
    expect(heard.ben).toEqual([]);
    expect(heard.ada, 'she sits in no room').toEqual([]);
  });

  test('[G2] who may not send is not heard, and what is malformed, unknown or too large is dropped', async () => {
    write('dina');
    write('cleo', { room: `${session}/lobby`, on: true });
    write('cleo', { room: plenary, on: 'yes' });
    write('cleo', { room: plenary, on: true, secret: 'x' });
    write('cleo', { room: plenary, on: true, pad: 'x'.repeat(200) });
    write('cleo', {}, 'chat.say');
    write('cleo', {}, 'toString.constructor');
    clients.cleo?.socket.emit('signal', null as never);
    await untilBenIsHeard();
    await untilBenIsHeard('dina');
    expect(new Set([...(heard.dina ?? []), ...(heard.ben ?? [])].map(({ person }) => person))).toEqual(new Set([ben]));
    expect(clients.cleo?.socket.connected).toBe(true);
  });

  test('[G3] of many in a row the newest is told, and few messages carry them', async () => {
    for (let at = 0; at < 8; at += 1) write('cleo', { room: plenary, on: at % 2 === 0 });
    write('cleo', { room: plenary, on: true });
    await expect.poll(() => heard.ben?.at(-1)).toEqual(writing(cleo));
    expect(heard.ben?.length).toBeLessThan(9);
  });

  test('[G2] a flood is dropped, its sender and the others go on', async () => {
    for (let at = 0; at < 200; at += 1) write('cleo');
    expect(await clients.cleo?.command('chat.say', { room: plenary, message: newId(), text: 'hello' })).toMatchObject({
      ok: true,
    });
    await untilBenIsHeard();
  });

  test('[G1] [G2] who was removed or left neither sends nor hears', async () => {
    expect(await clients.ada?.command('people.remove', { people: [cleo] })).toMatchObject({ ok: true });
    expect(await clients.dina?.command('sessions.leave', { room: plenary })).toMatchObject({ ok: true });
    expect(await clients.ada?.command('sessions.enter', { session })).toMatchObject({ ok: true });
    for (const name of ['ben', 'cleo', 'dina']) heard[name] = [];
    write('cleo');
    write('dina');
    await expect
      .poll(() => {
        write('ada');
        return heard.ben?.length;
      })
      .toBeGreaterThan(1);
    expect(new Set(heard.ben?.map(({ person }) => person))).toEqual(new Set([clients.ada?.me()]));
    expect([heard.cleo, heard.dina]).toEqual([[], []]);
  });

  test('[G5] what several send alike arrives as one number without names, at its senders too', async () => {
    const react = (name: string, reaction: string) => write(name, { room: plenary, reaction }, 'reactions.react');
    await expect
      .poll(() => {
        for (const name of ['ben', 'ada']) react(name, 'applause');
        return heard.ben?.some(signal => signal.person === null && signal.count === 2);
      })
      .toBe(true);
    for (const name of ['ben', 'ada']) {
      const reactions = heard[name]?.filter(({ kind }) => kind === 'reactions.react') ?? [];
      for (const signal of reactions) expect(signal).toMatchObject({ person: null, input: { reaction: 'applause' } });
      expect(reactions.map(signal => (signal.person === null ? signal.count : 0))).toContain(2);
    }
    expect(heard.dina, 'she has left').toEqual([]);
  });

  test('[G4] nothing of it is kept', async () => {
    write('ben');
    await expect.poll(() => heard.ada).toContainEqual(writing(ben));
    const seq = app.dialogues.loaded(dialogue)?.runner.seq();
    await untilBenIsHeard('ada');
    expect(app.dialogues.loaded(dialogue)?.runner.seq()).toBe(seq);
    await app.dialogues.close();
    const disk = readdirSync(app.folder)
      .map(file => readFileSync(join(app.folder, file), 'latin1'))
      .join('');
    expect(disk).toContain('chat.said');
    expect(disk).not.toContain('chat.writing');
    expect(disk).not.toContain('"on":true');
  });
});

test('[G2] who is moved or removed between a signal and its tick is neither heard nor told', () => {
  const rooms: Record<string, string | null> = { [ada]: 'a', [ben]: 'a', [cleo]: 'a' };
  const ticks: (() => void)[] = [];
  const told: Record<string, unknown[]> = {};
  const live = { dialogue: 'd', now: () => 0, runner: { state: () => rooms } };
  const rules = {
    signalOf: () => ({ bytes: 100 }),
    signal: (state: typeof rooms, person: string, _spec: unknown, input: unknown) =>
      state[person] && { input, to: { room: state[person] } },
    audienceOf: (state: typeof rooms, person: string) =>
      state[person] && { place: { room: state[person] }, watches: [] },
  };
  const signals = openSignals({
    dialogues: { rules, loaded: () => live } as never,
    rates: { take: () => true, takeFor: () => true },
    clock: { now: () => 0, at: (_instant: number, act: () => void) => void ticks.push(act) } as never,
  });
  for (const person of [ada, ben, cleo])
    signals.enter('d', {
      person,
      refusedBy: () => null,
      tell(list) {
        told[person] = [...(told[person] ?? []), ...list.map(signal => signal.person)];
      },
    });
  const tick = () => {
    for (const act of ticks.splice(0)) act();
  };
  for (const person of [ada, ben]) signals.send(live as never, person, { kind: 'x.y', input: {} });
  rooms[ben] = null;
  tick();
  expect(told, 'Ben is heard no more and told nothing').toEqual({ [cleo]: [ada] });
  signals.send(live as never, ada, { kind: 'x.y', input: {} });
  rooms[ben] = 'a';
  // Larger than its kind may be.
  signals.send(live as never, ben, { kind: 'x.y', input: { pad: 'x'.repeat(200) } });
  rooms[cleo] = 'b';
  tick();
  expect(told).toEqual({ [cleo]: [ada], [ben]: [ada] });
});

test('[G5] however many send the same within a tick, each counts once and one message tells it', () => {
  const everybody = Array.from({ length: 120 }, (_, at) => `p${at}`);
  const rooms: Record<string, string | null> = Object.fromEntries(everybody.map(person => [person, 'a']));
  const ticks: (() => void)[] = [];
  const told: unknown[] = [];
  const live = { dialogue: 'd', now: () => 0, runner: { state: () => rooms } };
  const rules = {
    signalOf: () => ({ bytes: 100, tells: 'how-many' }),
    signal: (state: typeof rooms, person: string, _spec: unknown, input: unknown) =>
      state[person] && { input, to: { room: state[person] } },
    audienceOf: (state: typeof rooms, person: string) =>
      state[person] && { place: { room: state[person] }, watches: [] },
  };
  const signals = openSignals({
    dialogues: { rules, loaded: () => live } as never,
    rates: { take: () => true, takeFor: () => true },
    clock: { now: () => 0, at: (_instant: number, act: () => void) => void ticks.push(act) } as never,
  });
  signals.enter('d', { person: 'p0', refusedBy: () => null, tell: list => void told.push(list) });
  for (const person of [...everybody, ...everybody])
    signals.send(live as never, person, { kind: 'x.y', input: { a: 1 } });
  rooms.p7 = null;
  for (const act of ticks.splice(0)) act();
  expect(told).toEqual([[{ kind: 'x.y', input: { a: 1 }, person: null, count: 119 }]]);
});
