import { expect, type Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { openTab } from './meeting.ts';

/** Opens the notes of the room and returns their text. */
export async function openNotes(guest: Guest): Promise<Locator> {
  const { page, word } = guest;
  await openTab(guest, 'notes');
  const text = page.getByRole('textbox', { name: word('theNotes'), exact: true });
  await expect(text).toBeVisible({ timeout: 20_000 });
  return text;
}

/** Types at the end of the notes, in a line of its own. */
export async function write({ page }: Guest, text: Locator, ...lines: readonly string[]): Promise<void> {
  await text.click();
  await page.keyboard.press('Control+End');
  for (const line of lines) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** Resolves when all that somebody wrote is on the server. */
export const isSaved = ({ page, word }: Guest): Promise<void> =>
  expect(page.locator('[data-status]', { hasText: word('saved') })).toBeVisible({ timeout: 20_000 });
