import { expect } from '@playwright/test';
import type { Guest } from '../guest.ts';
import type { Person } from '../people.ts';
import type { Word } from '../words.ts';

/** Adds one or two people to a dialogue by pasting rows of a spreadsheet. */
export async function importPeople({ page, button, field }: Guest, dialogue: string, people: Person[]): Promise<void> {
  const rows = people.map(({ name, municipality, country, role }) => [name, municipality, country, role].join('\t'));
  await page.goto(`${dialogue}/people/import`);
  await field('pasteRows').fill(['Name\tMunicipality\tCountry\tRole', ...rows].join('\n'));
  await button('readRows').click();
  if (people.length > 2) await button('importSeveral', { count: String(people.length) }).click();
  else await button(people.length === 1 ? 'importOne' : 'importTwo').click();
  for (const { name } of people) await expect(page.getByRole('rowheader', { name, exact: true })).toBeVisible();
}

/** Writes on the founder's card whom they speak for; until then it says only their name. */
export async function introduceFounder(founder: Guest, dialogue: string): Promise<void> {
  const { page, dialog, word, person } = founder;
  await page.goto(`${dialogue}/people`);
  await openActions(founder, person.name, 'edit');
  const form = dialog('editPerson');
  await form.getByRole('textbox', { name: word('municipality') }).fill(person.municipality);
  await form.getByRole('combobox', { name: word('country') }).selectOption(person.country);
  await form.getByRole('button', { name: word('save') }).click();
  await expect(form).toBeHidden();
}

/** Chooses what to do for somebody in the roster on the screen. */
export async function openActions({ page, button, word }: Guest, name: string, action: Word): Promise<void> {
  await button('actionsFor', { name }).click();
  await page.getByRole('menuitem', { name: word(action) }).click();
}

/** Copies somebody's personal link from the roster on the screen. */
export async function copyLink(guest: Guest, { name }: Pick<Person, 'name'>): Promise<string> {
  const { page, dialog, word } = guest;
  await openActions(guest, name, 'copyLink');
  const shown = dialog('personalLink');
  await shown.getByRole('button', { name: word('copyLink') }).click();
  await expect(shown.getByRole('button', { name: word('copied') })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await shown
    .getByRole('button', { name: word('close') })
    .first()
    .click();
  await expect(shown).toBeHidden();
  return link;
}
