import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, card, foundDialogue, newId, openBrowser, startTestApp, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { openReaderOf, readDisk } from '../platform/testing/disk.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../platform/testing/postgres.ts';

/** Where the database of a server lies: who keeps reading from it, and all that its disk holds. */
type Disk = {
  env: Record<string, string>;
  openReader(app: TestApp): Promise<{ close(): Promise<void> }>;
  read(app: TestApp): string;
};

function attacks(disk: () => Disk) {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  beforeAll(async () => {
    app = await startTestApp({ env: disk().env });
    ({ ada, dialogue } = await foundDialogue(app));
  });
  afterAll(() => app.stop());

  const waiting = async () => (await fetch(`${app.url}/readyz`)).json() as Promise<{ reactionsWaiting: number }>;

  test('who is forgotten while somebody reads the database is gone from the disk as soon as they have done, and until then the server says so', async () => {
    const [person, name] = [newId(), 'Zenobia of Palmyra'];
    const host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(person, name)] });
    await host.command('people.remove', { people: [person] });
    const reader = await disk().openReader(app);
    expect(await host.command('people.forget', { person })).toMatchObject({ ok: true });
    await expect.poll(waiting).toMatchObject({ reactionsWaiting: 1 });
    expect(disk().read(app)).toContain(name);
    expect(JSON.stringify(await openBrowser(app.url, ada.cookie).get('/me'))).not.toContain(name);
    await reader.close();
    await expect.poll(waiting, { timeout: 20_000 }).toMatchObject({ reactionsWaiting: 0 });
    expect(disk().read(app)).not.toContain(name);
    host.close();
  });

  test('an erasure that the process did not live to see is done by the next one', async () => {
    const [person, name] = [newId(), 'Hannibal of Carthage'];
    const host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(person, name)] });
    await host.command('people.remove', { people: [person] });
    const reader = await disk().openReader(app);
    await host.command('people.forget', { person });
    await expect.poll(waiting).toMatchObject({ reactionsWaiting: 1 });
    host.close();
    await app.close();
    await reader.close();
    app = await startTestApp({ env: disk().env, folder: app.folder });
    await expect.poll(() => disk().read(app), { timeout: 20_000 }).not.toContain(name);
  });
}

describe('to be forgotten, on SQLite', () => {
  attacks(() => ({
    env: {},
    openReader: async ({ folder }) => openReaderOf(folder),
    read: ({ folder }) => readDisk(folder),
  }));
});

describe.skipIf(!hasPostgres())('to be forgotten, on PostgreSQL', () => {
  let server: TestPostgres | null = null;
  let url = '';
  beforeAll(async () => {
    server = await startPostgres();
    url = server.createDatabase('erasure');
  });
  afterAll(() => server?.stop());
  attacks(() => ({
    env: { DATABASE_URL: url },
    openReader: async () => openReaderOf(url),
    // A dump would not show rows that are deleted and still there.
    read: () => server?.pages('erasure', ['fact_personal', 'snapshot', 'snapshot_part']) ?? '',
  }));
});
