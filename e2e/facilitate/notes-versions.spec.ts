import type { Guest } from '../guest.ts';
import { ada, ben } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet } from './meet.ts';
import { isSaved, openNotes, write } from './notes-screens.ts';

async function openVersions({ page, button, word }: Guest): Promise<void> {
  await button('moreAboutNotes').click();
  await page.getByRole('menuitem', { name: word('versions') }).click();
}

test('a version is kept, read with who wrote it, restored and taken back; what was signed off is one', async ({
  server,
  visit,
}) => {
  const { adaHere, others } = await meet({ server, visit }, [[ben]]);
  const [benHere] = others as [Guest];
  const { page, button, field, word } = adaHere;
  const [adas, bens] = [await openNotes(adaHere), await openNotes(benHere)];
  await write(benHere, bens, 'Buses run every hour');
  await expect(adas).toContainText('Buses run every hour');
  await write(adaHere, adas, 'Trams are planned');
  await expect(bens).toContainText('Trams are planned');
  await Promise.all([adaHere, benHere].map(isSaved));

  await openVersions(adaHere);
  await field('nameOfVersion').fill('Before the break');
  await button('keepThisVersion').click();
  const kept = page.getByRole('button', { name: /Before the break/ });
  await expect(kept).toBeVisible();
  await write(benHere, bens, 'and boats as well');
  await isSaved(benHere);

  // The version is as it was, whoever goes on writing; each word is somebody's.
  await kept.click();
  const text = page.getByRole('document', { name: 'Before the break' });
  await expect(text).toContainText('Trams are planned');
  await expect(text).not.toContainText('boats');
  await button('byWhom').click();
  await expect(text.locator(`[title="${ben.name}"]`).first()).toHaveText(/Buses run/);
  await expect(text.locator(`[title="${ada.name}"]`).first()).toHaveText(/Trams are/);
  await button('changesSince').click();
  await expect(text.locator('ins')).toContainText('boats');

  // Everybody has the restored text, and one undo takes the step back for everybody.
  await button('restore').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: word('restoreVersion') })
    .click();
  const again = page.getByRole('textbox', { name: word('theNotes'), exact: true });
  await expect(again).toBeVisible();
  await expect(bens).not.toContainText('boats');
  await again.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(bens).toContainText('and boats as well');

  // What was signed off stays to be read when the results are open again.
  await page.getByRole('tab', { name: word('allOutcomes') }).click();
  await adaHere.link('bringTogether').click();
  await write(adaHere, page.getByRole('textbox', { name: word('theNotes'), exact: true }), 'One ticket for all');
  await isSaved(adaHere);
  await button('signOff').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: word('signOff') })
    .click();
  await button('openResultsAgain').click();
  await openVersions(adaHere);
  await page.getByRole('button', { name: /Signed off/ }).click();
  await expect(page.getByRole('document', { name: /Signed off/ })).toContainText('One ticket for all');
});
