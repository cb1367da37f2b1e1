import { createDialogue, join, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, ben, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import type { Word } from '../words.ts';
import { openSession, planSession } from './meeting.ts';

const arabic = (person: Person): Person => ({ ...person, language: 'ar', locale: 'ar-JO' });
const bigButton = ({ page }: Guest) => page.getByRole('contentinfo').locator('[aria-busy]');

for (const speaking of [(person: Person) => person, arabic]) {
  const { language } = speaking(ada);
  test(`the floor, its queue, a round and the dialogs of hosts are accessible (${language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const adaHere = await visit(speaking(ada), { reducedMotion: 'reduce' });
    const { page, button, dialog, word } = adaHere;
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
    await importPeople(adaHere, dialogue, [ben]);
    const link = await copyLink(adaHere, ben);
    await planSession(adaHere, dialogue, { title: 'Green jobs' });
    await openSession(adaHere, dialogue, 'textOnly', 'direct');
    await page.keyboard.press('s');
    await inspect(adaHere, 'a free floor');
    const benHere = await visit(ben);
    await join(benHere, link, 'textOnly');
    await bigButton(benHere).click();
    await expect(page.getByRole('region', { name: word('whoHasFloor') })).toContainText('Ben');
    await bigButton(adaHere).click();
    const actions = button('floorFor', { name: 'Ada' });
    await expect(actions).toBeVisible();
    await inspect(adaHere, 'one speaks, and one waits');
    await actions.click();
    await page.getByRole('menuitem', { name: word('giveFloorNow') }).waitFor();
    await page.keyboard.press('Escape');
    await expect(actions).toBeFocused();
    const open = async (name: Word) => {
      await button('aboutFloor').click();
      await page.getByRole('menuitem', { name: word(name) }).click();
      await expect(dialog(name)).toBeVisible();
      await inspect(adaHere, `the dialog ${name}`);
    };
    await open('howFloorIsGiven');
    await page.keyboard.press('Escape');
    await expect(dialog('howFloorIsGiven')).toBeHidden();
    await open('startRound');
    await dialog('startRound')
      .getByRole('button', { name: word('beginRound') })
      .click();
    await expect(button('endRound')).toBeVisible();
    await inspect(adaHere, 'a round');
  });
}

test('the floor opens the microphone for who wants it, when their turn begins', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  const { page, button, word } = adaHere;
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await planSession(adaHere, dialogue, { title: 'Green jobs' });
  await openSession(adaHere, dialogue, 'sound', 'direct');
  await expect(button('unmute')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByText(word('openMicrophoneByItself'))).toBeVisible();
  await expect(button('unmute')).toBeVisible();
  await button('yesOpenIt').click();
  await expect(button('mute')).toBeVisible();
  await page.keyboard.press('f');
  await expect(bigButton(adaHere)).toContainText('The floor is free');
  await button('mute').click();
  await page.keyboard.press('f');
  await expect(button('mute')).toBeVisible();
  await expect(page.getByText(word('openMicrophoneByItself'))).toBeHidden();
});
