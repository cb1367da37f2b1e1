import { Kysely } from 'kysely';
import { erasingOnPostgres } from './erasing.ts';
import { postgresDialect } from './postgres.ts';
import type { ThreadData } from './sqlite-thread.ts';
import type { Store } from './store.ts';
import { storeOn } from './store-on.ts';
import type { Tables } from './tables.ts';
import { openThread } from './threaded-store.ts';

/** Where the database is: a file in a folder, which a thread of its own opens, or a PostgreSQL server. */
export type StoreAddress = ({ kind: 'sqlite' } & ThreadData) | { kind: 'postgres'; url: string };

/** Opens the database and brings its tables up to date. Rejects when it cannot be reached or is of a newer release; `report` hears of what breaks later. */
export function openStore(address: StoreAddress, report: (error: Error) => void = warn): Promise<Store> {
  return address.kind === 'sqlite' ? openThread(address, report) : onPostgres(address.url, report);
}

const warn = (error: Error) => process.emitWarning(error);

function onPostgres(url: string, report: (error: Error) => void): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, report) });
  return storeOn(db, erasingOnPostgres(db));
}
