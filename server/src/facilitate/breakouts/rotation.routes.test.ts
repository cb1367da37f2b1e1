import { sessionInput } from '@multaqa/shared/dialogue.samples';
import type { BreakoutsView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { coverageOf } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { type RotationSettings, usualRotation } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { guestsOf } from '@multaqa/shared/guests';
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
import { type Client, connect } from '../../client.samples.ts';

let app: TestApp;
let ada: Browser;
let organiser: Client;
let dialogue = '';
const people = Array.from({ length: 17 }, newId);
const [ben = '', cleo = '', dina = ''] = people;
const [first, second] = [newId(), newId()];
const path = () => `/dialogues/${dialogue}/rotation`;
const wanted = (settings: Partial<RotationSettings> = {}, more: object = {}) => ({
  rotation: newId(),
  settings: {
    ...usualRotation,
    sessions: [
      { session: first, rounds: 2 },
      { session: second, rounds: 1 },
    ],
    size: 4,
    ...settings,
  },
  fixed: [],
  titles: ['Round one', 'Round two'],
  ...more,
});
const view = () => organiser.view().breakouts as unknown as BreakoutsView;
/** Asks for a rotation, and waits until the organiser has been told of what it made. */
async function plan(input: object) {
  const { status, body } = await ada.post(path(), input);
  expect(status).toBe(200);
  await organiser.until('told', () => organiser.seq() >= Number(body.seq ?? 0));
  return body;
}
/** The rounds that there are, in the order of their numbers. */
const rounds = () =>
  Object.values(view().plan?.groupings ?? {})
    .filter(({ way }) => way === 'rotation')
    .sort((a, b) => (a.round ?? 0) - (b.round ?? 0));
const roomsOf = ({ rooms, places }: ReturnType<typeof rounds>[number]) =>
  rooms.map(({ room }) => ({ people: Object.keys(places).filter(person => places[person] === room) }));
const done = async (kind: string, input: unknown) =>
  expect(await organiser.command(kind, input)).toMatchObject({ ok: true });

const cardOf = (person: string, at: number) => ({
  ...card(person, `Person ${at}`, at === 0 ? 'facilitator' : at === 1 ? 'note-taker' : 'participant'),
  municipality: `Town ${at % 9}`,
  country: 'TN',
  languages: ['ar', at % 2 ? 'fr' : 'en'],
});

beforeAll(async () => {
  app = await startTestApp();
  ({ ada, dialogue } = await foundDialogue(app));
  organiser = await connect(ada, dialogue);
  await done('people.add', { people: people.map(cardOf) });
  for (const session of [first, second]) await done('sessions.plan', sessionInput(session));
});
afterAll(async () => {
  organiser.close();
  await app.stop();
});

describe('a rotation', () => {
  test('becomes a grouping for each round, in which people meet whom they have not met', async () => {
    const input = wanted();
    expect(await plan(input)).toEqual({ status: 'planned', rounds: [1, 2, 3], seq: expect.any(Number) });
    expect(rounds().map(({ session, round, title }) => [session, round, title])).toEqual([
      [first, 1, 'Round one'],
      [first, 2, 'Round two'],
      [second, 3, '3'],
    ]);
    for (const round of rounds()) {
      expect(Object.keys(round.places).sort()).toEqual([...people].sort());
      expect(round.rooms).toHaveLength(4);
      const leads = round.rooms.filter(({ roles }) => roles.facilitator === ben);
      expect(leads.map(({ room }) => room)).toEqual([round.places[ben]]);
      expect(round.rooms.filter(({ roles }) => roles['note-taker'] === cleo)).toHaveLength(1);
    }
    const guests = guestsOf(organiser.view().people as never, null);
    const { met } = coverageOf(guests, [], rounds().map(roomsOf));
    // Three rounds of 28 pairs; four people who go to four rooms never need to meet again, and one is over.
    expect(met.people).toBeGreaterThan(75);
    expect(view().plan?.rotation).toEqual(input.settings);
  });

  test('sent twice has one effect', async () => {
    const input = wanted({ seed: 7 });
    await plan(input);
    const made = rounds().map(({ places }) => places);
    await plan(input);
    expect(rounds().map(({ places }) => places)).toEqual(made);
  });

  test('that is planned again keeps what is prepared, and what stays as it is; who meets there has met', async () => {
    const [one, two, three] = rounds();
    if (!one || !two || !three) throw new Error('no rounds');
    const room = two.rooms[0]?.room ?? '';
    await done('breakouts.describe', {
      grouping: two.grouping,
      room,
      field: 'task',
      language: 'ar',
      text: 'ما العائق؟',
    });
    await done('breakouts.place', { grouping: one.grouping, people: [dina], room: one.rooms[0]?.room });
    await plan(wanted({ size: 3, smallest: 2, seed: 3 }, { fixed: [one.grouping] }));
    const now = rounds();
    expect(now.map(({ grouping }) => grouping)).toEqual([one, two, three].map(({ grouping }) => grouping));
    expect(now[0]?.places[dina]).toBe(one.rooms[0]?.room);
    expect(now[1]?.rooms[0]?.prepared.task.ar?.text).toBe('ما العائق؟');
    expect(now[1]?.rooms).toHaveLength(6);
    await done('breakouts.undo', { grouping: two.grouping });
  });

  test('of fewer rounds lets go of those that nobody asks for any more', async () => {
    const before = rounds().map(({ grouping }) => grouping);
    const sessions = [
      { session: first, rounds: 1 },
      { session: second, rounds: 1 },
    ];
    await plan(wanted({ sessions }));
    expect(rounds().map(({ grouping }) => grouping)).toEqual([before[0], before[2]]);
  });

  test('that cannot be is answered with what contradicts, and makes nothing', async () => {
    const before = rounds();
    const { body } = await ada.post(path(), wanted({ smallest: 5, largest: 5, size: 5 }));
    expect(body).toEqual({
      status: 'impossible',
      demands: [
        { rule: 'largest', largest: 5 },
        { rule: 'smallest', smallest: 5 },
      ],
      isProven: true,
    });
    expect(rounds()).toEqual(before);
  });

  test('leaves out sessions that are not there, and without any round is nothing', async () => {
    const { body } = await ada.post(path(), wanted({ sessions: [{ session: newId(), rounds: 2 }] }));
    expect(body).toEqual({ status: 'nothing' });
  });

  test('is planned one at a time, and stops when whoever asked goes', async () => {
    const answers = await Promise.all([ada.post(path(), wanted()), ada.post(path(), wanted())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    const gone = new AbortController();
    const asking = fetch(`${app.url}/api${path()}`, {
      method: 'POST',
      headers: { origin: app.url, cookie: ada.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(wanted()),
      signal: gone.signal,
    });
    gone.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(async () => (await ada.post(path(), wanted())).status).toBe(200);
  });
});

describe('what really happened', () => {
  test('counts: a round that was held is not planned again', async () => {
    const [one] = rounds();
    if (!one) throw new Error('no rounds');
    await done('sessions.open', { session: first, admission: 'lobby' });
    await done('breakouts.open', { session: first, grouping: one.grouping });
    await done('breakouts.close', { session: first, when: 'now' });
    await organiser.until(
      'held',
      () => (rounds().find(({ grouping }) => grouping === one.grouping)?.runs.length ?? 0) > 0,
    );
    const places = rounds()[0]?.places;
    const told = await plan(wanted({ seed: 9 }));
    expect(told).toMatchObject({ status: 'planned', rounds: expect.not.arrayContaining([one.round]) });
    expect(rounds()[0]?.places).toEqual(places);
  });
});

describe('who may plan', () => {
  test('hosts do; nobody else, and strangers are told nothing', async () => {
    const links = await copyLinks(ada, dialogue, [ben, dina]);
    const facilitator = await redeem(app.url, links[ben] ?? '');
    expect((await facilitator.post(path(), wanted())).status).toBe(200);
    const participant = await redeem(app.url, links[dina] ?? '');
    expect(await participant.post(path(), {})).toEqual({ status: 403, body: { refusal: 'not-permitted' } });
    expect((await openBrowser(app.url).post(path(), wanted())).status).toBe(401);
    expect((await ada.post(`/dialogues/${newId()}/rotation`, wanted())).status).toBe(404);
  });

  test.each([
    ['no settings', { rotation: newId(), fixed: [], titles: [] }],
    ['rooms of nobody', wanted({ smallest: 0 })],
    ['what nobody asks for', wanted({}, { origin: 'hand' })],
  ])('with %s it is malformed', async (_, input) => {
    expect(await ada.post(path(), input)).toEqual({ status: 400, body: { refusal: 'malformed' } });
  });
});
