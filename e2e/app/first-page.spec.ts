import type { Page } from '@playwright/test';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { createDialogue, signIn } from './doors.ts';

/** Holds back every script of the product, as a slow network does; returns how to let them through. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async route => {
    await released;
    await route.continue();
  });
  return release;
}

test('an invitation has words and its button before the product has arrived; what is pressed goes on when it has', async ({
  server,
  visit,
}) => {
  const [host, guest, other] = [await visit(ada), await visit(cleo), await visit(ben)];
  await signIn(host, server);
  const dialogue = await createDialogue(host, { title: 'Local jobs' });
  await importPeople(host, dialogue, [cleo, ben]);
  await host.page.goto(`${dialogue}/people`);
  const links = [await copyLink(host, cleo), await copyLink(host, ben)] as const;

  const release = await holdScripts(guest.page);
  await guest.page.goto(links[0], { waitUntil: 'commit' });
  await expect(guest.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(guest.page.getByRole('heading', { level: 1 })).toHaveText('Local jobs');
  expect(new URL(guest.page.url()).hash).toBe('');
  await guest.button('join').click();
  await expect(guest.page.getByText(guest.word('agreeFirst'))).toBeVisible();
  await guest.page.getByRole('checkbox', { name: guest.word('agree') }).check();
  await guest.button('join').click();
  await expect(guest.button('join')).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(guest.heading('howToTakePart')).toBeVisible();

  const { page, word, button } = other;
  const releaseOther = await holdScripts(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(links[1], { waitUntil: 'commit' });
  const agree = page.getByRole('checkbox', { name: word('agree') });
  await button('join').click();
  await expect(page.getByText(word('agreeFirst'))).toBeVisible();
  releaseOther();
  await expect(page.locator('.first')).toHaveCount(0);
  await expect(page.getByText(word('agreeFirst'))).toBeVisible();

  const releaseAgain = await holdScripts(page);
  await page.goto('about:blank');
  await page.goto(links[1], { waitUntil: 'commit' });
  await agree.check();
  const isInSight = async () => {
    const box = await button('join').boundingBox();
    return box !== null && box.y + box.height <= 640;
  };
  expect(await isInSight()).toBe(true);
  releaseAgain();
  await expect(page.locator('.first')).toHaveCount(0);
  expect(await isInSight()).toBe(true);
  await expect(agree).toBeChecked();
  await expect(agree).toBeFocused();
});
