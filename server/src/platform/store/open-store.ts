import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { dialoguesIn } from './dialogues.ts';
import { doorsIn } from './doors.ts';
import { jobsIn } from './jobs.ts';
import { migrate } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Where the database is: a file in a folder, or a PostgreSQL server. */
export type StoreAddress = { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string };

/** Opens the database and brings its tables up to date. Rejects when it cannot be reached or is of a newer release. */
export function openStore(address: StoreAddress): Promise<Store> {
  return address.kind === 'sqlite' ? onSqlite(openSqlite(address.folder)) : onPostgres(address.url);
}

/** The store on an open SQLite database. */
export function onSqlite(database: DatabaseSync): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  // The write-ahead file still holds the pages as they were before.
  const afterErasing = () => sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  return storeOn(db, afterErasing);
}

function onPostgres(url: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url) });
  // Deleted rows stay in the files until they are vacuumed.
  const afterErasing = () => sql`VACUUM fact_personal, snapshot`.execute(db);
  return storeOn(db, afterErasing);
}

async function storeOn(db: Kysely<Tables>, afterErasing: () => Promise<unknown>): Promise<Store> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    dialogues: dialoguesIn(db, afterErasing),
    doors: doorsIn(db),
    jobs: jobsIn(db),
    probe: () => probe(db),
    close: () => db.destroy(),
  };
}

async function probe(db: Kysely<Tables>): Promise<void> {
  const { writes } = await db
    .insertInto('probe')
    .values({ probe: 1, writes: 1 })
    .onConflict(conflict => conflict.column('probe').doUpdateSet(({ eb }) => ({ writes: eb('probe.writes', '+', 1) })))
    .returning('writes')
    .executeTakeFirstOrThrow();
  const read = await db.selectFrom('probe').select('writes').where('probe', '=', 1).executeTakeFirstOrThrow();
  if (read.writes < writes) throw new Error('the database did not keep what was written');
}
