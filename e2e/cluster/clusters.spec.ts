import { loadExample, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ada, type Person } from '../people.ts';
import { expect, test } from '../test.ts';

const arabicAda: Person = { ...ada, language: 'ar', locale: 'ar-JO' };

for (const person of [ada, arabicAda]) {
  test(`clusters can be looked at in every way, by everybody (${person.language})`, async ({ server, visit }) => {
    test.slow();
    const guest = await visit(person, { reducedMotion: 'reduce' });
    await proposeForExample(guest, server);
    const { page, button, word } = guest;
    await inspect(guest, 'clusters as cards');
    await button('whyThisCluster').first().click();
    await inspect(guest, 'why this cluster');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: word('map') }).click();
    await expect(page.getByRole('region', { name: word('townsAndPeople') })).toBeVisible();
    await button('zoomIn').click();
    await inspect(guest, 'clusters on a map');
    await page.getByRole('tab', { name: word('similarity') }).click();
    await inspect(guest, 'clusters by similarity');
    await page.getByRole('button', { name: word('change'), expanded: false }).click();
    await inspect(guest, 'what counts');
  });
}

test('rules that contradict each other are named, and each leads to its field', async ({ server, visit }) => {
  const guest = await visit(ada);
  await proposeForExample(guest, server);
  const { page, button, field } = guest;
  await page.getByRole('button', { name: 'Change', expanded: false }).click();
  await page.getByRole('spinbutton', { name: 'At least so many people' }).fill('15');
  await page.getByRole('spinbutton', { name: 'At most so many people' }).fill('16');
  await button('proposeAgain').click();
  await expect(page.getByRole('alert').filter({ hasText: 'These rules cannot all hold' })).toBeVisible();
  await expect(page.getByText('At least 15 people in each cluster')).toBeVisible();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'At least 15 people in each cluster' })
    .getByRole('button', { name: 'Change' })
    .click();
  await expect(page.getByRole('spinbutton', { name: 'At least so many people' })).toBeFocused();
  await expect(field('title')).toHaveCount(0);
});

test('a version is kept while another one is changed, and the two are compared', async ({ server, visit }) => {
  const guest = await visit(ada);
  await proposeForExample(guest, server);
  const { page, button, dialog, field } = guest;
  await button('keepVersion').click();
  await field('title').fill('As proposed');
  await button('save').click();
  const arrangement = page.getByRole('combobox', { name: 'Arrangement' });
  await expect(arrangement).toContainText('As proposed');
  await expect(arrangement.locator('option:checked')).toContainText('As proposed');
  await button('moveTo', { name: 'Petra Lindner' }).click();
  await page.getByRole('menuitem').first().click();
  await button('compare').click();
  await expect(dialog('compare')).toContainText('1 person is with others');
  await page.keyboard.press('Escape');
  // Keys belong to a dialog until it has gone.
  await expect(dialog('compare')).toBeHidden();
  await page.keyboard.press('Control+z');
  await button('compare').click();
  await expect(dialog('compare')).toContainText('0 people are with others');
});

/** Loads the example dialogue, asks for clusters and waits until they are there. */
async function proposeForExample(guest: Guest, server: Parameters<typeof signIn>[1]): Promise<void> {
  const { page, button } = guest;
  await signIn(guest, server);
  const dialogue = await loadExample(guest);
  await page.goto(`${dialogue}/clusters`);
  await button('proposeClusters').click();
  await expect(button('publish')).toBeVisible({ timeout: 20_000 });
}
