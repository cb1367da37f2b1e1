import type { Locator } from '@playwright/test';
import { planSession } from '../facilitate/meeting.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { createDialogue, join, signIn } from './doors.ts';

const title = 'Local jobs for those who stay and for those who come back to their town';
const goal =
  'What worked in your town, with whom, and what did it cost to begin with? Bring one example and one failure.';

test('in Arabic, titles and goals in another direction begin where the page begins, and towns are read from there', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title, goal });
  await planSession(adaHere, dialogue, { title, goal });
  await importPeople(adaHere, dialogue, [
    { ...ben, country: 'TN' },
    { ...cleo, municipality: 'Sfax' },
  ]);
  const link = await copyLink(adaHere, cleo);
  const { page } = await visit(cleo);
  await page.goto(link);
  await expectAtStart(page.getByRole('heading', { level: 1 }));
  await expectAtStart(page.getByText(goal).first());
  await expectInOrder(page.locator('bdi', { hasText: /^Irbid$/ }), page.locator('bdi', { hasText: /^Sfax$/ }));

  const cleoHere = await visit(cleo);
  await join(cleoHere, link, 'textOnly');
  const next = cleoHere.page.getByRole('region', { name: title });
  for (const part of [
    cleoHere.page.getByRole('heading', { level: 1 }),
    next.getByRole('heading', { name: title }),
    next.getByText(goal),
    cleoHere.page.getByText(goal).last(),
  ])
    await expectAtStart(part);
});

/** The first line of a text ends at the right edge of its own box, as an Arabic line would begin there. */
async function expectAtStart(text: Locator): Promise<void> {
  await expect(text).toBeVisible();
  const gap = await text.evaluate(element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [first] = range.getClientRects();
    return element.getBoundingClientRect().right - (first?.right ?? 0);
  });
  expect(Math.abs(gap)).toBeLessThan(2);
}

/** The first of two words on one line is on the right. */
async function expectInOrder(first: Locator, second: Locator): Promise<void> {
  const [one, other] = [await first.boundingBox(), await second.boundingBox()];
  expect(one?.x ?? 0).toBeGreaterThan(other?.x ?? Number.POSITIVE_INFINITY);
}
