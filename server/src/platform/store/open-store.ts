import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { dialoguesIn } from './dialogues.ts';
import { doorsIn } from './doors.ts';
import { type Erasing, erasingOnPostgres, erasingOnSqlite } from './erasing.ts';
import { jobsIn } from './jobs.ts';
import { migrate } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Where the database is: a file in a folder, or a PostgreSQL server. */
export type StoreAddress = { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string };

/** Opens the database and brings its tables up to date. Rejects when it cannot be reached or is of a newer release; `report` hears of connections that break later. */
export function openStore(address: StoreAddress, report: (error: Error) => void = warn): Promise<Store> {
  return address.kind === 'sqlite' ? onSqlite(openSqlite(address.folder)) : onPostgres(address.url, report);
}

/** The store on an open SQLite database. */
export function onSqlite(database: DatabaseSync): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  return storeOn(db, erasingOnSqlite(db));
}

const warn = (error: Error) => process.emitWarning(error);

function onPostgres(url: string, report: (error: Error) => void): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, report) });
  return storeOn(db, erasingOnPostgres(db));
}

async function storeOn(db: Kysely<Tables>, erasing: Erasing): Promise<Store> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    dialogues: dialoguesIn(db, erasing),
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
