import type { Locator } from '@playwright/test';
import { createDialogue, join, signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { admit, expectIn, openChat, openSession, planSession, say } from './meeting.ts';

test('who writes is seen by the others in their language, until they send or stop', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: '' });
  await importPeople(adaHere, dialogue, [cleo]);
  await introduceFounder(adaHere, dialogue);
  const link = await copyLink(adaHere, cleo);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');
  const cleoHere = await visit(cleo, { isMobile: true, hasTouch: true });
  await join(cleoHere, link, 'textOnly');
  await admit(adaHere, 'Cleo');
  await expectIn(cleoHere, 'plenary');
  const seenByAda = await openChat(adaHere);
  await openChat(cleoHere);
  const adaSees = adaHere.page.getByText(adaHere.word('isWriting', { name: 'Cleo' }));
  const cleoSees = cleoHere.page.getByText(cleoHere.word('isWriting', { name: 'Ada' }));

  // A sign may be lost on a busy line; who goes on writing gives another one.
  const writes = (guest: Guest, words: string, seen: Locator) =>
    expect(async () => {
      await guest.field('write').pressSequentially(words);
      await expect(seen).toBeVisible({ timeout: 2_000 });
    }).toPass();
  await writes(adaHere, 'What do ', cleoSees);
  await writes(cleoHere, 'كل ', adaSees);
  // Nobody sees their own.
  await expect(cleoHere.page.getByText(cleoHere.word('isWriting', { name: 'Cleo' }))).toBeHidden();
  await say(cleoHere, 'كلنا هنا');
  await expect(seenByAda).toHaveText(['كلنا هنا']);
  await expect(adaSees).toBeHidden();
  // Ada has stopped without sending.
  await expect(cleoSees).toBeHidden();
});
