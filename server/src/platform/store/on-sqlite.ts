import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { erasingOnSqlite } from './erasing.ts';
import { sqliteDialect, transactionsOn } from './sqlite.ts';
import { appendOnSqlite } from './sqlite-append.ts';
import type { Store } from './store.ts';
import { storeOn } from './store-on.ts';
import type { Tables } from './tables.ts';

/** The store on an open SQLite database, in this thread. Its calls come one after another. */
export async function onSqlite(database: DatabaseSync): Promise<Store> {
  const transactions = transactionsOn(database);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, transactions) });
  const store = await storeOn(db, erasingOnSqlite(db));
  return { ...store, dialogues: { ...store.dialogues, append: appendOnSqlite(database, transactions) } };
}
