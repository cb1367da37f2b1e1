import { createDialogue, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import { ada, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import { openSession, planSession } from './meeting.ts';
import { isSaved, openNotes, write } from './notes-screens.ts';

const arabic = (person: Person): Person => ({ ...person, language: 'ar', locale: 'ar-JO' });

for (const speaking of [(person: Person) => person, arabic]) {
  const { language } = speaking(ada);
  test(`notes, their register and what a session brings together are accessible (${language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const adaHere = await visit(speaking(ada), { reducedMotion: 'reduce' });
    const { page, button, link, word } = adaHere;
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
    await planSession(adaHere, dialogue, { title: 'Green jobs' });
    await openSession(adaHere, dialogue, 'textOnly', 'direct');
    const text = await openNotes(adaHere);
    await inspect(adaHere, 'empty notes');
    await write(adaHere, text, 'What works in Irbid', '/commitment');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A workshop before summer');
    await isSaved(adaHere);
    await inspect(adaHere, 'notes with an outcome');
    await button('moreAboutNotes').click();
    await page.getByRole('menuitem', { name: word('versions') }).waitFor();
    await inspect(adaHere, 'what is done with notes');
    await page.getByRole('menuitem', { name: word('versions') }).click();
    await inspect(adaHere, 'versions of notes');
    await page.getByRole('tab', { name: word('allOutcomes') }).click();
    await expect(page.getByRole('article').filter({ hasText: 'A workshop before summer' })).toBeVisible();
    await inspect(adaHere, 'the register');
    await link('bringTogether').click();
    await expect(button('bringIn', { title: 'A workshop before summer' })).toBeVisible();
    await inspect(adaHere, 'what a session brings together');
  });
}
