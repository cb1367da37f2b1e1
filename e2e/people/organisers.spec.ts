import { signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';

/** Reads the link that was just made, and closes the dialog that shows it only now. */
async function takeLink({ page, dialog, word }: Guest): Promise<string> {
  const shown = dialog('oneTimeLink');
  const link = (await shown.getByText(/\/o\/#/).textContent()) ?? '';
  await shown
    .getByRole('button', { name: word('close') })
    .last()
    .click();
  await expect(shown).toBeHidden();
  await expect(page.getByText(link)).toBeHidden();
  return link;
}

test('a new link for an organiser is the only one that signs them in; an earlier one says what to do', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  const { page, button, field, dialog, word } = adaHere;
  await signIn(adaHere, server);
  await page.goto('/organisers');
  await button('addOrganiser').click();
  await field('name').fill('Cleo');
  await dialog('addOrganiser')
    .getByRole('button', { name: word('addOrganiser') })
    .click();
  const early = await takeLink(adaHere);
  const row = page.getByRole('listitem').filter({ hasText: 'Cleo' });
  await expect(row.getByText(word('notSignedIn'))).toBeVisible();
  await button('newLinkFor', { name: 'Cleo' }).click();
  const late = await takeLink(adaHere);

  const cleoHere = await visit(cleo);
  await cleoHere.page.goto(early);
  await cleoHere.button('signIn').click();
  await expect(cleoHere.heading('linkDoesNotOpen')).toBeVisible();
  await expect(cleoHere.page.getByText('npm start -- --organiser-link', { exact: true })).toBeVisible();
  await cleoHere.page.goto(late);
  await cleoHere.button('signIn').click();
  await expect(cleoHere.heading('yourDialogues')).toBeVisible();

  await page.reload();
  await expect(row).toBeVisible();
  await expect(row.getByText(word('notSignedIn'))).toBeHidden();
});

test('who cannot be signed out is told so, and is signed out when the server hears of it', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  const { page, button, heading, word } = adaHere;
  await signIn(adaHere, server);
  const signOut = async () => {
    await button('preferences').click();
    await page.getByRole('menuitem', { name: word('signOut') }).click();
  };
  await page.context().setOffline(true);
  await signOut();
  await expect(page.getByText(/There is no connection to the server/)).toBeVisible();
  await expect(heading('yourDialogues')).toBeVisible();
  await page.context().setOffline(false);
  await signOut();
  await expect(heading('welcome')).toBeVisible();
});
