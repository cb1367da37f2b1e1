import type { Guest } from '../../guest.ts';
import { ben } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { closeSession, expectIn, openPeople } from '../meeting.ts';
import { gather } from './gathering.ts';
import { expectNothingOpen } from './leaving.ts';

test('hosts quieten and send out, only the owner of a microphone opens it again, a screen has one owner, and nobody who is out keeps a connection', async ({
  server,
  visit,
}) => {
  const [adaHere, benHere] = (await gather(server, visit, [[ben, 'camera']])) as [Guest, Guest];
  const adaPresses = (name: string) => adaHere.page.getByRole('button', { name, exact: true }).click();
  const benPresses = (name: string) => benHere.page.getByRole('button', { name, exact: true }).click();
  const benUnmute = benHere.page.getByRole('contentinfo').getByRole('button', { name: 'Unmute', exact: true });

  await benPresses('Unmute');
  await expect(benUnmute).toBeHidden();
  await adaPresses('Mute everybody');
  await expect(benHere.page.getByText('A host has muted you.')).toBeVisible();
  await expect(benUnmute).toBeVisible();
  await adaHere.page.getByRole('listitem').getByRole('button', { name: 'Actions for Ben' }).click();
  await adaHere.page.getByRole('menuitem', { name: 'Ask to speak' }).click();
  await expect(benHere.page.getByRole('status').filter({ hasText: 'Ada asks you to speak.' })).toBeVisible();
  await benHere.page.locator('#content').getByRole('button', { name: 'Unmute' }).click();
  await expect(benUnmute).toBeHidden();

  await adaPresses('Share');
  await expect(adaHere.page.getByText('You are sharing your screen')).toBeVisible();
  await benPresses('Ask to share');
  await expect(
    adaHere.page.getByRole('status').filter({ hasText: 'Ben would like to share their screen.' }),
  ).toBeVisible();
  await adaPresses('Hand over');
  await benPresses('Share now');
  await expect(benHere.page.getByText('You are sharing your screen')).toBeVisible();
  await expect(adaHere.page.getByRole('region', { name: 'Screen of Ben' }).locator('video')).toBeVisible();
  await adaPresses('Take over');
  await expect(benHere.page.getByText('Ada shares a screen now')).toBeVisible();
  await adaHere.page.getByRole('contentinfo').getByRole('button', { name: 'Stop sharing' }).click();

  await adaPresses('Lock the session');
  await openPeople(adaHere);
  await adaHere.page.getByRole('listitem').getByRole('button', { name: 'Actions for Ben' }).click();
  await adaHere.page.getByRole('menuitem', { name: 'Remove from the session' }).click();
  await adaHere.page.getByRole('checkbox').check();
  await adaPresses('Remove');
  await expect(benHere.page.getByText('you cannot come back')).toBeVisible();
  await expectNothingOpen(benHere.page);
  await adaPresses('Let Ben back in');
  await expectIn(benHere, 'plenary');

  await closeSession(adaHere);
  for (const { page } of [adaHere, benHere]) await expectNothingOpen(page);
});
