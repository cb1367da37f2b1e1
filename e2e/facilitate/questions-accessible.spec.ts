import { createDialogue, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import { ada, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import { openSession, openTab, planSession } from './meeting.ts';

const arabic = (person: Person): Person => ({ ...person, language: 'ar', locale: 'ar-JO' });

for (const speaking of [(person: Person) => person, arabic]) {
  const { language } = speaking(ada);
  test(`questions, what hosts do with them and one on the stage are accessible (${language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const adaHere = await visit(speaking(ada), { reducedMotion: 'reduce' });
    const { page, button, field, dialog, word } = adaHere;
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
    await planSession(adaHere, dialogue, { title: 'Green jobs' });
    await openSession(adaHere, dialogue, 'textOnly', 'direct');
    await openTab(adaHere, 'questions');
    await expect(field('askQuestion')).toBeVisible();
    await inspect(adaHere, 'no questions yet');
    for (const text of ['Who pays?', 'من يدفع؟']) {
      await field('askQuestion').fill(text);
      await button('ask').click();
      await expect(page.getByRole('article', { name: text, exact: true })).toBeVisible();
    }
    await page.getByRole('checkbox', { name: word('withoutMyName') }).check();
    await inspect(adaHere, 'two questions, and a third one without a name');
    const actions = button('questionActions', { question: 'Who pays?' });
    await actions.click();
    await page.getByRole('menuitem', { name: word('mergeQuestions') }).waitFor();
    await inspect(adaHere, 'what is done with a question');
    await page.getByRole('menuitem', { name: word('mergeQuestions') }).click();
    await expect(dialog('mergeQuestions')).toBeVisible();
    await inspect(adaHere, 'questions that are merged');
    await page.keyboard.press('Escape');
    await expect(actions).toBeFocused();
    await button('aboutQuestions').click();
    await page.getByRole('menuitemcheckbox', { name: word('hostsLookFirst') }).waitFor();
    await inspect(adaHere, 'how a session asks');
    await page.keyboard.press('Escape');
    await actions.click();
    await page.getByRole('menuitem', { name: word('showOnStage') }).click();
    await expect(page.getByRole('heading', { name: 'Who pays?' })).toBeVisible();
    await inspect(adaHere, 'a question on the stage');
  });
}
