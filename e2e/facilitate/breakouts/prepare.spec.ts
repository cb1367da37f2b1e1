import type { Locator } from '@playwright/test';
import { createDialogue, join, loadExample, signIn } from '../../app/doors.ts';
import { inspect } from '../../app/inspection.ts';
import { tabTo } from '../../app/tab-to.ts';
import type { Guest } from '../../guest.ts';
import { copyLink, importPeople } from '../../people/roster.ts';
import { ada, ben, cleo, type Person } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { expectIn, openSession, planSession } from '../meeting.ts';
import { openBreakoutsTab } from './breakout-screens.ts';

const arabicAda: Person = { ...ada, language: 'ar', locale: 'ar-JO' };
const phone = { width: 360, height: 740 };
const csv = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('town;people\nSfax;272801\n') });

for (const person of [ada, arabicAda]) {
  test(`breakouts are prepared from the first room to the material in it (${person.language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const guest = await visit(person, { reducedMotion: 'reduce' });
    const { page, button, dialog, word } = guest;
    await openBreakouts(guest, server);
    await inspect(guest, 'a session without breakouts');
    await button('roomsAtRandom').click();
    await expect(dialog('newBreakouts')).toBeVisible();
    await inspect(guest, 'new breakouts');
    await button('prepareThem').click();
    await expect(roomsOn(guest)).toHaveCount(8);
    await inspect(guest, 'rooms on the board');

    await page.getByRole('tab', { name: word('taskAndMaterial') }).click();
    const task = page.getByRole('region', { name: word('task') });
    await task.getByRole('textbox', { name: 'English' }).fill('Find one project that two towns could begin together.');
    await task.getByRole('textbox', { name: 'العربية' }).fill('جدوا مشروعًا واحدًا يمكن لبلدتين أن تبدآه معًا.');
    await button('addLink').click();
    await guest.field('linkAddress').fill('example.org/notes');
    await button('add').click();
    await page.getByLabel(word('addFiles')).locator('input[type=file]').setInputFiles(csv('towns.csv'));
    await expect(button('removeMaterial', { title: 'towns.csv' })).toBeVisible();
    await page.getByText(word('whatPeopleSee')).click();
    await inspect(guest, 'task and material');
    await page.getByRole('tab', { name: word('howTheyRun') }).click();
    await inspect(guest, 'how breakouts run');
    await page.reload();
    await page.getByRole('tab', { name: word('taskAndMaterial') }).click();
    await expect(task.getByRole('textbox', { name: 'English' })).toHaveValue(/two towns/);
  });
}

test('breakouts are made, dealt and changed with the keyboard alone', async ({ server, visit }) => {
  const guest = await visit(ada, { reducedMotion: 'reduce' });
  const { page, button, word } = guest;
  await openBreakouts(guest, server);
  await tabTo(guest, button('emptyRooms'));
  await page.keyboard.press('Enter');
  await tabTo(guest, button('prepareThem'));
  await page.keyboard.press('Enter');
  await expect(roomsOn(guest)).toHaveCount(5);
  await tabTo(guest, button('giveThemRooms'));
  await page.keyboard.press('Enter');
  await expect(button('giveThemRooms')).toBeHidden();

  const card = page.getByRole('article').first();
  const person = (await card.getByRole('button').first().getAttribute('aria-label'))?.replace('Drag ', '') ?? '';
  const moved = page.getByRole('article').filter({ hasText: person });
  const before = await roomOf(card);
  await tabTo(guest, button('drag', { name: person }));
  await page.keyboard.press('Space');
  const over = page.getByText(`${person} is over ${before}.`);
  await expect(over).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(over).toBeHidden();
  await page.keyboard.press('Space');
  await expect.poll(() => roomOf(moved)).not.toBe(before);
  await expect(button('drag', { name: person })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => roomOf(moved)).toBe(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => roomOf(moved)).not.toBe(before);

  await tabTo(guest, page.getByRole('tab', { name: word('whoGoesWhere') }), 'Shift+Tab');
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: word('howTheyRun') })).toBeFocused();
  await tabTo(guest, page.getByRole('radio', { name: 'goes to the room with the fewest people' }));
  await page.keyboard.press('ArrowDown');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'waits in the plenary until a host decides' })).toBeChecked();
});

test('on a phone files come and go, and one that is something else is refused in plain words', async ({
  server,
  visit,
}) => {
  const guest = await visit({ ...arabicAda, viewport: phone });
  const { page, button, word } = guest;
  await openBreakouts(guest, server);
  await button('emptyRooms').click();
  await button('prepareThem').click();
  await page.getByRole('tab', { name: word('taskAndMaterial') }).click();
  const files = page.getByLabel(word('addFiles')).locator('input[type=file]');
  await files.setInputFiles([csv('towns.csv'), { ...csv('notes.txt'), buffer: Buffer.alloc(300_000, 'a') }]);
  await expect(button('removeMaterial', { title: 'notes.txt' })).toBeVisible();
  await files.setInputFiles({ ...csv('table.csv'), buffer: Buffer.from('7f454c4602010100', 'hex') });
  await expect(page.getByRole('alert').filter({ hasText: word('otherKind') })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'towns.csv' }).click();
  expect((await download).suggestedFilename()).toBe('towns.csv');
  await button('removeMaterial', { title: 'towns.csv' }).click();
  await expect(page.getByRole('link', { name: 'towns.csv' })).toBeHidden();
  await button('undo')
    .filter({ hasText: word('undo') })
    .click();
  await expect(page.getByRole('link', { name: 'towns.csv' })).toBeVisible();
});

test('what is prepared is found by who comes to the room: task, link and file', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await importPeople(adaHere, dialogue, [cleo, ben]);
  const link = await copyLink(adaHere, cleo);
  await planSession(adaHere, dialogue, { title: 'Green jobs' });
  await adaHere.page.goto(`${dialogue}/sessions`);
  await adaHere.link('breakoutsOf', { title: 'Green jobs' }).click();
  await adaHere.button('roomsAtRandom').click();
  await adaHere.button('prepareThem').click();
  await adaHere.page.getByRole('tab', { name: adaHere.word('taskAndMaterial') }).click();
  await adaHere.page
    .getByRole('region', { name: adaHere.word('task') })
    .getByRole('textbox', { name: 'English' })
    .fill('Find one project.');
  await adaHere.page.getByLabel(adaHere.word('addFiles')).locator('input[type=file]').setInputFiles(csv('towns.csv'));
  await expect(adaHere.button('removeMaterial', { title: 'towns.csv' })).toBeVisible();
  await expect(adaHere.page.getByText(adaHere.word('beingSaved'))).toBeHidden();

  await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const cleoHere = await visit(cleo);
  await join(cleoHere, link, 'textOnly');
  await expectIn(cleoHere, 'plenary');
  await adaHere.button('openBreakouts', { title: 'At random' }).click();
  await cleoHere.button('goNow').click();
  await openBreakoutsTab(cleoHere);
  await expect(cleoHere.page.getByText('Find one project.')).toBeVisible();
  const download = cleoHere.page.waitForEvent('download');
  await cleoHere.page.getByRole('link', { name: 'towns.csv' }).click();
  expect((await download).suggestedFilename()).toBe('towns.csv');
});

for (const person of [ada, arabicAda]) {
  test(`a rotation is planned, and its numbers follow a change by hand (${person.language})`, async ({
    server,
    visit,
  }) => {
    const guest = await visit(person, { reducedMotion: 'reduce' });
    const { page, button, link, heading, word } = guest;
    await signIn(guest, server);
    const dialogue = await loadExample(guest);
    await page.goto(`${dialogue}/rotation`);
    await inspect(guest, 'a rotation that nobody has planned');
    await button('planRounds').click();
    await expect(heading('roundByRound')).toBeVisible();
    const rounds = page.getByRole('region', { name: word('roundByRound') }).getByRole('listitem');
    await expect(rounds).toHaveCount(5);
    const first = rounds.first();
    const planned = await first.innerText();
    await first.getByRole('button').click();
    await inspect(guest, 'a rotation');
    await first.getByRole('button').click();
    // Chance may deal as many new pairs once more.
    await expect(async () => {
      await first.getByRole('button').click();
      await link('changeByHand').click();
      await button('dealAgain').click();
      await page.goBack();
      await expect.poll(() => first.innerText(), { timeout: 3_000 }).not.toBe(planned);
    }).toPass();
  });
}

/** Signs in, loads the example dialogue, and opens the breakouts of its second session. */
async function openBreakouts(guest: Guest, server: Parameters<typeof signIn>[1]): Promise<void> {
  const { page, heading, link } = guest;
  await signIn(guest, server);
  const dialogue = await loadExample(guest);
  await page.goto(`${dialogue}/sessions`);
  await link('breakoutsOf', { title: 'Strategic planning for local economic development' }).click();
  await expect(heading('noBreakouts')).toBeVisible();
}

/** The columns of the board: rooms, and those who have none. */
const roomsOn = ({ page }: Guest): Locator => page.getByRole('tabpanel').getByRole('heading', { level: 3 });

/** The room in which a card lies, as it is called. */
const roomOf = (card: Locator): Promise<string | null> =>
  card.evaluate(element => element.closest('section')?.querySelector('h3')?.textContent ?? null);
