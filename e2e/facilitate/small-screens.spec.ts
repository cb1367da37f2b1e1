import { createDialogue, signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { introduceFounder } from '../people/roster.ts';
import { ada } from '../people.ts';
import { expect, test } from '../test.ts';
import { openSession, planSession } from './meeting.ts';

const screens = {
  'a phone on its side': { width: 740, height: 360 },
  'a laptop at 200 %': { width: 640, height: 400 },
  'a phone held upright': { width: 390, height: 844 },
};

test('nothing lies over the stage on small screens, also while the space bar opens the microphone', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await introduceFounder(adaHere, dialogue);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'sound');
  await expect(adaHere.button('unmute')).toBeVisible();
  const { page } = adaHere;
  for (const [name, size] of Object.entries(screens)) {
    await page.setViewportSize(size);
    await expect.poll(() => strangersOn(adaHere), name).toEqual([]);
    await page.getByRole('main').focus();
    await page.keyboard.down('Space');
    const hint = page.getByText(adaHere.word('youSpeak'));
    await expect(hint).toBeInViewport({ ratio: 1 });
    await expect.poll(() => strangersOn(adaHere), name).toEqual([]);
    await page.keyboard.up('Space');
    await expect(hint).toBeHidden();
  }
});

/** What covers the stage and does not belong to it, at points all over it. What lets every press through covers nothing. */
const strangersOn = ({ page }: Guest): Promise<string[]> =>
  page.getByRole('main').evaluate(stage => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    const steps = [0.05, 0.25, 0.5, 0.75, 0.9];
    const met = steps.flatMap(x => steps.map(y => document.elementFromPoint(left + x * width, top + y * height)));
    return met.flatMap(element => (element && !stage.contains(element) ? [element.outerHTML.slice(0, 120)] : []));
  });
