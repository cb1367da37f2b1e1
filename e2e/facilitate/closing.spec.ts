import { createDialogue, join, signIn } from '../app/doors.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { admit, expectIn, openChat, openSession, planSession, say, startClosing } from './meeting.ts';

const title = 'Where our towns stand';

test('everybody sees that a session closes, a power cut stops no countdown, nothing written is lost, and hosts reopen it', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: '' });
  await importPeople(adaHere, dialogue, [cleo]);
  await introduceFounder(adaHere, dialogue);
  const link = await copyLink(adaHere, cleo);
  await planSession(adaHere, dialogue, { title });
  await openSession(adaHere, dialogue, 'textOnly');
  const cleoHere = await visit(cleo, { isMobile: true, hasTouch: true });
  await join(cleoHere, link, 'textOnly');
  await admit(adaHere, 'Cleo');
  await expectIn(cleoHere, 'plenary');
  await openChat(cleoHere);
  await say(cleoHere, 'صباح الخير');

  // A host stops the countdown, and begins another one.
  const closing = [adaHere, cleoHere].map(guest => guest.page.getByRole('main').getByText(guest.word('closing')));
  const close = async () => {
    await startClosing(adaHere);
    await adaHere.button('closeForAll').click();
    for (const seen of closing) await expect(seen).toBeVisible();
  };
  await close();
  await expect(cleoHere.button('keepOpen')).toBeHidden();
  await adaHere.button('keepOpen').click();
  for (const seen of closing) await expect(seen).toBeHidden();
  await close();
  await cleoHere.field('write').fill('وأخيرًا');
  await server.kill();
  await server.restart();
  const over = (guest: typeof adaHere) => guest.heading('sessionOver', { title });
  for (const guest of [adaHere, cleoHere]) await expect(over(guest)).toBeVisible({ timeout: 90_000 });

  await expect(cleoHere.page.getByRole('blockquote')).toHaveText('وأخيرًا');
  await cleoHere.button('addIt').click();
  await expect(cleoHere.page.getByText(cleoHere.word('added'))).toBeVisible();
  await cleoHere.link('transcriptOf', { title }).click();
  const lines = (guest: typeof adaHere) =>
    guest.page.getByRole('main').getByRole('listitem').getByRole('paragraph').nth(1);
  await expect(lines(cleoHere)).toHaveText('صباح الخير');
  await expect(cleoHere.page.getByText('وأخيرًا')).toBeVisible();

  await cleoHere.page.goBack();
  await expect(over(cleoHere)).toBeVisible();
  await adaHere.button('reopen').click();
  await expectIn(adaHere, 'plenary');
  await cleoHere.button('returnToSession').click();
  await expectIn(cleoHere, 'plenary');
  await expect(await openChat(cleoHere)).toHaveText(['صباح الخير', 'وأخيرًا']);
});
