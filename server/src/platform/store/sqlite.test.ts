import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { batch, createDialogue, dialogue } from '../testing/dialogue.ts';
import { openReaderOf, readDisk } from '../testing/disk.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore } from './open-store.ts';
import { openSqlite, sqliteFile } from './sqlite.ts';
import type { ThreadData } from './sqlite-thread.ts';
import { storeSuite } from './store.suite.ts';

storeSuite('SQLite', () => {
  const { folder, remove } = temporaryFolder();
  return {
    address: { kind: 'sqlite', folder },
    dump: () => readDisk(folder),
    openReader: () => openReaderOf(folder),
    run(sql) {
      const database = new DatabaseSync(join(folder, sqliteFile));
      database.exec(sql);
      database.close();
    },
    remove,
  };
});

describe('a data folder', () => {
  const open = async (options: Omit<ThreadData, 'folder'> = {}) => {
    const { folder, remove } = temporaryFolder();
    const data = join(folder, 'data');
    const store = await openStore({ kind: 'sqlite', folder: data, ...options });
    onTestFinished(async () => {
      await store.close();
      remove();
    });
    return { data, store };
  };

  it('can be read by its owner alone, files and journals too', async () => {
    const { data, store } = await open();
    await createDialogue(store);
    const modes = readdirSync(data).map(name => [name, statSync(join(data, name)).mode & 0o777]);
    expect(Object.fromEntries(modes)).toEqual({
      [sqliteFile]: 0o600,
      [`${sqliteFile}-wal`]: 0o600,
      [`${sqliteFile}-shm`]: 0o600,
    });
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('tells nothing of the order in which ballots came once they are settled', async () => {
    const { data, store } = await open();
    const lease = await createDialogue(store);
    const ballots = ['first', 'second', 'third'];
    for (const [at] of ballots.entries()) {
      const text = ballots
        .slice(0, at + 1)
        .toSorted()
        .join(' ');
      await store.ballots.put(lease, { run: 'run', ballots: text.padEnd(9_000, ' ') }, { after: 0, kinds: ['none'] });
    }
    expect(readDisk(data).match(/first/g)?.length).toBeGreaterThan(1);
    await store.ballots.settle();
    expect(ballots.map(ballot => readDisk(data).match(new RegExp(ballot, 'g'))?.length)).toEqual([1, 1, 1]);
  });

  it('is closed to others even if it was open before', () => {
    const { folder, remove } = temporaryFolder();
    onTestFinished(remove);
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o755 });
    openSqlite(data).close();
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('[S2] a file that another process locks refuses the batch, and later ones go on', async () => {
    const { data, store } = await open({ busyTimeout: 20 });
    const lease = await createDialogue(store);
    const other = new DatabaseSync(join(data, sqliteFile));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.dialogues.append(batch(lease, 0))).rejects.toThrow(/locked/);
    await expect(store.probe()).rejects.toThrow(/locked/);
    other.exec('ROLLBACK');
    other.close();
    expect((await store.dialogues.load(dialogue)).facts).toEqual([]);
    expect(await store.dialogues.append(batch(lease, 0))).toBe('appended');
  });

  it('syncs every commit to the disk', () => {
    const { folder, remove } = temporaryFolder();
    const database = openSqlite(folder);
    onTestFinished(() => {
      database.close();
      remove();
    });
    // 2 is FULL, see https://sqlite.org/pragma.html#pragma_synchronous
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });
});
