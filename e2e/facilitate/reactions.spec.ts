import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet, onPhone } from './meet.ts';

test('two people show the room what they feel, one by a key and one on a phone, and only their number is told', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const { adaHere, others } = await meet({ server, visit }, [[ben], [cleo, onPhone]], {
    host: { reducedMotion: 'reduce' },
  });
  const [benHere, cleoHere] = others as [Guest, Guest];

  // A reaction in passing: everybody sees it, who shows it too, and it goes by itself.
  await benHere.page.keyboard.press('r');
  await expect(benHere.page.getByRole('menuitem', { name: benHere.word('applause') })).toBeVisible();
  await inspect(benHere, 'how one reacts');
  await benHere.page.getByRole('menuitem', { name: benHere.word('applause') }).click();
  for (const { page } of [adaHere, benHere, cleoHere])
    await expect(page.getByRole('listitem').filter({ hasText: '👏' })).toBeVisible();
  await expect(adaHere.page.getByRole('listitem').filter({ hasText: '👏' })).toBeHidden();

  // A sign stands: others join it with one press, and hosts read how the room feels.
  await benHere.button('react').click();
  await benHere.page.getByRole('menuitemcheckbox', { name: benHere.word('slower') }).click();
  await cleoHere.button('oneSlower').tap();
  await expect(cleoHere.button('twoSlower')).toHaveAttribute('aria-pressed', 'true');
  const line = adaHere.page.getByRole('main').getByRole('status');
  await expect(line).toHaveText('2 ask to go slower');

  // On a phone the others are in the menu; who has a question is told to hosts alone.
  await cleoHere.button('more').tap();
  await cleoHere.page.getByRole('menuitem', { name: cleoHere.word('react') }).tap();
  await cleoHere.page.getByRole('menuitemcheckbox', { name: cleoHere.word('iHaveAQuestion') }).tap();
  await expect(line).toHaveText('2 ask to go slower · 1 has a question: Cleo');
  await inspect(adaHere, 'what the room shows its hosts');
  await inspect(cleoHere, 'what the room shows on a phone, in Arabic');
  const shown = benHere.page.getByRole('button', { name: /^1 has a question/ });
  await expect(shown).toBeVisible();
  await expect(shown).not.toContainText('Cleo');

  // Taken down by who showed it, and gone with who leaves.
  await benHere.button('twoSlower').click();
  await expect(line).toHaveText('1 asks to go slower · 1 has a question: Cleo');
  await cleoHere.button('leave').tap();
  await expect(line).toBeHidden();
});
