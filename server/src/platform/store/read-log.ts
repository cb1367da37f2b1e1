import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { accepted, facts, load } from './log.ts';
import type { StoreAddress } from './open-store.ts';
import { postgresDialect } from './postgres.ts';
import { snapshotParts } from './snapshots.ts';
import { sqliteDialect, sqliteFile, transactionsOn } from './sqlite.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A look into the logs that can change nothing. */
export type LogReader = Pick<Store['dialogues'], 'load' | 'facts' | 'snapshotParts' | 'accepted'> & {
  close(): Promise<void>;
};

/** The logs on a connection of their own, beside the store that writes them: for threads. To be closed soon: whoever reads for long keeps erased pages on the disk. */
export const openLogReader = (address: StoreAddress): LogReader => readerOn(openForReading(address));

/** A reader on a connection that is open already; closing it closes the connection. */
export const readerOn = (db: Kysely<Tables>): LogReader => ({
  load: dialogue => load(db, dialogue),
  facts: (dialogue, range) => facts(db, dialogue, range),
  snapshotParts: (dialogue, part) => snapshotParts(db, dialogue, part),
  accepted: (dialogue, commands) => accepted(db, dialogue, commands),
  close: () => db.destroy(),
});

/** A connection on which the database itself refuses writes. */
export function openForReading(address: StoreAddress): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: address.kind === 'sqlite' ? readingSqlite(address.folder) : readingPostgres(address.url),
  });
}

function readingSqlite(folder: string) {
  const database = new DatabaseSync(join(folder, sqliteFile), { readOnly: true, timeout: 2_000 });
  database.exec('PRAGMA trusted_schema = OFF');
  return sqliteDialect(database, transactionsOn(database));
}

function readingPostgres(address: string) {
  const url = new URL(address);
  url.searchParams.append('options', '-c default_transaction_read_only=on');
  return postgresDialect(url.href, error => process.emitWarning(error));
}
