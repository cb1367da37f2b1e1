import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { batch, createDialogue, dialogue, factsAt, take } from '../testing/dialogue.ts';
import { openReaderOf } from '../testing/disk.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import type { Place } from '../testing/store-bench.ts';
import { openStore, type StoreAddress } from './open-store.ts';
import { storeSuite } from './store.suite.ts';

let server: TestPostgres | null = null;
let databases = 0;

function place(): Place {
  const postgres = server;
  if (!postgres) throw new Error('the server is not running');
  databases += 1;
  const name = `test_${databases}`;
  const url = postgres.createDatabase(name);
  return {
    address: { kind: 'postgres', url },
    dump: () => postgres.dump(name),
    openReader: () => openReaderOf(url),
    run: sql => postgres.run(name, sql),
    remove() {},
  };
}

const endAllConnections =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';

describe.skipIf(!hasPostgres())('with a PostgreSQL server', () => {
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });

  storeSuite('PostgreSQL', place);

  const open = async (address: StoreAddress) => {
    const store = await openStore(address);
    onTestFinished(() => store.close());
    return store;
  };

  it('nodes that start at once on an empty database make its tables once', async () => {
    const { address } = place();
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(address)));
    for (const store of stores) await store.probe();
    expect(stores).toHaveLength(4);
  });

  it('[S4] [S5] two nodes that write to one dialogue keep one log', async () => {
    const { address } = place();
    const [here, there] = [await open(address), await open(address)];
    const lease = await createDialogue(here);
    const races = Array.from({ length: 10 }, (_, at) => [here, there][at % 2] ?? here);
    const results = await Promise.all(races.map(({ dialogues }) => dialogues.append(batch(lease, 0))));
    expect(results.filter(result => result === 'appended')).toHaveLength(1);
    const newer = await take(there, 'there', 60_000);
    expect(await here.dialogues.append(batch(lease, 1))).toBe('fenced');
    expect(await there.dialogues.append(batch(newer, 1))).toBe('appended');
    expect((await here.dialogues.load(dialogue)).facts).toEqual(factsAt(1, 2));
  });

  it('a server that ended all connections is asked again', async () => {
    const { address, run } = place();
    const store = await open(address);
    for (let round = 0; round < 5; round += 1) {
      const asked = Promise.allSettled(Array.from({ length: 8 }, () => store.probe()));
      run(endAllConnections);
      await asked;
    }
    await expect
      .poll(() =>
        store.probe().then(
          () => 'answered',
          () => 'failed',
        ),
      )
      .toBe('answered');
  });
});

it('a database that does not answer is an error, not a wait without end', async () => {
  await expect(openStore({ kind: 'postgres', url: 'postgres://test@127.0.0.1:1/none' })).rejects.toThrow(
    /ECONNREFUSED/,
  );
});
