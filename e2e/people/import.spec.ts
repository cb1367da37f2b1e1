import { fileURLToPath } from 'node:url';
import { createDialogue, signIn } from '../app/doors.ts';
import { ada } from '../people.ts';
import { expect, test } from '../test.ts';

test('with only the rows to fix on the screen, a name is written to its end and imported whole', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, button, field, word } = adaHere;
  await page.goto(`${dialogue}/people/import`);
  await field('pasteRows').fill('Name\tMunicipality\tCountry\n\tNablus\tPS\nBen\tIrbid\tJO');
  await button('readRows').click();
  await page.getByRole('checkbox', { name: word('onlyRowsToFix') }).check();
  const rows = page.getByRole('region', { name: word('rowsToImport') }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Name 2' }).pressSequentially('Petra Long');
  await button('importTwo').click();
  await expect(page.getByRole('rowheader', { name: 'Petra Long' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Ben' })).toBeVisible();
});

test('a workbook is read as spreadsheets write it, and another file is told by what it is', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, button, word } = adaHere;
  await page.goto(`${dialogue}/people/import`);
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent('filechooser');
    await button('chooseFile').click();
    await (await chooser).setFiles(file);
  };
  await choose({ name: 'people.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7') });
  await expect(page.getByText('This is a PDF.')).toBeVisible();
  await choose(fileURLToPath(new URL('people.xlsx', import.meta.url)));
  const rows = page.getByRole('region', { name: word('rowsToImport') }).getByRole('row');
  await expect(rows.filter({ hasText: 'Dina' })).toContainText('Palestine');
  await expect(rows.filter({ hasText: 'Ben' })).toContainText('Jordan');
  await button('importTwo').click();
  await expect(page.getByRole('rowheader', { name: 'Dina' })).toBeVisible();
});
