import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { beginning, play, sessionInput } from '@multaqa/shared/dialogue.samples';
import { blockInput } from '@multaqa/shared/facilitate/agenda/agenda.samples';
import { floorRule } from '@multaqa/shared/facilitate/floor/floor.samples';
import { sheetInput } from '@multaqa/shared/facilitate/polls/polls.samples';
import type { MessageSpec } from '@multaqa/shared/kernel/messages';
import { ada, sampleSessions, valuesOf } from '@multaqa/shared/kernel/messages.samples';
import { composeRules } from '@multaqa/shared/kernel/rules';
import type { AnySlice } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
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
import { type Client, connect } from '../client.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { onBothDatabases, readableLogger } from './attack.samples.ts';
import { arm, cases, disarm, rules } from './breakable.samples.ts';

type Room = {
  about: { title: string };
  chat: Record<string, { messages: { text: string }[] }>;
};
const shown = (client: Client) => client.view() as unknown as Room;
const ownOf = (client: Client) => client.own() as { people: { vision: string } };

/** Sends commands of a slice, made from their schemas with new ids, until one is accepted or fails; the last answer. */
async function anyCommand(host: Client, slice: string, room: string): ReturnType<Client['command']> {
  const { messages = {} } = rules.slices.find(({ name }) => name === slice) ?? {};
  for (const [name, spec] of Object.entries(messages as Record<string, MessageSpec>)) {
    const inputs = fc.sample(valuesOf(spec.input, { ids: [newId(), newId()], rooms: [room] }), 20);
    for (const input of inputs) {
      const ack = await host.command(`${slice}.${name}`, input);
      if (ack.ok || ack.refusal === 'fault') return ack;
    }
  }
  throw new Error(`no command of ${slice} was accepted: name one in the exercises`);
}

describe('one fault stays one fault', () => {
  const { lines, logger } = readableLogger();
  const [benId, session] = [newId(), newId()];
  const plenary = `${session}/plenary`;
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  let host: Client;
  let ben: Client;
  let benBrowser: Browser;
  let round = 0;

  beforeAll(async () => {
    app = await startTestApp({
      rules,
      rulesModule: new URL('./breakable.samples.ts', import.meta.url),
      logger,
      rates: { take: () => true, takeFor: () => true },
    });
    ({ ada, dialogue } = await foundDialogue(app));
    host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(benId, 'Ben')] });
    await host.command('sessions.plan', sessionInput(session));
    await host.command('sessions.open', { session, admission: 'direct' });
    benBrowser = await redeem(app.url, (await copyLinks(ada, dialogue, [benId]))[benId] ?? '');
    ben = await connect(benBrowser, dialogue);
    for (const client of [host, ben]) await client.command('sessions.enter', { session });
  });
  afterAll(async () => {
    disarm();
    for (const client of [host, ben]) client.close();
    await app.stop();
  });

  const about = (title: string) => host.command('about.edit', { title, goal: '', languages: ['en'] });
  const describeBen = (vision: string) =>
    ben.command('people.describe', { person: benId, languages: ['en'], needs: [], vision });
  /** One command of a slice whose effect differs each time; of one that is not named here, one that its schemas allow. */
  const exercises: Record<string, (mark: string) => ReturnType<Client['command']>> = {
    about,
    people: describeBen,
    sessions: mark => host.command('sessions.edit', { ...sessionInput(session), title: mark }),
    floor: () => host.command('floor.rule', floorRule(session, { cap: 10 + round })),
    media: () => host.command('media.spotlight', { room: plenary, people: round % 2 ? [benId] : [] }),
    board: () => host.command('board.time', { room: plenary, seconds: 10 + round }),
    notes: () => host.command('notes.rule', { session, authors: round % 2 ? 'hidden' : 'shown' }),
    polls: () => host.command('polls.prepare', { poll: newId(), session, sheet: sheetInput() }),
    exchange: () => host.command('exchange.rule', { session, figures: 'on', nudges: round % 2 ? 'off' : 'on' }),
    questions: mark =>
      ben.command('questions.ask', { room: plenary, question: newId(), text: mark, names: 'anonymous' }),
    reactions: () => host.command('reactions.sign', { room: plenary, sign: 'agree', on: round % 2 === 1 }),
    agenda: () => host.command('agenda.put', blockInput(session, newId())),
    chat: mark => ben.command('chat.say', { room: plenary, message: newId(), text: mark }),
  };

  /** A command whose facts the slice follows; what the chat follows comes with time, never with a command. */
  const editBen = () => host.command('people.edit', card(benId, 'Ben'));
  const followed: Record<string, () => ReturnType<Client['command']>> = {
    sessions: editBen,
    floor: editBen,
    media: editBen,
  };
  const byCommand = cases.filter(({ slice, member }) => member !== 'follow' || slice in followed);

  const exercise = async (slice: string, mark: string) => exercises[slice]?.(mark) ?? anyCommand(host, slice, plenary);

  test.each(byCommand)('a throw in $member of $slice', async ({ slice, member }) => {
    round += 1;
    const mark = `round ${round}`;
    const seen = lines.length;
    arm(slice, member);
    const ack = await exercise(slice, mark);
    if (ack && !ack.ok) {
      expect(ack.refusal).toBe('fault');
      expect(lines.map(({ reference }) => reference)).toContain(ack.reference);
    }
    // A slice that follows a fact costs the commands that lead to this fact; nothing else may be touched.
    if (member === 'follow') expect(await followed[slice]?.()).toMatchObject({ ok: false, refusal: 'fault' });
    const other = slice === 'about' ? await describeBen(mark) : await about(mark);
    expect(other).toMatchObject({ ok: true });
    await ben.until('the other slice', () => shown(ben).about.title === mark || ownOf(ben).people.vision === mark);
    const asked = [
      await ben.ask('chat.older', { room: plenary, before: 1_000_000 }),
      await host.ask('people.links', { people: [benId] }),
      await host.ask('sessions.visits', {}),
      await host.ask('notes.outcomes', { session }),
      await host.ask('polls.runs', { session }),
      await host.ask('polls.split', { run: newId(), by: 'cluster' }),
      await host.ask('questions.all', { session }),
      await host.ask('questions.counts', { session }),
      await host.ask('floor.counts', { session }),
      await host.ask('exchange.rooms', { session }),
      await host.ask('exchange.figures', { session: null }),
    ];
    for (const answer of asked)
      if (!answer.ok) expect(answer).toMatchObject({ refusal: 'fault', reference: expect.any(String) });
    expect(await app.dialogues.loaded(dialogue)?.runner.tick()).toMatchObject({ ok: true });
    const report = await ada.get(`/dialogues/${dialogue}/report`);
    expect(report.status).toBe(200);
    // Who comes now comes in, and another dialogue begins as if nothing were.
    const late = await connect(benBrowser, dialogue);
    expect(Object.keys(late.view()).sort()).toEqual(Object.keys(slices).sort());
    late.close();
    if (!['decide', 'evolve'].includes(member)) expect((await ada.get('/me')).status).toBe(200);
    expect(lines.length, 'the log says so').toBeGreaterThan(seen);

    disarm();
    expect(await exercise(slice, `${mark} again`)).toMatchObject({ ok: true });
    expect(await exercise('chat', `${mark}, the end`)).toMatchObject({ ok: true });
    await host.until('what came after', () =>
      (shown(host).chat[plenary]?.messages ?? []).some(({ text }) => text === `${mark}, the end`),
    );
    expect(host.socket.connected && ben.socket.connected).toBe(true);
  });
});

test('a throw in what a slice follows with time costs no fact: it is due again, and everything comes when it works', () => {
  const [session = ''] = sampleSessions;
  const closed = play(rules, [...beginning, { by: ada, kind: 'sessions.close', input: { session }, at: 2 }]);
  const later = 2 + limits.reopening;
  const reported: string[] = [];
  const due = () =>
    rules.tick(closed.state, later, closed.log.length, ({ slice, member }) => reported.push(`${slice}.${member}`));
  arm('chat', 'follow');
  try {
    const { facts, state } = due();
    expect(facts).toEqual([]);
    expect(rules.deadline(state, () => {})).toBeLessThanOrEqual(later);
    expect(reported).toEqual(['sessions.tick']);
  } finally {
    disarm();
  }
  expect(due().facts.map(({ kind }) => kind)).toEqual(['sessions.sealed', 'chat.closed']);
});

onBothDatabases('a log that cannot be read', env => {
  let app: TestApp;
  const temporary = temporaryFolder();
  const { lines, logger } = readableLogger();
  afterAll(async () => {
    await app?.stop();
    temporary.remove();
  });

  test('shuts away its own dialogue with a plain message, lets the others go on, and opens again when it can be read', async () => {
    const healthy = composeRules(Object.values(slices), stateQueries);
    const database = { folder: temporary.folder, env: env() };
    app = await startTestApp({ rules: healthy, logger, ...database });
    const { ada, dialogue: sick } = await foundDialogue(app);
    const { body } = await ada.post('/dialogues', { title: 'Green towns', goal: '', languages: ['en'] });
    const well = String(body.dialogue);
    const before = await connect(ada, sick);
    await before.command('about.edit', { title: 'Poison', goal: '', languages: ['en'] });
    before.close();
    await app.close();

    const poisoned = composeRules(
      Object.values(slices).map((slice: AnySlice) =>
        slice.name === 'about'
          ? {
              ...slice,
              evolve(state: unknown, fact: { data: { title?: string } }) {
                if (fact.data.title === 'Poison') throw new Error('not understood');
                return (slice.evolve as (...input: unknown[]) => unknown)(state, fact);
              },
            }
          : slice,
      ),
      stateQueries,
    );
    const restarted = await startTestApp({ rules: poisoned, logger, ...database });
    const again = { ...ada, url: restarted.url };
    const refused = await connect(again, sick).catch(error => error as Error & { data?: { reference: string } });
    expect(refused).toMatchObject({ message: 'quarantined', data: { reference: expect.any(String) } });
    const { reference } = (refused as { data: { reference: string } }).data;
    expect(lines.map(line => line.reference)).toContain(reference);
    const other = await connect(again, well);
    expect(await other.command('about.edit', { title: 'Blue towns', goal: '', languages: ['en'] })).toMatchObject({
      ok: true,
    });
    other.close();
    const listed = await openBrowser(restarted.url, ada.cookie).get('/me');
    expect(listed.body.dialogues).toContainEqual(expect.objectContaining({ dialogue: sick, quarantined: reference }));
    expect(listed.body.dialogues).toContainEqual(expect.objectContaining({ dialogue: well, title: 'Blue towns' }));
    const ready = await fetch(`${restarted.url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { ok: true, quarantined: 1 }]);
    await restarted.close();

    app = await startTestApp({ rules: healthy, ...database });
    const mended = await connect({ ...ada, url: app.url }, sick);
    expect((mended.view() as unknown as Room).about.title).toBe('Poison');
    mended.close();
  });
});
