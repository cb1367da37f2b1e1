import { createDialogue, join, signIn } from '../app/doors.ts';
import { expectIn, openPeople, openSession, planSession } from '../facilitate/meeting.ts';
import type { Guest } from '../guest.ts';
import { ada, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import { copyLink, importPeople, openActions } from './roster.ts';

test('who comes back by their link is in the session again with one button, and reads what happened when they were removed', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  const { page, button } = adaHere;
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await importPeople(adaHere, dialogue, [dina]);
  const link = await copyLink(adaHere, dina);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');

  const dinaHere = await visit(dina);
  await join(dinaHere, link, 'textOnly');
  await openPeople(adaHere);
  await button('letIn', { name: 'Dina' }).click();
  await expectIn(dinaHere, 'plenary');
  await comeBack(dinaHere, link);
  await expectIn(dinaHere, 'plenary');

  await adaHere.button('hostActions', { name: 'Dina' }).last().click();
  await page.getByRole('menuitem', { name: 'Remove from the session' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expectRemoved(dinaHere, 'notInSession');
  await comeBack(dinaHere, link);
  await expectRemoved(dinaHere, 'notInSession');
  await page.getByRole('button', { name: 'Let Dina back in' }).click();
  await expectIn(dinaHere, 'plenary');

  await page.goto(`${dialogue}/people`);
  await openActions(adaHere, 'Dina', 'remove');
  await expect(dinaHere.heading('noLongerPart')).toBeVisible();
  await dinaHere.page.goto(link);
  await expectRemoved(dinaHere, 'noLongerPart');
});

/** Opens the link again: nothing is asked, one button leads on. */
async function comeBack({ page, button, heading }: Guest, link: string): Promise<void> {
  await page.goto('/');
  await page.goto(link);
  await expect(button('returnToSession')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await button('returnToSession').click();
  await expect(button('returnToSession')).toBeHidden();
  await expect(heading('howToTakePart')).toHaveCount(0);
}

async function expectRemoved({ heading, button }: Guest, what: 'notInSession' | 'noLongerPart'): Promise<void> {
  await expect(heading(what)).toBeVisible();
  await expect(button('tryAgain')).toHaveCount(0);
}
