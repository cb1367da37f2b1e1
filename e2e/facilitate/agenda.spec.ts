import type { Locator } from '@playwright/test';
import { createDialogue, join, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { expectIn, openSession, openTab, planSession } from './meeting.ts';

const header = ({ page }: Guest): Locator => page.getByRole('banner');
const inHeader = (guest: Guest, text: string): Locator => header(guest).getByText(text).filter({ visible: true });
const panel = ({ page }: Guest): Locator => page.getByRole('tabpanel');
const blocks = ({ page }: Guest): Locator => page.getByRole('article');

test('a session is planned from a pattern and led through its blocks, and the end stays where it was', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const adaHere = await visit(ada, { reducedMotion: 'reduce' });
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', languages: ['العربية'] });
  await importPeople(adaHere, dialogue, [ben, cleo]);
  const links = { ben: await copyLink(adaHere, ben), cleo: await copyLink(adaHere, cleo) };
  await planSession(adaHere, dialogue, { title: 'Green jobs' });

  // A pattern fills the session; one more block is too much, and the page says so.
  await adaHere.link('agendaOf', { title: 'Green jobs' }).click();
  await adaHere.button('beginWithShort').click();
  await expect(blocks(adaHere)).toHaveCount(4);
  await adaHere.button('addBlock').click();
  const form = adaHere.dialog('newBlock');
  await form.getByRole('textbox', { name: 'Title · English' }).fill('One practice');
  await form.getByRole('textbox', { name: 'Title · العربية' }).fill('ممارسة واحدة');
  await form.getByRole('spinbutton', { name: adaHere.word('minutes') }).fill('20');
  await inspect(adaHere, 'a block that is written');
  await form.getByRole('button', { name: adaHere.word('save') }).click();
  await expect(blocks(adaHere).last()).toContainText('One practice');
  await expect(adaHere.page.getByText('The blocks are 20 min longer than the session.')).toBeVisible();
  await adaHere.button('blockUp', { block: 'One practice' }).click();
  await expect(blocks(adaHere).nth(3)).toContainText('One practice');

  // What is removed comes back where it was.
  await adaHere.button('blockActions', { block: 'One practice' }).click();
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('removeBlock') }).click();
  await expect(blocks(adaHere)).toHaveCount(4);
  await adaHere.button('undo').click();
  await expect(blocks(adaHere).nth(3)).toContainText('One practice');
  await inspect(adaHere, 'an agenda that is planned');

  await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const benHere = await visit(ben);
  await join(benHere, links.ben, 'textOnly');
  await expectIn(benHere, 'plenary');
  const cleoHere = await visit(cleo, { isMobile: true, hasTouch: true });
  await join(cleoHere, links.cleo, 'textOnly');
  await expectIn(cleoHere, 'plenary');

  // Everybody sees in their own language what goes on and how long it still has.
  await adaHere.button('begin', { block: 'Welcome' }).click();
  await expect(inHeader(benHere, 'Welcome')).toBeVisible();
  await expect(header(benHere).getByRole('timer')).toContainText('left of');
  await expect(inHeader(cleoHere, 'الترحيب')).toBeVisible();

  // More time shows first whom it costs what.
  await adaHere.button('moreTime').click();
  const extending = adaHere.dialog('moreTimeFor', { block: 'Welcome' });
  await extending.getByRole('radio', { name: adaHere.word('tenMore') }).check();
  await expect(extending.getByRole('listitem')).toContainText([
    'Think alone',
    'One round',
    'One practice',
    'Next steps',
  ]);
  await inspect(adaHere, 'what more time costs');
  await extending.getByRole('button', { name: adaHere.word('giveTen') }).click();
  await expect(extending).toBeHidden();

  // A key opens the agenda; who is ready is counted and not named.
  await benHere.page.keyboard.press('g');
  await benHere.button('ready').click();
  await expect(benHere.button('ready')).toHaveAttribute('aria-pressed', 'true');
  await expect(adaHere.page.getByRole('button', { name: /1 of 2 are ready/ })).toBeVisible();
  await openTab(adaHere, 'agenda');
  await expect(panel(adaHere)).not.toContainText('Ben');
  await adaHere.page.getByRole('button', { name: /^Move on to Think alone/ }).click();
  await expect(inHeader(benHere, 'Think alone, then in pairs')).toBeVisible();
  await expect(benHere.button('ready')).toHaveAttribute('aria-pressed', 'false');

  // Moved on too early: back as if nothing had been.
  await adaHere.button('undo').last().click();
  await expect(inHeader(benHere, 'Welcome')).toBeVisible();

  // What there is no time for is put aside, and gets its time in a block to come.
  await openTab(cleoHere, 'agenda');
  await cleoHere.field('putAside').fill('من يدفع بعد المشروع؟');
  await cleoHere.button('doPutAside').tap();
  await expect(panel(benHere)).toContainText('من يدفع بعد المشروع؟');
  await adaHere.button('itemActions', { item: 'من يدفع بعد المشروع؟' }).click();
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('carryTo', { block: 'Next steps' }) }).click();
  await expect(panel(benHere).getByRole('listitem').filter({ hasText: 'Next steps' }).first()).toContainText('من يدفع');
  await inspect(adaHere, 'an agenda that goes on');
  await inspect(cleoHere, 'an agenda on a phone, in Arabic');
});
