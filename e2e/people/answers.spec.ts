import { createDialogue, signIn } from '../app/doors.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { copyLink } from './roster.ts';

const onPhone = { ...cleo, viewport: { width: 360, height: 740 } };

test('a list says what towns need, and a person answers the rest behind their link, in Arabic on a phone', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, button, field, word } = adaHere;
  await page.goto(`${dialogue}/people/form`);
  await page.getByRole('button', { name: word('takeSuggestions') }).click();
  await expect(button('editNeed', { name: 'Tourism and heritage' })).toBeVisible();

  await page.goto(`${dialogue}/people/import`);
  const rows = [
    'Name\tMunicipality\tCountry\tRegion\tNeeds',
    'Cleo\tصفاقس\tTN\tMaghreb\tتمويل المنشآت الصغيرة; Cold stores',
    'Dina\tNablus\tPS\t\t',
  ];
  await field('pasteRows').fill(rows.join('\n'));
  await button('readRows').click();
  const preview = page.getByRole('region', { name: word('rowsToImport') });
  await expect(preview.getByRole('row').filter({ hasText: 'Cleo' })).toContainText('Finance for small firms');
  await button('importTwo').click();
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(rowOf('Dina')).toContainText('not yet');
  await expect(rowOf('Cleo')).toContainText('2 of 4');

  const cleoHere = await visit(onPhone);
  const link = await copyLink(adaHere, cleo);
  await cleoHere.page.goto(link);
  await cleoHere.page.getByRole('checkbox', { name: cleoHere.word('agree') }).check();
  await cleoHere.button('join').click();
  await cleoHere.page.getByRole('radio', { name: cleoHere.word('textOnly') }).check();
  await cleoHere.button('goOn').click();
  await expect(cleoHere.heading('aboutYou')).toBeVisible();
  const need = (name: string) => cleoHere.page.getByRole('checkbox', { name });
  await expect(need('تمويل المنشآت الصغيرة')).toBeChecked();
  await need('السياحة والتراث').check();
  await cleoHere.page.getByRole('radio', { name: 'من 200 ألف إلى مليون' }).check();
  await cleoHere.field('whatToAchieve').fill('مدينة نظيفة تشغّل شبابها');
  await cleoHere.link('done').click();
  await expect(cleoHere.page.getByRole('heading', { level: 1, name: 'Local jobs' })).toBeVisible();

  await expect(rowOf('Cleo')).toContainText('complete');
  await page.goto(`${dialogue}/people/form`);
  const tourism = page.getByRole('listitem').filter({ has: button('editNeed', { name: 'Tourism and heritage' }) });
  await expect(tourism).toContainText('1 person has chosen it');
  await button('closeForm').click();
  await cleoHere.page.goto(`${dialogue}/answers`);
  await expect(cleoHere.field('whatToAchieve')).toHaveValue('مدينة نظيفة تشغّل شبابها');
  await expect(need('السياحة والتراث')).toBeDisabled();
  await expect(cleoHere.page.getByText('أغلق المنظِّمون الاستمارة', { exact: false })).toBeVisible();
});

test('what is answered without a connection is kept on the device and arrives later', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, word } = adaHere;
  await page.goto(`${dialogue}/answers`);
  const region = page.getByRole('textbox', { name: word('region') });
  await expect(region).toBeVisible();
  await server.kill();
  await region.fill('Rhineland');
  await region.press('Tab');
  await expect(page.getByText('kept on this device until you are connected')).toBeVisible();
  await server.restart();
  await expect(page.getByRole('main').getByText('saved', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(region).toHaveValue('Rhineland');
});
