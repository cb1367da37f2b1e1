import type { Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet } from './meet.ts';
import { expectIn } from './meeting.ts';
import { isSaved, openNotes, write } from './notes-screens.ts';

const isKeptHere = ({ page, word }: Guest): Promise<void> =>
  expect(page.locator('span[data-status]', { hasText: word('onThisDevice') })).toBeVisible({ timeout: 30_000 });

const outcome = ({ page }: Guest, title: string): Locator => page.getByRole('article').filter({ hasText: title });

test('three people write in two languages, through a power cut, and take outcomes home that are signed off', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const { adaHere, others, room } = await meet({ server, visit }, [[ben], [cleo]]);
  const [benHere, cleoHere] = others as [Guest, Guest];

  const guests = [adaHere, benHere, cleoHere];
  const [adas, bens, cleos] = await Promise.all(guests.map(openNotes));
  if (!adas || !bens || !cleos) throw new Error('no notes');
  await write(benHere, bens, 'What works in Irbid');
  // She begins a line of her own once all of his is there.
  await expect(cleos).toContainText('What works in Irbid');
  await write(cleoHere, cleos, 'ما الذي ينجح في صفاقس');
  for (const text of [adas, bens, cleos]) {
    await expect(text).toContainText('What works in Irbid');
    await expect(text).toContainText('ما الذي ينجح في صفاقس');
  }
  // Each line reads in the direction of its own letters.
  await expect(bens.locator('p', { hasText: 'صفاقس' })).toHaveAttribute('dir', 'auto');

  // An outcome by its command, in the language of who writes it; it is in everybody's register at once.
  await write(benHere, bens, '/practice');
  await benHere.page.keyboard.press('Enter');
  await benHere.page.keyboard.type('A shared repair shop');
  await write(cleoHere, cleos, '/التزام');
  await cleoHere.page.keyboard.press('Enter');
  await cleoHere.page.keyboard.type('ورشة مشتركة قبل الصيف');
  await adaHere.page.getByRole('tab', { name: adaHere.word('allOutcomes') }).click();
  await expect(outcome(adaHere, 'A shared repair shop')).toBeVisible();
  await expect(outcome(adaHere, 'ورشة مشتركة قبل الصيف')).toBeVisible();
  await Promise.all([benHere, cleoHere].map(isSaved));

  // The register follows what is written at the source, and leads there.
  await benHere.page.keyboard.type(' for three towns');
  await expect(outcome(adaHere, 'A shared repair shop for three towns')).toBeVisible();
  await adaHere.button('toItsPlace', { title: 'A shared repair shop for three towns' }).click();
  await expect(adaHere.page.getByText('A shared repair shop for three towns')).toBeInViewport();

  // Nobody stops writing when the server is gone, and nothing of it is lost when it is back.
  await server.kill();
  await write(benHere, bens, 'Written by Ben without a line');
  await write(cleoHere, cleos, 'كُتب بلا اتصال');
  await Promise.all([benHere, cleoHere].map(isKeptHere));
  await expect(cleoHere.page.reload()).rejects.toThrow();
  await server.restart();
  await cleoHere.page.goto(room.replace(/#.*/, ''));
  await expectIn(cleoHere, 'plenary');
  const again = await openNotes(cleoHere);
  for (const text of [bens, again]) {
    await expect(text).toContainText('Written by Ben without a line', { timeout: 30_000 });
    await expect(text).toContainText('كُتب بلا اتصال');
  }
  await Promise.all([benHere, cleoHere].map(isSaved));

  // What the rooms have written is brought together, signed off, and taken home.
  const { page } = adaHere;
  await page.getByRole('tab', { name: adaHere.word('allOutcomes') }).click();
  await adaHere.link('bringTogether').click();
  await adaHere.button('bringInAll').click();
  const output = page.getByRole('textbox', { name: adaHere.word('theNotes'), exact: true });
  await expect(output).toContainText('A shared repair shop for three towns');
  await expect(output).toContainText('ورشة مشتركة قبل الصيف');
  await isSaved(adaHere);
  await adaHere.button('signOff').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: adaHere.word('signOff') })
    .click();
  await expect(adaHere.button('openResultsAgain')).toBeVisible();
  await expect(adaHere.button('bringInAll')).toBeHidden();
  for (const [format, name] of [
    ['Word document', /\.docx$/],
    ['PDF', /\.pdf$/],
    ['Markdown', /\.md$/],
  ] as const) {
    await adaHere.button('moreAboutNotes').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    expect((await download).suggestedFilename()).toMatch(name);
  }
});
