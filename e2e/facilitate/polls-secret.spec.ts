import type { Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet, onPhone } from './meet.ts';
import { openTab } from './meeting.ts';

const card = ({ page }: Guest, question: string): Locator => page.getByRole('article', { name: question, exact: true });

/** Writes a poll with three options and starts it where the host is. */
async function ask(host: Guest, question: string, secrecy?: 'anonymous'): Promise<void> {
  const { page, button, dialog, word } = host;
  await button('newPoll').click();
  const form = dialog('newPoll');
  await form.getByRole('textbox', { name: 'Question', exact: true }).fill(question);
  for (const [at, option] of ['Training', 'Markets', 'Money'].entries())
    await form.getByRole('textbox', { name: `Option ${at + 1}`, exact: true }).fill(option);
  if (secrecy) await form.getByRole('radio', { name: new RegExp(`^${word(secrecy).source.slice(1, -1)}`) }).check();
  await form.getByRole('button', { name: word('saveAndStart') }).click();
  await dialog('startPoll')
    .getByRole('button', { name: word('start') })
    .click();
  await expect(card(host, question)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function vote(guest: Guest, question: string, option: string, button: 'vote' | 'ballotChange' = 'vote') {
  const own = card(guest, question);
  await own.getByRole('radio', { name: option }).check();
  await own.getByRole('button', { name: guest.word(button) }).click();
}

test('an anonymous vote is counted and can be changed, a vote without a line is kept, and one that comes too late says so', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const { adaHere, others } = await meet({ server, visit }, [
    [ben],
    [{ ...cleo, viewport: { width: 320, height: 640 } }, onPhone],
  ]);
  const [benHere, cleoHere] = others as [Guest, Guest];
  await openTab(adaHere, 'polls');

  await test.step('an anonymous poll tells nobody anything', async () => {
    const question = 'Did today help you?';
    await ask(adaHere, question, 'anonymous');
    await openTab(benHere, 'polls');
    await openTab(cleoHere, 'polls');
    await vote(benHere, question, 'Training');
    await expect(card(benHere, question).getByText(benHere.word('voteCounted'))).toBeVisible();
    await vote(benHere, question, 'Markets', 'ballotChange');
    await expect(card(benHere, question).getByRole('button', { name: benHere.word('ballotChange') })).toHaveCount(0);
    await expect(card(benHere, question).getByText(benHere.word('voteCounted'))).toBeVisible();
    await vote(cleoHere, question, 'Money');
    await expect(card(cleoHere, question).getByText(cleoHere.word('voteCounted'))).toBeVisible();
    await card(adaHere, question)
      .getByRole('button', { name: adaHere.word('closePoll') })
      .click();
    await expect(card(adaHere, question).getByText(adaHere.word('tooFewBallots'))).toBeVisible();
    await expect(card(cleoHere, question).getByText(cleoHere.word('tooFewBallots'))).toBeVisible();
  });

  await test.step('a vote without a line goes out when it is back', async () => {
    const question = 'Where do we begin?';
    await ask(adaHere, question);
    await expect(card(benHere, question)).toBeVisible();
    // Even with a line the looks of a part that is drawn from now on do not arrive at first: it is tried again.
    let lost = 0;
    await benHere.page.route('**/WhoChose-*.css', route => {
      lost += 1;
      return lost > 2 ? route.continue() : route.abort();
    });
    await benHere.page.context().setOffline(true);
    await vote(benHere, question, 'Training');
    await expect(card(benHere, question).getByText(benHere.word('ballotKept'))).toBeVisible({ timeout: 60_000 });
    await benHere.page.context().setOffline(false);
    await expect(card(benHere, question).getByText(benHere.word('voteCounted'))).toBeVisible({ timeout: 60_000 });
    await expect(card(benHere, question).getByText(benHere.word('whoChose'))).toBeVisible();
    expect(lost).toBeGreaterThan(2);
    await expect(card(adaHere, question).getByText('1 of 3 voted')).toBeVisible();
  });

  await test.step('one that comes after the close is refused where it was cast', async () => {
    const question = 'Where do we begin?';
    await benHere.page.context().setOffline(true);
    await vote(benHere, question, 'Money', 'ballotChange');
    await card(adaHere, question)
      .getByRole('button', { name: adaHere.word('closePoll') })
      .click();
    await expect(card(adaHere, question).getByRole('button', { name: adaHere.word('closePoll') })).toHaveCount(0);
    await benHere.page.context().setOffline(false);
    await expect(benHere.page.getByText(benHere.word('ballotRefused')).first()).toBeVisible({ timeout: 60_000 });
    await expect(card(adaHere, question).getByRole('row', { name: /Training 1 100%/ })).toBeAttached();
  });

  await test.step('what came of it stands in the notes of the room', async () => {
    await card(adaHere, 'Where do we begin?')
      .getByRole('button', { name: adaHere.word('keepAsOutcome') })
      .click();
    await expect(adaHere.page.getByText(adaHere.word('keptAsOutcome'))).toBeVisible({ timeout: 30_000 });
    await openTab(adaHere, 'notes');
    await expect(adaHere.page.getByRole('tabpanel').getByText('Training · 1 · 100%')).toBeVisible();
  });
});
