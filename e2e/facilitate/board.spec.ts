import type { Locator } from '@playwright/test';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ben, cleo, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import type { Word } from '../words.ts';
import { meet } from './meet.ts';
import { openTab } from './meeting.ts';

const boardOf = ({ page, word }: Guest): Locator => page.getByRole('region', { name: word('board') });
/** A thing on the board with these words. */
const thing = (guest: Guest, words: string): Locator =>
  boardOf(guest).locator('[data-thing]').filter({ hasText: words });

async function forEverybody({ page, button, word }: Guest, entry: Word): Promise<void> {
  await button('boardForAll').click();
  await page.getByRole('menuitem', { name: word(entry) }).click();
}

async function fromMenu({ page, button, word }: Guest, entry: Word): Promise<void> {
  await button('moreAboutBoard').click();
  await page.getByRole('menuitem', { name: word(entry) }).click();
}

/** Writes private notes and goes back to the room. */
async function writePrivately(guest: Guest, ...notes: readonly string[]): Promise<void> {
  const { page, button, dialog, field } = guest;
  await button('writeNow').first().click();
  await expect(dialog('privateNotes')).toBeVisible();
  for (const note of notes) {
    await field('aNote').fill(note);
    await button('addNote').click();
    await expect(page.getByRole('list', { name: guest.word('ownNotes') })).toContainText(note);
  }
  await page.keyboard.press('Escape');
}

async function keepVersion(host: Guest, title: string): Promise<void> {
  await fromMenu(host, 'versions');
  await host.field('nameOfVersion').fill(title);
  await host.button('keepThisVersion').click();
  await expect(host.page.getByRole('button', { name: new RegExp(title) })).toBeVisible();
  await host.button('backToBoard').click();
}

async function restoreVersion(host: Guest, title: string): Promise<void> {
  await fromMenu(host, 'versions');
  await host.page.getByRole('button', { name: new RegExp(title) }).click();
  await host.button('restore').click();
  await host.page
    .getByRole('dialog')
    .getByRole('button', { name: host.word('restoreVersion') })
    .click();
}

test('people write for themselves, see it together, give dots, and make an outcome of what matters most', async ({
  server,
  visit,
}) => {
  const { adaHere, dialogue, others } = await meet({ server, visit }, [
    [ben],
    [{ ...cleo, viewport: { width: 360, height: 780 } }],
    [dina],
  ]);
  const [benHere, cleoHere, dinaHere] = others as [Guest, Guest, Guest];

  await openTab(adaHere, 'board');
  await expect(boardOf(adaHere)).toBeVisible({ timeout: 20_000 });
  await forEverybody(adaHere, 'everybodyWrites');
  await adaHere.button('beginIt').click();

  // Who does not see the board is told, and writes all the same, also over a server that dies.
  await writePrivately(benHere, 'Nobody repairs the pumps');
  await writePrivately(cleoHere, 'لا أحد يصلح المضخات', 'لا قطع غيار');
  await expect(boardOf(adaHere)).toContainText('2 people have written');
  await server.kill();
  await server.restart();
  await writePrivately(dinaHere, 'Pipes leak');
  await expect(boardOf(adaHere)).toContainText('3 people have written');
  await expect(boardOf(adaHere).locator('[data-thing]')).toHaveCount(0);

  await boardOf(adaHere)
    .getByRole('button', { name: adaHere.word('showNotes') })
    .click();
  for (const words of ['Nobody repairs the pumps', 'لا أحد يصلح المضخات', 'لا قطع غيار', 'Pipes leak'])
    await expect(thing(adaHere, words)).toBeVisible();
  await fromMenu(adaHere, 'showWho');
  await expect(thing(adaHere, 'لا قطع غيار')).toContainText('Cleo');

  await keepVersion(adaHere, 'Before the vote');
  await cleoHere.button('closePanel').click();
  await forEverybody(adaHere, 'boardOnStage');
  await expect(adaHere.heading('isOnStage')).toBeVisible();
  await forEverybody(adaHere, 'voteWithDots');
  await adaHere.button('openVote').click();
  for (const guest of [benHere, cleoHere]) {
    const note = thing(guest, 'Nobody repairs the pumps');
    await note.getByRole('button', { name: guest.word('giveDot') }).click();
    await expect(note.getByRole('button', { name: guest.word('dotGiven') })).toBeVisible();
  }
  await expect(boardOf(dinaHere)).toContainText('2 people have given dots');
  await expect(thing(dinaHere, 'Nobody repairs the pumps').getByRole('button', { name: /0 dots/ })).toBeVisible();
  await boardOf(adaHere)
    .getByRole('button', { name: adaHere.word('countDots') })
    .click();
  await dinaHere.button('resultOfDots').click();
  await expect(dinaHere.dialog('resultOfDots').getByRole('listitem').first()).toContainText('2 dots');
  await dinaHere.page.keyboard.press('Escape');

  await thing(adaHere, 'Nobody repairs the pumps').click();
  await adaHere.button('makeOutcome').click();
  await expect(adaHere.page.getByText('It stands in the notes as an outcome.')).toBeVisible();
  await openTab(benHere, 'notes');
  await benHere.page.getByRole('tab', { name: benHere.word('allOutcomes') }).click();
  await expect(benHere.page.getByRole('article').filter({ hasText: 'Nobody repairs the pumps' })).toBeVisible();

  // Ben has no line and writes into a note that Ada locks meanwhile: his words stay with him, also after a reload.
  await benHere.page.context().setOffline(true);
  await thing(benHere, 'لا قطع غيار').dblclick();
  await benHere.page.keyboard.type(' for the pumps');
  await benHere.page.keyboard.press('Escape');
  // A browser tells Socket.IO of a lost line at once, but for one to its own machine: there a missing sign of life does.
  await expect(boardOf(benHere)).toContainText('Kept on this device', { timeout: 30_000 });
  await adaHere.page.keyboard.press('Escape');
  await adaHere.button('showAll').click();
  const lock = async (entry: Word) => {
    await thing(adaHere, 'لا قطع غيار').click();
    await adaHere.button('moreForThing').click();
    await adaHere.page.getByRole('menuitem', { name: adaHere.word(entry) }).click();
  };
  await lock('lockForOthers');
  await benHere.page.context().setOffline(false);
  await expect(thing(benHere, 'لا قطع غيار')).toContainText('Locked by a host', { timeout: 30_000 });
  const kept = boardOf(benHere).getByRole('region', { name: benHere.word('notOnBoard') });
  await expect(kept).toContainText('for the pumps');
  await inspect(benHere, 'words that a board has refused');
  await benHere.page.reload();
  await expect(kept).toContainText('for the pumps', { timeout: 30_000 });
  await kept.getByRole('button', { name: benHere.word('tryItAgain') }).click();
  await expect(kept).toContainText('A host has locked this');
  await lock('unlockForAll');
  await expect(thing(benHere, 'لا قطع غيار')).not.toContainText('Locked by a host');
  await kept.getByRole('button', { name: benHere.word('tryItAgain') }).click();
  await expect(thing(adaHere, 'لا قطع غيار for the pumps')).toBeVisible();
  await expect(kept).toHaveCount(0);

  await adaHere.page.keyboard.press('Escape');
  await thing(adaHere, 'Pipes leak').click();
  await adaHere.page.keyboard.press('Delete');
  await expect(thing(benHere, 'Pipes leak')).toHaveCount(0);
  await restoreVersion(adaHere, 'Before the vote');
  await expect(thing(benHere, 'Pipes leak')).toBeVisible();

  // The report says in words who got dots, and who wrote what was shown with names.
  await adaHere.page.goto(`${dialogue}/report`);
  const dots = adaHere.page.getByRole('table').filter({ hasText: 'Dots on the notes' });
  await expect(dots.getByRole('row').nth(1)).toContainText(/Nobody repairs the pumps\s*22/);
  await expect(adaHere.page.locator('dl')).toContainText(/Cleo.*لا قطع غيار/);
  await inspect(adaHere, 'a report with a board');
});
