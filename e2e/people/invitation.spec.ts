import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { createDialogue, join, signIn } from '../app/doors.ts';
import { planSession } from '../facilitate/meeting.ts';
import type { Guest } from '../guest.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { copyLink, importPeople, openActions } from './roster.ts';

test('an invitation is shown, copied, opened and joined by, and who is early keeps the dates and the link', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  const { page, dialog } = adaHere;
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await importPeople(adaHere, dialogue, [ben, cleo]);
  const row = page.getByRole('row').filter({ hasText: 'Cleo' });

  await openActions(adaHere, 'Cleo', 'copyLink');
  await expect(dialog('personalLink')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toContainText('not copied yet');
  const link = await copyLink(adaHere, cleo);
  await expect(row).toContainText('copied');

  const cleoHere = await visit(cleo);
  await cleoHere.page.goto(link);
  const calendar = await saved(cleoHere, cleoHere.button('addToCalendar'));
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.replaceAll('\r\n ', '')).toContain(`URL:${link}\r\n`);
  await cleoHere.button('copyMyLink').click();
  await expect(cleoHere.button('copied')).toBeVisible();
  expect(await cleoHere.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expect(row).toContainText('opened');
  await join(cleoHere, link, 'textOnly');
  await expect(row).toContainText('joined');

  for (const name of ['Ben', 'Cleo']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await adaHere.button('theirLinks').click();
  const csv = await saved(adaHere, adaHere.button('mailMerge'));
  expect(csv.split('\r\n')).toEqual([
    '\ufeffname,email,language,link',
    expect.stringMatching(/^Ben,,en,http.*\/j\/#.{40,}$/),
    `Cleo,,en,${link}`,
  ]);
});

/** What a browser saves when somebody presses this. */
async function saved({ page }: Guest, button: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await button.click();
  return readFile(await (await download).path(), 'utf8');
}
