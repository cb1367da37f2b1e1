import type { Locator } from '@playwright/test';
import { createDialogue, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ada, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import { boardAsFiles, imagesOfBoard } from './board-files.ts';
import { expectIn, openSession, openTab, planSession } from './meeting.ts';

const arabic = (person: Person): Person => ({ ...person, language: 'ar', locale: 'ar-JO' });

const rowOf = ({ page }: Guest, words: string): Locator => page.getByRole('row').filter({ hasText: words });

async function tool({ page, button, word }: Guest, entry: 'templatesOfBoard' | 'notesFromList'): Promise<void> {
  await button('moreTools').click();
  await page.getByRole('menuitem', { name: word(entry) }).click();
}

for (const speaking of [(person: Person) => person, arabic]) {
  const { language } = speaking(ada);
  test(`a board, its list, its dialogs and its picture are accessible, and the list is a way to work (${language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const adaHere = await visit(speaking(ada), { reducedMotion: 'reduce' });
    const { page, button, dialog, field, word } = adaHere;
    const { keyboard } = page;
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Water', goal: '' });
    await planSession(adaHere, dialogue, { title: 'What is missing?' });
    // The day before, the board has a page of its own: what stands there is locked, and hosts write on their own layer.
    await adaHere.link('boardOf', { title: 'What is missing?' }).click();
    await expect(page.getByRole('application')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('application').focus();
    await keyboard.press('n');
    await keyboard.press('Enter');
    await keyboard.type('Prepared');
    await keyboard.press('Escape');
    await button('moreForThing').click();
    await page.getByRole('menuitem', { name: word('lockForOthers') }).click();
    await expect(page.locator('[data-thing][data-kind="note"]').getByText(word('lockedByHost'))).toBeAttached();
    await inspect(adaHere, 'a board that is prepared');
    await button('ownLayer').click();
    await button('leaveLayer').click();
    const session = await openSession(adaHere, dialogue, 'textOnly', 'direct');
    await keyboard.press('w');
    await expect(page.getByRole('application')).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('[data-thing][data-kind="note"]')).toContainText('Prepared');
    await page.locator('[data-thing][data-kind="note"]').click();
    await keyboard.press('Delete');
    await expect(page.locator('[data-thing]')).toHaveCount(0);
    await keyboard.press('Escape');
    await page
      .getByRole('alert')
      .getByRole('button', { name: word('close') })
      .click();
    await inspect(adaHere, 'an empty board in the panel');

    // A list becomes notes, a template a part of the board.
    await tool(adaHere, 'notesFromList');
    await dialog('notesFromList').getByRole('textbox').fill('- Wells\n- بئر\n- Pumps');
    await inspect(adaHere, 'notes from a list');
    await dialog('notesFromList').locator('button[type=submit]').click();
    await expect(page.locator('[data-thing][data-kind="note"]')).toHaveCount(3);
    await tool(adaHere, 'templatesOfBoard');
    await inspect(adaHere, 'the templates of a board');
    await dialog('templatesOfBoard').getByRole('listitem').first().getByRole('button').click();
    await expect(dialog('templatesOfBoard')).toBeHidden();
    await inspect(adaHere, 'a board with things');
    await boardAsFiles(adaHere, language === 'ar' ? ['الاحتياجات', 'بئر', 'Wells'] : ['Needs', 'Wells', 'بئر']);
    await imagesOfBoard(adaHere, 'خريطة الآبار');

    // Everything by keyboard: read, written, moved, put into a frame, removed and brought back.
    await button('moreAboutBoard').click();
    await page.getByRole('menuitem', { name: word('everythingAsList') }).click();
    await expect(page.getByRole('treegrid', { name: word('everythingOnBoard') })).toBeVisible();
    await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '11');
    await expect(rowOf(adaHere, 'خريطة الآبار')).toBeVisible();
    await expect(page.getByText(word('noDescription'))).toHaveCount(1);
    await inspect(adaHere, 'the list of everything on a board');
    await field('searchBoard').fill('pum');
    await expect(page.getByRole('row')).toHaveCount(1);
    await field('searchBoard').fill('');
    await rowOf(adaHere, 'Wells').focus();
    await keyboard.press('Enter');
    await expect(dialog('editThing')).toBeVisible();
    await inspect(adaHere, 'the form of a thing');
    await field('wordsOfThing').fill('Deep wells');
    await dialog('editThing')
      .getByRole('combobox', { name: word('frameOfThing') })
      .selectOption({ index: 1 });
    await dialog('editThing').locator('button[type=submit]').click();
    await expect(rowOf(adaHere, 'Deep wells')).toHaveAttribute('aria-level', '2');
    await rowOf(adaHere, 'Pumps').focus();
    await keyboard.press('Delete');
    await expect(rowOf(adaHere, 'Pumps')).toHaveCount(0);
    await button('undo').first().click();
    await expect(rowOf(adaHere, 'Pumps')).toBeVisible();
    await field('newNote').fill('مضخة');
    await keyboard.press('Enter');
    await expect(rowOf(adaHere, 'مضخة')).toBeFocused();

    // On a thin line there is a picture, which follows what others do, and the way to the whole board.
    await page.evaluate(() => localStorage.setItem('multaqa.quality', 'audio-only'));
    await page.goto(session);
    await expectIn(adaHere, 'plenary');
    await openTab(adaHere, 'board');
    await expect(page.getByText('Deep wells')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('application')).toHaveCount(0);
    await inspect(adaHere, 'a board as a picture');
    await button('workOnBoard').click();
    await expect(page.getByRole('application')).toBeVisible({ timeout: 20_000 });
  });
}
