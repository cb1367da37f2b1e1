import { createDialogue, join, signIn } from '../../app/doors.ts';
import type { Guest } from '../../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../../people/roster.ts';
import { ada, ben, dina, others } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { receptionOf, recordConnections } from '../media/reception.ts';
import { expectIn, openSession, planSession } from '../meeting.ts';

const unmute = ({ page, word }: Guest) => page.getByRole('contentinfo').getByRole('button', { name: word('unmute') });

/** The name of the breakout that somebody is in, as their header tells it. */
async function roomOf({ page }: Guest): Promise<string> {
  const named = page
    .getByRole('banner')
    .getByText(/^Room \d$/)
    .first();
  await expect(named).toBeAttached({ timeout: 20_000 });
  return (await named.textContent()) ?? '';
}

const packetsAt = async ({ page }: Guest): Promise<number> => (await receptionOf(page)).voicePackets;

/** Waits until voices arrive at somebody. */
async function hears(guest: Guest): Promise<void> {
  const before = await packetsAt(guest);
  await expect.poll(async () => (await packetsAt(guest)) - before, { timeout: 30_000 }).toBeGreaterThan(30);
}

/** Waits until no packet of a voice arrives at somebody while many arrive at a witness. */
const hearsNothing = (guest: Guest, witness: Guest): Promise<void> =>
  expect(async () => {
    const before = await packetsAt(guest);
    await hears(witness);
    expect((await packetsAt(guest)) - before).toBe(0);
  }).toPass({ timeout: 60_000 });

test('packets of voices stay in their breakout; a host who listens hears it, and is heard in another one only while they say so', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const people = [ben, dina, ...others.filter(({ language }) => language === 'en').slice(0, 1)];
  const host = await visit(ada);
  await recordConnections(host.page);
  await signIn(host, server);
  const dialogue = await createDialogue(host, { title: 'Local jobs' });
  await introduceFounder(host, dialogue);
  await importPeople(host, dialogue, people);
  const links = new Map<string, string>();
  for (const one of people) links.set(one.name, await copyLink(host, one));
  await planSession(host, dialogue, { title: 'Where our towns stand' });
  await host.page.goto(`${dialogue}/sessions`);
  await host.page.getByRole('link', { name: /Breakouts/ }).click();
  await host.button('roomsAtRandom').click();
  const form = host.page.getByRole('dialog');
  await form.getByRole('combobox', { name: host.word('roomsBy') }).selectOption('rooms');
  await form.getByRole('spinbutton', { name: host.word('numberOfRooms') }).fill('2');
  await form.getByRole('button', { name: host.word('prepareThem') }).click();
  await expect(host.page.getByRole('heading', { name: 'Room 2' })).toBeVisible();
  await openSession(host, dialogue, 'sound', 'direct');
  const guests: Guest[] = [];
  for (const one of people) {
    const guest = await visit(one);
    await recordConnections(guest.page);
    await join(guest, links.get(one.name) ?? '', 'sound');
    await expectIn(guest, 'plenary');
    await unmute(guest).click();
    guests.push(guest);
  }
  await unmute(host).click();
  for (const guest of guests) await hears(guest);

  await host.button('openBreakouts', { title: 'At random' }).click();
  await host.button('everybodyGoesNow').click();
  const rooms = await Promise.all(guests.map(roomOf));
  const alone = guests.findIndex((_, at) => rooms.filter(room => room === rooms[at]).length === 1);
  const [single, pair] = [guests[alone] as Guest, guests.filter((_, at) => at !== alone)];
  const [firstOfPair] = pair as [Guest, Guest];
  const card = (room: string) => host.page.getByRole('main').getByRole('article', { name: room, exact: true });
  const roomOfPair = rooms[guests.indexOf(firstOfPair)] ?? '';
  const roomOfSingle = rooms[alone] ?? '';

  // Two talk to each other; whoever is alone, and the host in the plenary, receive nothing.
  for (const guest of pair) await hears(guest);
  for (const guest of [single, host]) await hearsNothing(guest, firstOfPair);

  // The host listens, and is not heard.
  await card(roomOfPair)
    .getByRole('button', { name: host.word('listenIn') })
    .click();
  await hears(host);
  await expect(firstOfPair.page.getByText(firstOfPair.word('isListening', { name: 'Ada' }))).toBeVisible();
  await hearsNothing(single, firstOfPair);
  await host.button('stopListening').click();
  await expect(firstOfPair.page.getByText(firstOfPair.word('isListening', { name: 'Ada' }))).toBeHidden();
  await hearsNothing(host, firstOfPair);

  // The host speaks to the other room, which is told whose voice it is, for as long as they say so.
  await card(roomOfSingle)
    .getByRole('button', { name: `More for ${roomOfSingle}` })
    .click();
  await host.page.getByRole('menuitem', { name: 'Speak to this room' }).click();
  await expect(single.page.getByRole('main').getByText('Ada speaks to your room.')).toBeVisible();
  await hears(single);
  await host.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(single.page.getByRole('main').getByText('Ada speaks to your room.')).toBeHidden();
  await hearsNothing(single, firstOfPair);
});
