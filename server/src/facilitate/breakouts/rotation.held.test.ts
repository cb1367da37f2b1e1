import { sessionInput } from '@multaqa/shared/dialogue.samples';
import type { BreakoutsView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { coverageOf } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { metBefore } from '@multaqa/shared/facilitate/breakouts/rotation/rounds';
import { usualRotation } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import type { SessionsView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { guestsOf } from '@multaqa/shared/guests';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  hurriedClock,
  newId,
  redeem,
  startTestApp,
  type TestApp,
} from '../../app.samples.ts';
import { type Client, connect } from '../../client.samples.ts';

const clock = hurriedClock();
let app: TestApp;
let ada: Browser;
let organiser: Client;
let dialogue = '';
const people = Array.from({ length: 8 }, newId);
const came = people.slice(2);
const clients: Client[] = [];
const session = newId();

const done = async (kind: string, input: object) =>
  expect(await organiser.command(kind, input)).toMatchObject({ ok: true });
const breakouts = () => organiser.view().breakouts as unknown as BreakoutsView;
const roomOf = (person: string) => {
  const found = (organiser.view().sessions as unknown as SessionsView)[session];
  return found?.status === 'open' ? found.seats[person]?.room : undefined;
};
const rounds = () => Object.values(breakouts().plan?.groupings ?? {}).sort((a, b) => (a.round ?? 0) - (b.round ?? 0));

/** Asks for so many rounds of two rooms, and waits until the organiser has been told of them. */
async function plan(count: number, seed: number): Promise<void> {
  const sessions = [{ session, rounds: count }];
  const settings = { ...usualRotation, sessions, size: 4, sharedLanguage: false, seed };
  const { body } = await ada.post(`/dialogues/${dialogue}/rotation`, {
    rotation: newId(),
    settings,
    fixed: [],
    titles: [],
  });
  expect(body).toMatchObject({ status: 'planned' });
  await organiser.until('told', () => organiser.seq() >= Number(body.seq));
}

beforeAll(async () => {
  app = await startTestApp({ clock, rates: { take: () => true, takeFor: () => true } });
  ({ ada, dialogue } = await foundDialogue(app));
  organiser = await connect(ada, dialogue);
  await done('people.add', { people: people.map((person, at) => card(person, `Person ${at}`)) });
  await done('sessions.plan', sessionInput(session));
  await plan(1, 1);
  await done('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(ada, dialogue, came);
  for (const person of came) {
    const client = await connect(await redeem(app.url, links[person] ?? ''), dialogue);
    clients.push(client);
    expect(await client.command('sessions.enter', { session })).toMatchObject({ ok: true });
  }
});
afterAll(async () => {
  for (const client of [organiser, ...clients]) client.close();
  await app.stop();
});

test('who was in a room together has met, and who was absent has not, whatever was planned', async () => {
  const [held] = rounds();
  if (!held) throw new Error('no round');
  await done('breakouts.open', { session, grouping: held.grouping });
  await done('breakouts.go', { session });
  const inRooms = () => came.filter(person => roomOf(person) === held.places[person]);
  await organiser.until('they have gone', () => inRooms().length === came.length);
  clock.pass(6 * 60_000);
  await done('breakouts.close', { session, when: 'now' });
  await organiser.until('held', () => (rounds()[0]?.runs.length ?? 0) > 0);

  const visits = await organiser.ask('sessions.visits', {});
  if (!visits.ok) throw new Error(visits.refusal);
  const before = metBefore(visits.answer as Parameters<typeof metBefore>[0], [], clock.now());
  const guests = guestsOf(organiser.view().people as unknown as PeopleView, null);
  const isTogether = (one: string, two: string) =>
    came.includes(one) && came.includes(two) && held.places[one] === held.places[two];
  expect(before.filter(({ times }) => times > 0)).toHaveLength(
    people.flatMap((one, at) => people.slice(at + 1).filter(two => isTogether(one, two))).length,
  );

  // Two of each old room go to each new one. Whoever was absent has met nobody: only two pairs need to meet again.
  for (const seed of [1, 2, 3]) {
    await plan(2, seed);
    expect(rounds()[0]?.places).toEqual(held.places);
    const next = rounds()[1];
    if (!next) throw new Error('no second round');
    const rooms = next.rooms.map(({ room }) => ({ people: people.filter(person => next.places[person] === room) }));
    expect(coverageOf(guests, before, [rooms]).rounds[0]?.fresh.people).toBe(10);
  }
});
