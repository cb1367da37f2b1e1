import { expect } from '@playwright/test';
import type { Guest } from '../guest.ts';
import type { Server } from '../server.ts';

/** Opens the link that the server printed, signs in with it, and says one's name. */
export async function signIn(guest: Guest, { organiserLink }: Server): Promise<void> {
  const { page, button, field, heading, person } = guest;
  await page.goto(organiserLink);
  await button('signIn').click();
  await field('yourName').fill(person.name);
  await button('goOn').click();
  await expect(heading('yourDialogues')).toBeVisible();
}

/** Begins a dialogue and returns its address; in English, and in these languages as they call themselves. */
export async function createDialogue(
  { page, button, dialog, field }: Guest,
  { title, goal = '', languages = [] }: { title: string; goal?: string; languages?: readonly string[] },
): Promise<string> {
  await button('newDialogue').click();
  await expect(dialog('newDialogue')).toBeVisible();
  await field('title').fill(title);
  await field('goal').fill(goal);
  for (const language of languages) await dialog('newDialogue').getByRole('checkbox', { name: language }).check();
  await button('createDialogue').click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  return page.url();
}

/** Loads the example dialogue and returns its address. */
export async function loadExample({ page, button }: Guest): Promise<string> {
  await button('loadExample').click();
  await page.waitForURL('**/d/*');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page.url();
}

export type Devices = 'camera' | 'sound' | 'textOnly' | 'listen' | 'saving';

/** Opens a personal link, agrees, chooses how to take part, and leaves for later what is asked besides. */
export async function join(guest: Guest, link: string, devices: Devices): Promise<void> {
  const { page, button, word } = guest;
  await page.goto(link);
  await page.getByRole('checkbox', { name: word('agree') }).check();
  await button('join').click();
  await chooseDevices(guest, devices);
  await page.waitForURL('**/d/**');
  if (!page.url().endsWith('/answers')) return;
  const done = page.getByRole('link', { name: word('done') });
  // Who has nothing to answer is led on to the dialogue by itself.
  await expect(done.or(page.getByRole('list', { name: word('sixSteps') }))).toBeVisible();
  if (await done.isVisible()) await done.click();
}

/** Answers how one takes part from this device. */
export async function chooseDevices({ page, button, heading, word }: Guest, devices: Devices): Promise<void> {
  await expect(heading('howToTakePart')).toBeVisible();
  await page.getByRole('radio', { name: word(devices === 'saving' ? 'sound' : devices) }).check();
  if (devices === 'saving') await page.getByRole('checkbox', { name: word('saveData') }).check();
  await button('goOn').click();
}
