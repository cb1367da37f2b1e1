import { createDialogue, signIn } from '../../app/doors.ts';
import type { Guest } from '../../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../../people/roster.ts';
import { ada, ben } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { gather } from './gathering.ts';
import { receptionOf } from './reception.ts';

test.use({ hasNetwork: true });

/** Opens the connection test before joining, and waits for what it says of each path. */
async function testConnection({ page }: Guest): Promise<string[]> {
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText('Code for support:')).toBeVisible({ timeout: 60_000 });
  return page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ hasText: /path|server answers/i })
    .allInnerTexts();
}

const ofPaths = (lines: string[]) => lines.map(line => line.replaceAll(/\s+/g, ' ').trim());

test.describe('with a relay', () => {
  test.use({ hasRelay: true });

  test('the connection test tries every path, and tells of an office that blocks datagrams', async ({
    server,
    network,
    visit,
  }) => {
    const adaHere = await visit(ada);
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
    await introduceFounder(adaHere, dialogue);
    await importPeople(adaHere, dialogue, [ben]);
    const link = await copyLink(adaHere, ben);
    const benHere = await visit(ben);
    await benHere.page.goto(link);
    await benHere.page.getByRole('checkbox', { name: benHere.word('agree') }).check();
    await benHere.button('join').click();
    expect(ofPaths(await testConnection(benHere))).toEqual([
      'The server answers works',
      'Direct path (UDP) works',
      'Path through firewalls (TCP) works',
      'Path through a relay (TURN) works',
    ]);
    await expect(benHere.page.getByText(/N-WUTR-\d+/)).toBeVisible();

    network?.blockDatagrams();
    await benHere.page.getByRole('button', { name: 'Test again' }).click();
    await expect(benHere.page.getByRole('status').filter({ hasText: 'through a detour' })).toBeVisible({
      timeout: 60_000,
    });
  });
});

test('where no datagram passes, people hear each other by TCP', async ({ server, network, visit }) => {
  network?.blockDatagrams();
  const [adaHere, benHere] = (await gather(server, visit, [[ben, 'sound']])) as [Guest, Guest];
  await adaHere.page.getByRole('contentinfo').getByRole('button', { name: 'Unmute' }).click();
  await expect.poll(() => receptionOf(benHere.page), { timeout: 60_000 }).toMatchObject({ voices: 1, strangers: 0 });
});
