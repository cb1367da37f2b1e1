import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet, onPhone } from './meet.ts';
import { expectIn, openTab } from './meeting.ts';

const tab = ({ page, word }: Guest): Locator =>
  page.getByRole('tab', { name: new RegExp(word('questions').source.slice(0, -1)) });

const question = ({ page }: Guest, text: string): Locator =>
  page.getByRole('tabpanel').getByRole('article', { name: text, exact: true });

async function ask({ button, field }: Guest, text: string): Promise<void> {
  await field('askQuestion').fill(text);
  await button('ask').click();
  await expect(field('askQuestion')).toHaveValue('');
}

/** Goes on with Tab until this has the focus, as somebody does who has no pointer. */
async function reach({ page }: Guest, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    if (await what.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not come there');
}

async function chooseOf(host: Guest, text: string, entry: Parameters<Guest['word']>[0]): Promise<void> {
  await question(host, text)
    .getByRole('button', { name: host.word('questionActions', { question: text }) })
    .click();
  await host.page.getByRole('menuitem', { name: host.word(entry) }).click();
}

test('two people ask in two languages, one by keyboard alone and one without a name, and a host answers', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const { adaHere, others } = await meet({ server, visit }, [
    [ben],
    [{ ...cleo, viewport: { width: 320, height: 640 } }, onPhone],
  ]);
  const [benHere, cleoHere] = others as [Guest, Guest];

  // Ben has no pointer: a key opens the tab with the field under his hands.
  await benHere.page.keyboard.press('q');
  await expect(benHere.field('askQuestion')).toBeFocused();
  await benHere.page.keyboard.type('Who pays after 2027?');
  await benHere.page.keyboard.press('Enter');
  await expect(question(benHere, 'Who pays after 2027?')).toBeVisible();

  // Cleo supports it with her thumb, and asks without her name; nobody else is told whose question it is.
  await openTab(cleoHere, 'questions');
  const onHerPhone = question(cleoHere, 'Who pays after 2027?').getByRole('button', {
    name: cleoHere.word('supportOne'),
  });
  await onHerPhone.tap();
  await expect(
    question(cleoHere, 'Who pays after 2027?').getByRole('button', { name: cleoHere.word('supportTwo') }),
  ).toHaveAttribute('aria-pressed', 'true');
  await cleoHere.field('askQuestion').tap();
  await cleoHere.page.getByRole('checkbox', { name: cleoHere.word('withoutMyName') }).check();
  await ask(cleoHere, 'من يدفع بعد انتهاء المشروع؟');
  // What comes while she reads the list would wait behind a button.
  await expect(tab(adaHere)).toContainText('2');
  await openTab(adaHere, 'questions');
  const nameless = question(adaHere, 'من يدفع بعد انتهاء المشروع؟');
  await expect(nameless.getByText(adaHere.word('withoutName'))).toBeVisible();
  await expect(adaHere.page.getByRole('tabpanel')).not.toContainText('Cleo');

  // What is new waits until Ben wants it, and his keyboard reaches it.
  await reach(benHere, benHere.button('oneNew'));
  await benHere.page.keyboard.press('Enter');
  const forBen = question(benHere, 'من يدفع بعد انتهاء المشروع؟');
  await reach(benHere, forBen.getByRole('button', { name: benHere.word('supportOne') }));
  await benHere.page.keyboard.press('Space');
  await expect(forBen.getByRole('button', { name: benHere.word('supportTwo') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // Both ask the same: merged, Ben and Cleo count once each, and whoever asked without a name by themselves.
  await chooseOf(adaHere, 'Who pays after 2027?', 'mergeQuestions');
  const merging = adaHere.dialog('mergeQuestions');
  await merging.getByRole('checkbox', { name: 'من يدفع بعد انتهاء المشروع؟' }).check();
  await merging.getByRole('button', { name: adaHere.word('merge') }).click();
  await expect(merging).toBeHidden();
  await expect(forBen).toBeHidden();
  await expect(
    question(benHere, 'Who pays after 2027?').getByRole('button', { name: benHere.word('supportThree') }),
  ).toBeVisible();

  // From now on hosts look first.
  await adaHere.button('aboutQuestions').click();
  await adaHere.page.getByRole('menuitemcheckbox', { name: adaHere.word('hostsLookFirst') }).click();
  await adaHere.page.keyboard.press('Escape');
  await ask(cleoHere, 'متى نلتقي مجددًا؟');
  await expect(cleoHere.page.getByText(cleoHere.word('hostLooks'))).toBeVisible();
  await expect(adaHere.heading('oneWaits')).toBeVisible();
  await expect(question(benHere, 'متى نلتقي مجددًا؟')).toBeHidden();
  await adaHere.button('showQuestion').click();
  await expect(question(cleoHere, 'متى نلتقي مجددًا؟')).toBeVisible();

  // A question large on everybody's stage, then answered in writing.
  await chooseOf(adaHere, 'Who pays after 2027?', 'showOnStage');
  for (const { page } of [benHere, cleoHere])
    await expect(page.getByRole('heading', { name: 'Who pays after 2027?' })).toBeVisible();
  await adaHere.button('offStage').click();
  await expect(benHere.page.getByRole('heading', { name: 'Who pays after 2027?' })).toBeHidden();
  await chooseOf(adaHere, 'Who pays after 2027?', 'answerInWriting');
  await adaHere.field('yourAnswer').fill('The district, for three more years.');
  await adaHere
    .dialog('answerInWriting')
    .getByRole('button', { name: adaHere.word('giveAnswer') })
    .click();
  await cleoHere.page.getByText(cleoHere.word('answeredOne')).tap();
  await expect(cleoHere.page.getByText('The district, for three more years.')).toBeVisible();

  // Without a line a question is kept, and goes out when the line is back.
  await server.kill();
  await ask(benHere, 'Asked without a line');
  await expect(benHere.page.getByRole('tabpanel')).toContainText('Asked without a line');
  await server.restart();
  await adaHere.button('showQuestion').click({ timeout: 30_000 });
  await expect(question(benHere, 'Asked without a line')).toBeVisible({ timeout: 30_000 });
  await expectIn(cleoHere, 'plenary');

  await adaHere.button('aboutQuestions').click();
  const download = adaHere.page.waitForEvent('download');
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('saveQuestionsCsv') }).click();
  const table = await readFile(await (await download).path(), 'utf8');
  expect(table).toContain('The district, for three more years.');
  expect(table).toContain('Asked without a line');
});
