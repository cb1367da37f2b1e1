import { expect, type Locator } from '@playwright/test';
import { chooseDevices, type Devices } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import type { Word } from '../words.ts';

/** Plans a session of a dialogue. */
export async function planSession(
  { page, button, dialog, word }: Guest,
  dialogue: string,
  { title, goal = '' }: { title: string; goal?: string },
): Promise<void> {
  await page.goto(`${dialogue}/sessions`);
  await button('planSession').click();
  const form = dialog('planSession');
  await form.getByRole('textbox', { name: word('title') }).fill(title);
  await form.getByRole('textbox', { name: word('goal') }).fill(goal);
  await form.getByRole('button', { name: word('saveSession') }).click();
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
}

/** Opens the next session of a dialogue and takes a place in its plenary. Returns the address of the session. */
export async function openSession(
  host: Guest,
  dialogue: string,
  devices: Devices,
  admission: 'lobby' | 'direct' = 'lobby',
): Promise<string> {
  const { page, button, dialog, word } = host;
  await page.goto(dialogue);
  await button('openSession').click();
  if (admission === 'direct')
    await dialog('openThisSession')
      .getByRole('radio', { name: word('directly') })
      .check();
  await dialog('openThisSession')
    .getByRole('button', { name: word('openSession') })
    .click();
  await chooseDevices(host, devices);
  await expectIn(host, 'plenary');
  return page.url();
}

/** Asks a host whether to leave the session on the screen or to close it. */
export async function startClosing({ page, word }: Guest): Promise<void> {
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: word('leave') })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** Closes the session whose room is on the screen, without the minute before it. */
export async function closeSession(host: Guest): Promise<void> {
  await startClosing(host);
  await host.button('closeNow').click();
  await expect(host.page.getByRole('dialog')).toBeHidden();
}

/** The room that the header names. */
export const expectIn = ({ page, word }: Guest, room: 'lobby' | 'plenary'): Promise<void> =>
  expect(page.getByRole('banner').getByText(word(room))).toBeAttached();

/** Lets somebody in who waits in the lobby. */
export async function admit(host: Guest, name: string): Promise<void> {
  const { button } = host;
  await openPeople(host);
  await button('letIn', { name }).click();
  await expect(button('letIn', { name })).toBeHidden();
}

// A tab's name goes on with what waits in it.
const startsWith = (word: Guest['word'], name: Word): RegExp => new RegExp(word(name).source.slice(0, -1));

/** Opens a panel by its tab, or where there is no room for that, by the menu of the others. */
export async function openTab({ page, word }: Guest, name: Word): Promise<void> {
  const tab = page.getByRole('tab', { name: startsWith(word, name) });
  const more = page.getByRole('button', { name: startsWith(word, 'morePanels') });
  await expect(tab.or(more).first()).toBeVisible();
  if (await tab.isVisible()) return tab.click();
  await more.click();
  await page.getByRole('menuitem', { name: startsWith(word, name) }).click();
}

/** Shows who is in the session. */
export async function openPeople(guest: Guest): Promise<void> {
  const { page, word } = guest;
  await openTab(guest, 'people');
  await expect(page.getByRole('tabpanel', { name: startsWith(word, 'people') }).getByRole('list')).not.toHaveCount(0);
}

/** Shows the chat and returns what everybody has said in it, from top to bottom. */
export async function openChat(guest: Guest): Promise<Locator> {
  const { page, word } = guest;
  await openTab(guest, 'chat');
  const chat = page.getByRole('region', { name: word('chat') });
  await expect(chat).toBeVisible();
  return chat.getByRole('article').getByRole('paragraph');
}

/** Writes to the room. */
export async function say({ button, field }: Guest, text: string): Promise<void> {
  const words = field('write').or(field('writeLobby'));
  await words.fill(text);
  await button('send').click();
  await expect(words).toHaveValue('');
}

/** The seat of somebody round the table. */
export const seatOf = ({ page, word }: Guest, name: string): Locator =>
  page
    .getByRole('list', { name: word('everybody') })
    .getByRole('listitem')
    .filter({ hasText: name });
