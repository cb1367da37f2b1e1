import { expectIn, openSession, planSession } from '../facilitate/meeting.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import type { Word } from '../words.ts';
import { createDialogue, join, signIn } from './doors.ts';

const goal = 'Each town brings one practice that brought work for young people, and one that did not, and says why.';

test('on a phone the next session, and the open one, come first, and their button never leaves the screen', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: `${goal} ${goal} ${goal}` });
  for (const title of ['First', 'Second', 'Third']) await planSession(adaHere, dialogue, { title, goal });
  await importPeople(adaHere, dialogue, [cleo]);
  const cleoHere = await visit(cleo, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await join(cleoHere, await copyLink(adaHere, cleo), 'textOnly');

  await expectInReach(cleoHere, 'checkCamera');
  await openSession(adaHere, dialogue, 'textOnly');
  await expectInReach(cleoHere, 'enterSession');
  await cleoHere.page.setViewportSize({ width: 740, height: 360 });
  await expectInReach(cleoHere, 'enterSession');
  await cleoHere.page.setViewportSize({ width: 360, height: 740 });
  await cleoHere.link('enterSession').click();
  await expectIn(cleoHere, 'lobby');
});

/** The button is whole on the screen from the top of the page to its end, above the steps, and under nothing. */
async function expectInReach({ page, link, word }: Guest, name: Word): Promise<void> {
  const [button, path] = [link(name), page.getByRole('list', { name: word('sixSteps') })];
  for (const place of ['top', 'end'] as const) {
    await page.evaluate(to => scrollTo(0, to === 'top' ? 0 : document.body.scrollHeight), place);
    await expect(button).toBeInViewport({ ratio: 1 });
    await button.click({ trial: true });
  }
  const comesBefore = await button.evaluate(
    (one, other) => (one.compareDocumentPosition(other as Node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    await path.elementHandle(),
  );
  expect(comesBefore).toBe(true);
}
