import type { Locator, Page } from '@playwright/test';
import { createDialogue, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import { ada, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import { openSession, planSession } from './meeting.ts';

const arabic: Person = { ...ada, language: 'ar', locale: 'ar-JO' };

const things = (page: Page, kind: string): Locator =>
  page.getByRole('application').locator(`[data-thing][data-kind="${kind}"]`);

/** Presses a key until this has the focus, as somebody does who has no pointer. */
async function reach(page: Page, key: string, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await what.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('the keyboard does not come there');
}

const leftOf = async (what: Locator): Promise<number> => Math.round((await what.boundingBox())?.x ?? 0);

test('a whole task at the board by keyboard alone, in Arabic', async ({ server, visit }) => {
  const adaHere = await visit(arabic, { reducedMotion: 'reduce' });
  const { page, button, word } = adaHere;
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Water', goal: '' });
  await planSession(adaHere, dialogue, { title: 'What is missing?' });
  await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const { keyboard } = page;
  const board = page.getByRole('application');

  await keyboard.press('w');
  await expect(board).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('toolbar', { name: word('toolsOfBoard') })).toBeVisible();
  await reach(page, 'Tab', board);

  // A note in the middle, and the next one beside it: to the left, as one reads.
  await keyboard.press('n');
  await keyboard.press('Enter');
  await expect(adaHere.field('wordsOnNote')).toBeFocused();
  await keyboard.type('بئر');
  await keyboard.press('Tab');
  await keyboard.type('مضخة');
  await keyboard.press('Escape');
  const [well, pump] = [
    things(page, 'note').filter({ hasText: 'بئر' }),
    things(page, 'note').filter({ hasText: 'مضخة' }),
  ];
  await expect(pump).toBeFocused();
  expect(await leftOf(pump)).toBeLessThan(await leftOf(well));

  // Arrows move what has the focus; its place is the same for everybody.
  const before = await leftOf(pump);
  for (let step = 0; step < 3; step += 1) await keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => before - (await leftOf(pump))).toBe(30);

  // A colour, by the bar on the note.
  await keyboard.press('Shift+F10');
  await reach(page, 'Tab', button('colourOfThing'));
  await keyboard.press('Enter');
  await reach(page, 'ArrowDown', page.getByRole('menuitemradio', { name: word('pink') }));
  await keyboard.press('Enter');
  await expect(pump).toHaveAttribute('data-colour', 'pink');
  await reach(page, 'Tab', button('colourOfThing'));
  await keyboard.press('Escape');
  await expect(pump).toBeFocused();

  // Both are chosen, and connected.
  await keyboard.press('Shift+Tab');
  await expect(well).toBeFocused();
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await expect(pump).toBeFocused();
  await keyboard.press('Shift+F10');
  await reach(page, 'Tab', button('moreForThing'));
  await keyboard.press('Enter');
  await reach(page, 'ArrowDown', page.getByRole('menuitem', { name: word('connectThings') }));
  await inspect(adaHere, 'what is done with things of a board');
  await keyboard.press('Enter');
  await expect(things(page, 'arrow')).toHaveCount(1);

  // As a group they move together; what was done is taken back step by step.
  await reach(page, 'Shift+Tab', board);
  await keyboard.press('Control+g');
  const apart = (await leftOf(well)) - (await leftOf(pump));
  const place = await leftOf(well);
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await leftOf(well)) - place).toBe(10);
  expect((await leftOf(well)) - (await leftOf(pump))).toBe(apart);
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+z');
  await expect(things(page, 'arrow')).toHaveCount(0);
  await expect.poll(() => leftOf(well)).toBe(place);
  await expect(well).toBeVisible();

  // Escape lets the focus go on beyond the board.
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(board).not.toBeFocused();
});
