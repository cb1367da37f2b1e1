import { createDialogue, join, signIn } from '../app/doors.ts';
import { copyLink } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { admit, expectIn, openChat, openSession, planSession, say } from './meeting.ts';

const roster = [
  'الاسم,البريد الإلكتروني,البلدية,البلد,اللغات,الدور,الاحتياجات',
  'Ben,ben@example.org,Irbid,الأردن,الإنجليزية,مشارك,"شراكات؛ تمويل"',
  `Cleo,cleo@example.org,${cleo.municipality},تونس,"العربية، الفرنسية",مشاركة,`,
  'Dina,dina@example.org,Nablus,أطلانتس,العربية,مشاركة,',
].join('\r\n');

test('two people meet in two languages, and a power cut in between loses and doubles nothing', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: 'What worked, and with whom?' });

  const { page } = adaHere;
  await page.goto(`${dialogue}/people/import`);
  const chooser = page.waitForEvent('filechooser');
  await adaHere.button('chooseFile').click();
  await (await chooser).setFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
  const rows = page.getByRole('region', { name: adaHere.word('rowsToImport') }).getByRole('row');
  await expect(rows.filter({ hasText: 'ben@' })).toContainText('ready');
  await expect(
    rows.filter({ hasText: 'dina@' }).getByText(adaHere.word('notKnown', { said: 'أطلانتس' })),
  ).toBeVisible();
  await adaHere.button('importTwo').click();
  await expect(rows.filter({ hasText: 'cleo@' })).toBeHidden();
  await rows
    .filter({ hasText: 'dina@' })
    .getByRole('combobox', { name: /^Country/ })
    .selectOption('PS');
  await adaHere.button('importOne').click();
  await expect(page.getByRole('rowheader')).toHaveCount(4);

  const links = { ben: await copyLink(adaHere, ben), cleo: await copyLink(adaHere, cleo) };
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');

  const cleoHere = await visit(cleo, { isMobile: true, hasTouch: true });
  await cleoHere.page.goto(links.cleo);
  await expect(cleoHere.page.getByRole('heading', { level: 1, name: 'Local jobs' })).toBeVisible();
  expect(cleoHere.page.url()).not.toContain('#');
  await cleoHere.button('join').click();
  await expect(cleoHere.page.getByText(cleoHere.word('agreeFirst'))).toBeVisible();
  await join(cleoHere, links.cleo, 'textOnly');
  await expectIn(cleoHere, 'lobby');
  await expect(cleoHere.page.locator('html')).toHaveAttribute('dir', 'rtl');

  const benHere = await visit(ben);
  await join(benHere, links.ben, 'textOnly');
  await expectIn(benHere, 'lobby');
  const inLobby = await openChat(benHere);
  await say(cleoHere, 'مرحبا بن');
  await expect(inLobby).toHaveText(['مرحبا بن']);

  await admit(adaHere, 'Cleo');
  await expectIn(cleoHere, 'plenary');
  await expectIn(benHere, 'lobby');
  const [seenByAda, seenByCleo] = [await openChat(adaHere), await openChat(cleoHere)];
  await say(adaHere, 'Welcome, Cleo!');
  await expect(seenByCleo).toHaveText(['Welcome, Cleo!']);
  await say(cleoHere, 'شكرا لكم 🙏');
  await expect(seenByAda).toHaveText(['Welcome, Cleo!', 'شكرا لكم 🙏']);

  await server.kill();
  await expect(cleoHere.page.getByText(cleoHere.word('reconnecting'))).toBeVisible();
  await say(cleoHere, 'الأولى');
  await say(cleoHere, 'الثانية');
  await say(adaHere, 'Are you there?');
  await cleoHere.field('write').fill('ما زلت أكتب');
  await expect(cleoHere.page.getByText(cleoHere.word('waits'))).toHaveCount(2);
  await expect(page.getByText('No connection since')).toContainText('1 item is waiting to be sent.', {
    timeout: 40_000,
  });

  await server.restart();
  const all = ['Welcome, Cleo!', 'شكرا لكم 🙏', 'الأولى', 'الثانية', 'Are you there?'];
  for (const seen of [seenByAda, seenByCleo]) {
    await expect(seen).toHaveCount(all.length);
    expect((await seen.allTextContents()).sort()).toEqual([...all].sort());
  }
  await admit(adaHere, 'Ben');
  await expectIn(benHere, 'plenary');
  const seenByBen = await openChat(benHere);
  await expect(seenByBen).toHaveCount(all.length);
  const log = await seenByBen.allTextContents();
  expect(log.filter(text => text.startsWith('ال'))).toEqual(['الأولى', 'الثانية']);
  for (const seen of [await openChat(adaHere), seenByCleo]) await expect(seen).toHaveText(log);
  for (const { page: screen } of [adaHere, cleoHere]) await expect(screen.getByText(/No connection/)).toHaveCount(0);
  await expect(cleoHere.page.getByText(cleoHere.word('reconnecting'))).toHaveCount(0);
  await expect(cleoHere.page.getByText(cleoHere.word('waits'))).toHaveCount(0);
  await expect(cleoHere.field('write')).toHaveValue('ما زلت أكتب');

  await cleoHere.page.reload();
  await expect(await openChat(cleoHere)).toHaveText(log);
  await expect(cleoHere.field('write')).toHaveValue('ما زلت أكتب');
});
