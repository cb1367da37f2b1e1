import { createDialogue, join, signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { admit, expectIn, openChat, openPeople, openSession, planSession, say } from './meeting.ts';

const roomOf = ({ page, word }: Guest, room: 'lobby' | 'plenary') =>
  page.getByRole('group', { name: word('whoseChat') }).getByRole('button', { name: word(room) });

/** What a host can do for somebody, beside their name in the list of people. */
const actionsFor = ({ page, word }: Guest, name: string) =>
  page.getByRole('tabpanel').getByRole('button', { name: word('hostActions', { name }) });

test('a host answers in the lobby from the plenary, and gives somebody the room', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: '' });
  await importPeople(adaHere, dialogue, [ben, cleo]);
  await introduceFounder(adaHere, dialogue);
  const [benLink, cleoLink] = [await copyLink(adaHere, ben), await copyLink(adaHere, cleo)];
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');
  const cleoHere = await visit(cleo, { isMobile: true, hasTouch: true });
  await join(cleoHere, cleoLink, 'textOnly');
  await expectIn(cleoHere, 'lobby');
  const seenByCleo = await openChat(cleoHere);
  await say(cleoHere, 'هل بدأت الجلسة؟');

  const seenByAda = await openChat(adaHere);
  await expect(seenByAda).toHaveText([]);
  await roomOf(adaHere, 'lobby').click();
  await expect(seenByAda).toHaveText(['هل بدأت الجلسة؟']);
  await expect(cleoHere.page.getByText(cleoHere.word('readingAlong', { names: 'Ada' }))).toBeVisible();
  await say(adaHere, 'In five minutes');
  await expect(seenByCleo).toHaveText(['هل بدأت الجلسة؟', 'In five minutes']);
  await roomOf(adaHere, 'plenary').click();
  await expect(seenByAda).toHaveText([]);
  await expect(cleoHere.page.getByText(cleoHere.word('readingAlong', { names: 'Ada' }))).toBeHidden();

  await admit(adaHere, 'Cleo');
  await expectIn(cleoHere, 'plenary');
  const benHere = await visit(ben);
  await join(benHere, benLink, 'textOnly');
  await admit(adaHere, 'Ben');
  await expectIn(benHere, 'plenary');
  // Cleo hosts nothing, and Ben cannot be muted by her.
  await openPeople(cleoHere);
  await expect(actionsFor(cleoHere, 'Ben')).toBeHidden();
  await actionsFor(adaHere, 'Cleo').click();
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('makeFacilitator') }).click();
  await actionsFor(cleoHere, 'Ben').click();
  await expect(cleoHere.page.getByRole('menuitem', { name: cleoHere.word('muteOne') })).toBeVisible();
});
