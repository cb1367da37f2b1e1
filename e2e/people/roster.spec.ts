import { readFile } from 'node:fs/promises';
import { createDialogue, join, signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { ada, cleo, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import { copyLink, openActions } from './roster.ts';

const rowOf = ({ page }: Guest, name: string) => page.getByRole('row').filter({ hasText: name });

test('an organiser adds, corrects, removes and brings back a person', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, word, button, field, dialog } = adaHere;
  await page.goto(`${dialogue}/people`);

  await button('addPerson').first().click();
  const form = dialog('addPerson');
  await field('name').fill('Dina');
  await field('email').fill('dina@');
  await form.getByRole('combobox', { name: word('country') }).selectOption(dina.country);
  await form.getByRole('button', { name: word('addPerson') }).click();
  await expect(field('email')).toHaveAccessibleDescription(/This is not an e-mail address\./);
  await expect(field('municipality')).toHaveAccessibleDescription(/Enter the municipality/);
  await field('email').fill('dina@example.org');
  await field('municipality').fill('Nablos');
  await form.getByRole('button', { name: word('addPerson') }).click();
  await expect(form).toBeHidden();
  await expect(rowOf(adaHere, 'Dina')).toContainText('dina@example.org');

  await openActions(adaHere, 'Dina', 'edit');
  await field('municipality').fill(dina.municipality);
  await button('save').click();
  await expect(rowOf(adaHere, 'Dina')).toContainText('Nablus');

  await openActions(adaHere, 'Dina', 'remove');
  await expect(rowOf(adaHere, 'Dina')).toHaveCount(0);
  await button('undo').click();
  await expect(rowOf(adaHere, 'Dina')).toContainText('Nablus');
  await page.reload();
  await expect(rowOf(adaHere, 'Dina')).toContainText('Nablus');
});

test('a link that is revoked ends the visit of its owner in plain words, and a new one lets them in again', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await addPerson(adaHere, dialogue, 'Ben', { email: 'ben@example.org' });
  await addPerson(adaHere, dialogue, 'Dina');
  await expect(adaHere.page.getByText('ben@example.org')).toBeVisible();
  const link = await copyLink(adaHere, dina);
  const dinaHere = await visit(dina);
  await join(dinaHere, link, 'textOnly');
  await expect(dinaHere.page.getByRole('heading', { level: 1, name: 'Local jobs' })).toBeVisible();
  await dinaHere.page.goto(`${dialogue}/people`);
  await expect(rowOf(dinaHere, 'Ben')).toBeVisible();
  await expect(dinaHere.page.getByText('ben@example.org')).toHaveCount(0);
  await expect(dinaHere.button('addPerson')).toHaveCount(0);
  await expect(dinaHere.button('actionsFor', { name: 'Ben' })).toHaveCount(0);

  await openActions(adaHere, 'Dina', 'revokeLink');
  await adaHere.button('revokeLink').click();
  await expect(dinaHere.heading('linkReplaced')).toBeVisible();
  await expect(rowOf(dinaHere, 'Dina')).toHaveCount(0);
  await dinaHere.page.goto(link);
  await expect(dinaHere.heading('linkDoesNotOpen')).toBeVisible();
  await dinaHere.page.goto(dialogue);
  await expect(dinaHere.heading('linkReplaced')).toBeVisible();

  const fresh = await copyLink(adaHere, dina);
  expect(fresh).not.toBe(link);
  await dinaHere.page.goto(fresh);
  await dinaHere.button('toDialogue').click();
  await expect(dinaHere.page.getByRole('heading', { level: 1, name: 'Local jobs' })).toBeVisible();

  await openActions(adaHere, 'Dina', 'remove');
  await expect(dinaHere.heading('noLongerPart')).toBeVisible();
});

test('an export holds no formula', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const formulas = ['=HYPERLINK("https://example.org")', '+1+1', '-1+1', '@SUM(1)'];
  for (const formula of formulas) await addPerson(adaHere, dialogue, formula, { municipality: cleo.municipality });

  const download = adaHere.page.waitForEvent('download');
  await adaHere.button('exportList').click();
  const csv = await readFile(await (await download).path(), 'utf8');
  for (const formula of formulas) expect(csv).toContain(`'${formula.replaceAll('"', '""')}`);
  expect(csv).toContain(cleo.municipality);
  expect(csv).not.toMatch(/(^|[,"\n])[=+\-@]/);
});

async function addPerson(
  guest: Guest,
  dialogue: string,
  name: string,
  { municipality = 'Nablus', email = '' } = {},
): Promise<void> {
  const { page, word, button, field, dialog } = guest;
  await page.goto(`${dialogue}/people`);
  await button('addPerson').first().click();
  await field('name').fill(name);
  await field('email').fill(email);
  await field('municipality').fill(municipality);
  await dialog('addPerson')
    .getByRole('combobox', { name: word('country') })
    .selectOption(dina.country);
  await dialog('addPerson')
    .getByRole('button', { name: word('addPerson') })
    .click();
  await expect(dialog('addPerson')).toBeHidden();
  await expect(rowOf(guest, name)).toBeVisible();
}
