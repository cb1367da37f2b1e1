import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What each database does beyond deleting rows, so that nobody finds on disk what they said. */
export type Erasing = {
  /** Names the transaction that deletes. */
  mark(transaction: Transaction<Tables>): Promise<string>;
  /** Removes from disk what that transaction deleted; rejects while a reader still keeps it there. */
  clean(mark: string): Promise<void>;
  /** Removes from disk what has been overwritten so far, where that is cheap. False while somebody reads it: to be tried again. */
  settle(): Promise<boolean>;
};

class StillOnDisk extends Error {}

/**
 * SQLite overwrites deleted rows (`secure_delete`), but the pages of before stay in the main file until the write-ahead
 * file has been copied into it, and in that file until it is emptied. Another process that reads can prevent both:
 * https://sqlite.org/pragma.html#pragma_wal_checkpoint answers `busy` then.
 */
export const erasingOnSqlite = (db: Kysely<Tables>): Erasing => ({
  mark: async () => '',
  async clean() {
    if (!(await emptyJournal(db))) throw new StillOnDisk('a reader keeps the write-ahead file');
  },
  settle: () => emptyJournal(db),
});

/** False while a reader keeps the write-ahead file. */
const emptyJournal = (db: Kysely<Tables>): Promise<boolean> =>
  db.connection().execute(async connection => {
    const { rows: before } = await sql<{ timeout: number }>`PRAGMA busy_timeout`.execute(connection);
    // To wait for a reader would hold up everybody else; it is tried again later.
    await sql`PRAGMA busy_timeout = 0`.execute(connection);
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(connection);
    await sql`PRAGMA busy_timeout = ${sql.raw(String(before[0]?.timeout ?? 0))}`.execute(connection);
    return rows[0]?.busy === 0;
  });

/**
 * PostgreSQL keeps deleted rows in its files. Vacuum frees their space without overwriting it and passes over those that
 * an older snapshot can still see (https://www.postgresql.org/docs/current/routine-vacuuming.html); only a vacuum in full
 * writes the tables, which are small, to new files. It waits a second at most for who uses them, since others would
 * wait behind it.
 */
export const erasingOnPostgres = (db: Kysely<Tables>): Erasing => ({
  async mark(transaction) {
    const { rows } = await sql<{ mark: string }>`SELECT pg_current_xact_id()::xid::text AS mark`.execute(transaction);
    return rows[0]?.mark ?? '';
  },
  async clean(mark) {
    const { rows } = await sql<{ readers: number }>`
      SELECT count(*)::int AS readers FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
        AND age(backend_xmin) >= age(${mark}::xid)`.execute(db);
    if (rows[0]?.readers !== 0) throw new StillOnDisk('a reader keeps a snapshot from before');
    await db.connection().execute(async connection => {
      await sql`SET lock_timeout = '1s'`.execute(connection);
      try {
        await sql`VACUUM (FULL) fact_personal, snapshot, snapshot_part, ballot_box`.execute(connection);
      } finally {
        await sql`RESET lock_timeout`.execute(connection);
      }
    });
  },
  // A vacuum in full every second would hold up who writes, and the write-ahead files of PostgreSQL keep what was all the same.
  settle: async () => true,
});
