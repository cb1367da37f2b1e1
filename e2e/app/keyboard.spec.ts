import { expectIn, openSession, planSession } from '../facilitate/meeting.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import { createDialogue, signIn } from './doors.ts';
import { tabTo } from './tab-to.ts';

test('people join, write and let each other in with the keyboard alone', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await importPeople(adaHere, dialogue, [dina]);
  const link = await copyLink(adaHere, dina);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');

  const dinaHere = await visit(dina);
  const { page, word } = dinaHere;
  await page.goto(link);
  await expect(dinaHere.button('join')).toBeVisible();
  await tabTo(dinaHere, page.getByRole('checkbox', { name: word('agree') }));
  await page.keyboard.press('Space');
  await tabTo(dinaHere, dinaHere.button('join'));
  await page.keyboard.press('Enter');
  await expect(dinaHere.heading('howToTakePart')).toBeVisible();
  await tabTo(dinaHere, page.getByRole('radio', { name: word('camera') }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: word('textOnly') })).toBeChecked();
  await tabTo(dinaHere, dinaHere.button('goOn'));
  await page.keyboard.press('Enter');
  await expectIn(dinaHere, 'lobby');

  await adaHere.page.keyboard.press('p');
  await expect(adaHere.button('letIn', { name: 'Dina' })).toBeVisible();
  await tabTo(adaHere, adaHere.button('letIn', { name: 'Dina' }));
  await adaHere.page.keyboard.press('Enter');
  await expectIn(dinaHere, 'plenary');

  await page.keyboard.press('c');
  await expect(dinaHere.field('write')).toBeFocused();
  await page.keyboard.type('Good morning from Nablus');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('and from Irbid');
  await page.keyboard.press('Enter');
  await adaHere.page.keyboard.press('c');
  await expect(adaHere.page.getByText('Good morning from Nablus\nand from Irbid')).toBeVisible();
});

test('Escape closes what is on top and gives the focus back', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const { page, word, button, dialog, field } = adaHere;
  await tabTo(adaHere, button('newDialogue'));
  await page.keyboard.press('Enter');
  await expect(field('title')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog('newDialogue')).toBeHidden();
  await expect(button('newDialogue')).toBeFocused();

  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');
  await page.keyboard.press('c');
  await page.keyboard.type('Is anybody here?');
  await page.keyboard.press('Enter');
  const actions = button('messageActions', { name: 'Ada' });
  await expect(actions).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(actions).toBeFocused();

  await page.keyboard.press('?');
  await expect(dialog('shortcuts')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog('shortcuts')).toBeHidden();
  await expect(actions).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: word('remove') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(actions).toBeFocused();
  await expect(page.getByRole('tabpanel')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('tabpanel')).toBeHidden();
});
