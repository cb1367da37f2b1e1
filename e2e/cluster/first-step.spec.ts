import { chooseDevices, createDialogue, signIn } from '../app/doors.ts';
import { admit, expectIn, openSession, planSession, seatOf } from '../facilitate/meeting.ts';
import type { Guest } from '../guest.ts';
import { copyLink } from '../people/roster.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';

const onPhone = { ...cleo, viewport: { width: 360, height: 740 } };

/** Two kinds of towns: those by the sea that live on fishing and visitors, and those inland whose young people look for work. */
const list = [
  'Name\tMunicipality\tCountry\tLanguages\tRegion\tInhabitants\tNeeds\tVision',
  'Ada One\tMahdia\tTN\tar, fr\tSahel\t60 000\tFarming, fishing and food; Tourism and heritage\tA harbour that feeds the town',
  'Ben One\tMonastir\tTN\tar, fr\tSahel\t100 000\tTourism and heritage; Farming, fishing and food\tVisitors who stay, fish that is sold here',
  'Dina One\tZarzis\tTN\tar, fr\tSahel\t80 000\tFarming, fishing and food\tA harbour with an ice plant',
  'Ada Three\tKélibia\tTN\tar, fr\tSahel\t60 000\tFarming, fishing and food; Tourism and heritage\tBoats, ice and visitors',
  'Cleo\tصفاقس\tTN\tar, fr\tSahel\t\t\t',
  'Ada Two\tIrbid\tJO\tar, en\tNorth\t570 000\tJobs for young people; Vocational training\tGraduates find work at home',
  'Ben Two\tMafraq\tJO\tar, en\tNorth\t100 000\tVocational training; Jobs for young people\tYoung people learn a trade',
  'Dina Two\tJerash\tJO\tar, en\tNorth\t50 000\tJobs for young people\tWork for graduates and apprentices',
  'Ben Three\tAjloun\tJO\tar, en\tNorth\t50 000\tJobs for young people; Vocational training\tApprentices who stay',
  'Dina Three\tRamtha\tJO\tar, en\tNorth\t150 000\tVocational training\tA trade for young people',
].join('\n');

test('towns are grouped by what they have answered, by hand as well, and everybody sees their cluster', async ({
  server,
  visit,
}) => {
  test.slow();
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  const { page, button, dialog, field, word } = adaHere;
  await page.goto(`${dialogue}/people/form`);
  await button('takeSuggestions').click();
  await expect(button('editNeed', { name: 'Tourism and heritage' })).toBeVisible();
  await page.goto(`${dialogue}/people/import`);
  await field('pasteRows').fill(list);
  await button('readRows').click();
  await button('importTen').click();
  await expect(page.getByRole('rowheader', { name: 'Dina Two' })).toBeVisible();
  const link = await copyLink(adaHere, cleo);

  const cleoHere = await visit(onPhone);
  await cleoHere.page.goto(link);
  await cleoHere.page.getByRole('checkbox', { name: cleoHere.word('agree') }).check();
  await cleoHere.button('join').click();
  await chooseDevices(cleoHere, 'textOnly');
  await expect(cleoHere.heading('aboutYou')).toBeVisible();
  await cleoHere.page.getByRole('checkbox', { name: 'الزراعة والصيد والغذاء' }).check();
  await cleoHere.field('whatToAchieve').fill('ميناء يُطعم المدينة ويجذب الزوار');
  await cleoHere.link('done').click();

  await page.goto(`${dialogue}/clusters`);
  await button('proposeClusters').click();
  // The arrangement is a region around the columns.
  const columnOf = (name: string) =>
    page
      .getByRole('region')
      .filter({ has: page.getByRole('button', { name: `Drag ${name}`, exact: true }) })
      .last();
  const nameOf = async (name: string) => (await columnOf(name).getByRole('heading').first().textContent()) ?? '';
  await expect(columnOf('Cleo')).toBeVisible({ timeout: 20_000 });
  const [sea, inland] = [await nameOf('Cleo'), await nameOf('Dina Two')];
  expect(sea).not.toBe(inland);
  for (const name of ['Ada One', 'Ben One', 'Dina One']) expect(await nameOf(name)).toBe(sea);
  for (const name of ['Ada Two', 'Ben Two']) expect(await nameOf(name)).toBe(inland);

  await carry(adaHere, 'Cleo', inland);
  await expect(columnOf('Cleo').getByRole('heading', { name: inland })).toBeVisible();
  await button('undo').first().click();
  await expect(columnOf('Cleo').getByRole('heading', { name: sea })).toBeVisible();

  // A power cut right after a move: what was asked for is carried out all the same.
  await button('moveTo', { name: 'Cleo' }).click();
  await page.getByRole('menuitem', { name: inland }).click();
  await server.kill();
  await server.restart();
  await page.reload();
  await expect(columnOf('Cleo').getByRole('heading', { name: inland })).toBeVisible({ timeout: 30_000 });
  await button('publish').click();
  await dialog('publishThese')
    .getByRole('button', { name: word('publish') })
    .click();
  await expect(page.getByText(word('everybodySees'))).toBeVisible();

  await cleoHere.page.goto(`${dialogue}/clusters`);
  const mine = cleoHere.page
    .getByRole('listitem')
    .filter({ has: cleoHere.page.getByText(cleoHere.word('yourCluster')) });
  for (const name of ['Cleo', 'Dina Two']) await expect(mine).toContainText(name);
  await expect(mine).not.toContainText('Dina One');

  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  const session = await openSession(adaHere, dialogue, 'textOnly');
  await cleoHere.page.goto(session);
  await expectIn(cleoHere, 'lobby');
  await admit(adaHere, 'Cleo');
  await expectIn(cleoHere, 'plenary');
  await expect(seatOf(adaHere, 'Cleo')).toContainText(inland);
});

/** Carries somebody's card to another column by keyboard alone. */
async function carry({ page }: Guest, name: string, to: string): Promise<void> {
  const said = page.getByRole('status');
  await page.getByRole('button', { name: `Drag ${name}`, exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(said.filter({ hasText: new RegExp(`${name} is (picked up|over)`) })).toBeAttached();
  const over = said.filter({ hasText: `${name} is over ${to}.` });
  await expect(async () => {
    if (!(await over.count())) await page.keyboard.press('ArrowRight');
    await expect(over).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Space');
}
