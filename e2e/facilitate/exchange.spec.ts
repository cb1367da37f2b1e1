import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet, onPhone } from './meet.ts';
import { openChat, openTab, say } from './meeting.ts';

const panel = ({ page }: Guest) => page.getByRole('tabpanel');
const tab = ({ page, word }: Guest) => page.getByRole('tab', { name: word('exchange'), includeHidden: true });

test('a host sees who was not heard yet and invites somebody, who alone is told, until nothing is measured any more', async ({
  server,
  visit,
}) => {
  test.setTimeout(120_000);
  const { adaHere, others } = await meet({ server, visit }, [
    [ben],
    [{ ...cleo, viewport: { width: 360, height: 740 } }, onPhone],
  ]);
  const [benHere, cleoHere] = others as [Guest, Guest];

  // Too few people for dials; whoever writes was heard.
  await openTab(adaHere, 'exchange');
  await expect(panel(adaHere).getByText(adaHere.word('tooLittleData'))).toBeVisible();
  await expect(panel(adaHere).getByRole('heading', { name: adaHere.word('notHeardTwo') })).toBeVisible();
  await openChat(benHere);
  await say(benHere, 'We mend what others throw away');
  await expect(panel(adaHere).getByRole('heading', { name: adaHere.word('notHeardOne') })).toBeVisible();
  await expect(panel(adaHere).getByRole('heading', { name: adaHere.word('heardOne') })).toBeVisible();
  await inspect(adaHere, 'who was heard');

  // One press asks Cleo, in her own language; nobody else is told.
  await adaHere.button('inviteToSpeak', { name: cleo.name }).click();
  await expect(cleoHere.page.getByText(cleoHere.word('hostsWouldHear'))).toBeVisible();
  await expect(benHere.page.getByText(benHere.word('hostsWouldHear'))).toHaveCount(0);
  await inspect(cleoHere, 'an invitation');
  await cleoHere.button('notNow').tap();
  await expect(cleoHere.page.getByText(cleoHere.word('hostsWouldHear'))).toHaveCount(0);

  // She sees her own share and nothing of the others.
  await openTab(cleoHere, 'exchange');
  await expect(panel(cleoHere).getByText(cleoHere.word('hardlySpoken'))).toBeVisible();
  await expect(panel(cleoHere)).not.toContainText(ben.name);
  await inspect(cleoHere, 'her own share');

  // The session stops measuring: nothing is left of it, for nobody.
  await adaHere.button('whatIsMeasured').click();
  await adaHere.page.getByRole('menuitemcheckbox', { name: adaHere.word('measureHeard') }).click();
  await expect(panel(adaHere).getByText(adaHere.word('nothingMeasured'))).toBeVisible();
  await expect(tab(cleoHere)).toHaveCount(0);
});
