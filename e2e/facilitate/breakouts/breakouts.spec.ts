import type { Locator } from '@playwright/test';
import { createDialogue, join, signIn } from '../../app/doors.ts';
import type { Guest } from '../../guest.ts';
import { copyLink, importPeople } from '../../people/roster.ts';
import { ada, ben, cleo, dina, others } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { expectIn, openChat, openSession, openTab, planSession, say } from '../meeting.ts';

const title = 'Where our towns stand';

/** The breakout that the header names, in the language of the guest. */
const inBreakout = ({ page }: Guest): Locator => page.getByRole('banner').getByText(/^(Room|القاعة) \d$/);

/** The number of the room somebody is in. */
async function roomOf(guest: Guest): Promise<string> {
  await expect(inBreakout(guest).first()).toBeAttached({ timeout: 20_000 });
  return ((await inBreakout(guest).first().textContent()) ?? '').replace(/\D/g, '');
}

const nameOf = (number: string) => `Room ${number}`;

const cardOf = ({ page }: Guest, number: string) =>
  page.getByRole('main').getByRole('article', { name: nameOf(number), exact: true });

test('eight people go into four rooms, are moved, helped, told, heard and brought back, and a power cut in between moves nobody', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const late = others[3] ?? dina;
  const guests = [ben, cleo, dina, ...others.slice(0, 3), late];
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: '' });
  await importPeople(adaHere, dialogue, guests);
  const links = new Map<string, string>();
  for (const one of guests) links.set(one.name, await copyLink(adaHere, one));
  await planSession(adaHere, dialogue, { title });

  // Prepared before the session, by keyboard alone.
  await adaHere.page.goto(`${dialogue}/sessions`);
  await adaHere.page.getByRole('link', { name: /Breakouts/ }).focus();
  await adaHere.page.keyboard.press('Enter');
  await adaHere.button('roomsAtRandom').focus();
  await adaHere.page.keyboard.press('Enter');
  const form = adaHere.page.getByRole('dialog');
  await form.getByRole('combobox', { name: adaHere.word('roomsBy') }).selectOption('rooms');
  await form.getByRole('spinbutton', { name: adaHere.word('numberOfRooms') }).fill('4');
  await form.getByRole('button', { name: adaHere.word('prepareThem') }).press('Enter');
  await expect(adaHere.page.getByRole('heading', { name: 'Room 4' })).toBeVisible();
  await adaHere.page.getByRole('button', { name: 'New breakouts' }).click();
  await form.getByRole('radio', { name: 'At random' }).check();
  await form.getByRole('textbox', { name: adaHere.word('title') }).fill('Second');
  await form.getByRole('button', { name: adaHere.word('prepareThem') }).click();
  await expect(form).toBeHidden();

  await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const here = new Map<string, Guest>();
  for (const one of guests.filter(guest => guest !== late)) {
    const guest = await visit(one, one.language === 'ar' ? { isMobile: true, hasTouch: true } : {});
    await join(guest, links.get(one.name) ?? '', 'textOnly');
    await expectIn(guest, 'plenary');
    here.set(one.name, guest);
  }
  const [benHere, cleoHere, dinaHere] = [ben, cleo, dina].map(({ name }) => here.get(name)) as [Guest, Guest, Guest];

  // One click opens all. Everybody is told where they go, and a host skips the wait.
  await adaHere.button('openBreakouts', { title: 'At random' }).click();
  await expect(cleoHere.page.getByRole('region', { name: cleoHere.word('youGoTo') })).toBeVisible();
  await adaHere.button('everybodyGoesNow').click();
  const rooms = new Map<string, string>();
  for (const [name, guest] of here) rooms.set(name, await roomOf(guest));
  expect(new Set(rooms.values()).size).toBeGreaterThanOrEqual(3);
  const [bensRoom = '', cleosRoom = '', dinasRoom = ''] = [ben, cleo, dina].map(({ name }) => rooms.get(name));

  // Nobody reads another room.
  const seenByBen = await openChat(benHere);
  await say(benHere, 'Shall we begin?');
  for (const [name, guest] of here)
    if (rooms.get(name) !== bensRoom) await expect(guest.page.getByText('Shall we begin?')).toBeHidden();

  // Help: one tap on a phone in Arabic; the host is there with one click, and back with another.
  await openTab(cleoHere, 'breakouts');
  await cleoHere.button('askForHelp').click();
  await expect(cleoHere.page.getByText(cleoHere.word('hostCalled'))).toBeVisible();
  await adaHere.button('asksForHelp', { room: nameOf(cleosRoom) }).click();
  expect(await roomOf(adaHere)).toBe(cleosRoom);
  await expect(cleoHere.button('askForHelp')).toBeVisible();
  await adaHere.button('backTo', { room: 'Plenary' }).click();
  await expectIn(adaHere, 'plenary');

  // All rooms are told something that stays until it is put away.
  await adaHere.page
    .getByRole('main')
    .getByRole('button', { name: adaHere.word('messageRooms') })
    .click();
  const telling = adaHere.page.getByRole('dialog');
  await telling.getByRole('textbox', { name: adaHere.word('whatToSay') }).fill('Ten more minutes');
  // The word that it was sent takes the pointer from no button below it, wherever chance has put a room.
  const sent = adaHere.page.waitForFunction(words => {
    const toast = [...document.querySelectorAll('[role=alert]')].find(({ textContent }) => words.test(textContent));
    return toast && getComputedStyle(toast).pointerEvents;
  }, adaHere.word('sentToRooms'));
  await telling.getByRole('button', { name: adaHere.word('sendToRooms') }).click();
  await expect(telling).toBeHidden();
  expect(await (await sent).jsonValue()).toBe('none');
  for (const guest of [benHere, cleoHere]) {
    await expect(guest.page.getByRole('main').getByText('Ten more minutes')).toBeVisible();
    await guest.button('putAway').click();
    await expect(guest.page.getByRole('main').getByText('Ten more minutes')).toBeHidden();
  }

  // A host listens, and the room knows.
  await cardOf(adaHere, bensRoom)
    .getByRole('button', { name: adaHere.word('listenIn') })
    .click();
  await expect(benHere.page.getByText(benHere.word('isListening', { name: 'Ada' }))).toBeVisible();
  await adaHere.button('stopListening').click();
  await expect(benHere.page.getByText(benHere.word('isListening', { name: 'Ada' }))).toBeHidden();

  // One person is moved, by keyboard, and knows where to.
  await cardOf(adaHere, dinasRoom).getByRole('button', { name: 'Actions for Dina', exact: true }).press('Enter');
  // Chance may have put her anywhere: the next room is another one.
  const next = nameOf(String((Number(dinasRoom) % 4) + 1));
  await adaHere.page.getByRole('menuitem', { name: next }).press('Enter');
  await expect(dinaHere.page.getByRole('region', { name: dinaHere.word('youGoTo') })).toBeVisible();
  await dinaHere.button('goNow').click();
  await expect(dinaHere.page.getByRole('banner').getByText(next).first()).toBeAttached();
  await adaHere.page
    .getByRole('main')
    .getByRole('button', { name: adaHere.word('twoMoreMinutes') })
    .click();

  // A power cut and a reload: everybody is where they were.
  await openTab(benHere, 'breakouts');
  await benHere.field('oneResult').fill('A fund for repairs');
  await benHere.button('addResult').click();
  await expect(benHere.page.getByRole('tabpanel').getByText('A fund for repairs')).toBeVisible();
  await server.kill();
  await server.restart();
  await benHere.page.reload();
  expect(await roomOf(benHere)).toBe(bensRoom);
  expect(await roomOf(cleoHere)).toBe(cleosRoom);
  await openTab(benHere, 'breakouts');
  await expect(benHere.page.getByText('A fund for repairs')).toBeVisible();

  // A latecomer is told a room and goes there.
  const lateHere = await visit(late);
  await join(lateHere, links.get(late.name) ?? '', 'textOnly');
  await lateHere.button('goNow').click();
  await roomOf(lateHere);

  // Everybody is brought back; what was being written comes along.
  await openChat(cleoHere);
  await cleoHere.field('write').fill('نحتاج إلى');
  await adaHere.page
    .getByRole('main')
    .getByRole('button', { name: adaHere.word('bringBack') })
    .click();
  await expect(cleoHere.page.getByText(cleoHere.word('allGoBack'))).toBeVisible();
  await adaHere.page
    .getByRole('main')
    .getByRole('button', { name: adaHere.word('bringBackNow') })
    .click();
  for (const guest of [adaHere, lateHere, ...here.values()]) await expectIn(guest, 'plenary');
  await cleoHere.button('putItHere').click();
  await expect(cleoHere.field('write')).toHaveValue('نحتاج إلى');

  // What the rooms have brought is in the plenary at once, and it walks through that room by room.
  await expect(dinaHere.page.getByRole('main').getByText('A fund for repairs')).toBeVisible();
  await adaHere.button('roomByRoom').click();
  await expect(dinaHere.page.getByRole('main').getByRole('heading', { name: 'Room 1', exact: true })).toBeVisible();

  // Opened again, the rooms have what was kept in them.
  await openTab(adaHere, 'breakouts');
  await adaHere.button('openAgain').click();
  await benHere.button('goNow').click();
  await roomOf(benHere);
  await openChat(benHere);
  await expect(seenByBen).toHaveText(['Shall we begin?']);

  // From room to room without the plenary in between.
  await openTab(adaHere, 'breakouts');
  await adaHere.page
    .getByRole('tabpanel')
    .getByRole('button', { name: adaHere.word('openBreakouts', { title: 'Second' }) })
    .click();
  await adaHere.button('everybodyGoesNow').click();
  await roomOf(benHere);
  await expect(seenByBen).toHaveText([]);
});
