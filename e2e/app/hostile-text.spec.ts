import type { Page } from '@playwright/test';
import { admit, closeSession, openChat, openSession, planSession, say } from '../facilitate/meeting.ts';
import { copyLink, openActions } from '../people/roster.ts';
import { ada, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import { createDialogue, join, signIn } from './doors.ts';

/** Texts that would act in a page that took them for markup, code, a template or an address; names hold them, too. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "'><svg/onload=alert(1)>",
  '<iframe src=https://stranger.example></iframe>',
  '</title><base href=https://stranger.example>',
  '<a href="javascript:alert(1)">here</a>',
  'javascript:alert(1)//',
  '{{constructor}} $t(chat.title)',
  'https://stranger.example/"onmouseover="alert(1)',
  '__proto__',
];
const [image = '', script = '', drawing = '', frame = '', base = '', , , template = ''] = hostile;

// What happens besides (dialogs, reports of the content policy, requests to strangers) every test watches for.
test('what people write is shown as text wherever it is read', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  const { page, word, button, field, dialog } = adaHere;
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: `Jobs ${base}`, goal: hostile.join('\n') });
  await expectText(page, hostile);
  await page.goto('/');
  await expectText(page, [base]);

  await page.goto('/organisers');
  await button('addOrganiser').click();
  await field('name').fill(`Ben ${drawing}`);
  await dialog('addOrganiser')
    .getByRole('button', { name: word('addOrganiser') })
    .click();
  await expect(dialog('oneTimeLink')).toContainText(drawing);
  await dialog('oneTimeLink')
    .getByRole('button', { name: word('close') })
    .last()
    .click();
  await expectText(page, [drawing]);

  await page.goto(`${dialogue}/people/import`);
  const rows = hostile.map(text => [`Dina ${text}`, text, 'PS', text].map(quoted).join(','));
  await field('pasteRows').fill([`Name,Municipality,Country,"${template}"`, ...rows].join('\n'));
  await button('readRows').click();
  await expectText(page, [...hostile, template]);
  await page.getByRole('button', { name: 'Import 10 people' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(hostile.length + 1);
  await expectText(page, hostile);
  await openActions(adaHere, `Dina ${image}`, 'edit');
  await field('needs').fill(hostile.slice(0, 8).join('\n'));
  await field('vision').fill(hostile.join('\n'));
  await button('save').click();
  await expect(dialog('editPerson')).toBeHidden();
  const invitation = await copyLink(adaHere, { name: `Dina ${image}` });

  await planSession(adaHere, dialogue, { title: `First ${template}`, goal: hostile.join('\n') });
  await expectText(page, hostile);
  const session = await openSession(adaHere, dialogue, 'textOnly');

  const dinaHere = await visit(dina);
  await dinaHere.page.goto(invitation);
  await expectText(dinaHere.page, [...hostile, `Dina ${image}`]);
  await join(dinaHere, invitation, 'textOnly');
  await expectText(dinaHere.page, hostile);
  await admit(adaHere, `Dina ${image}`);
  await expectText(page, [`Dina ${image}`, template]);

  const said = await openChat(adaHere);
  await openChat(dinaHere);
  await say(dinaHere, image);
  await say(dinaHere, hostile.join('\n'));
  await expectText(page, hostile);
  await adaHere.button('announce').click();
  await adaHere.page.getByRole('textbox', { name: word('announce') }).fill(script);
  await adaHere.button('send').click();
  await expect(said.filter({ hasText: script })).toHaveCount(2);
  await adaHere
    .button('messageActions', { name: `Dina ${image}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: word('reply') }).click();
  await say(adaHere, frame);
  await expect(dinaHere.page.getByRole('article')).toHaveCount(4);
  for (const { page: reader } of [adaHere, dinaHere]) {
    await expect(reader.getByRole('blockquote')).toContainText(image);
    await expectText(reader, [...hostile, `Dina ${image}`]);
  }

  await closeSession(adaHere);
  await expect(page).toHaveURL(session);
  await expectText(page, [template]);
  for (const { page: reader } of [adaHere, dinaHere]) {
    await reader.goto(`${dialogue}/report`);
    await expectText(reader, [base, template, ...hostile]);
  }
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Each of these is read on the page letter by letter, and no link on it leads anywhere but to a page. */
async function expectText(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect(page.getByText(text).first()).toBeVisible();
  const addresses = await page
    .getByRole('link')
    .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href));
  expect(addresses.filter(address => !/^https?:/.test(address))).toEqual([]);
}
