import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** The name of the database in the data folder. */
export const sqliteFile = 'multaqa.sqlite';

/**
 * Opens the database in a folder, and makes both if they are missing; only the owner of the process may read them.
 * A commit is on disk when it returns. `busyTimeout` in ms: how long another process may hold the file.
 */
export function openSqlite(folder: string, busyTimeout = 2_000): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = join(folder, sqliteFile);
  // SQLite gives its journals the mode of the database, so that the mode must be right before it opens it.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = 67108864;
  `);
  return database;
}

/** Begins, ends and undoes a transaction; while one is open, a part of it. */
export type Transactions = { begin(): void; commit(): void; rollback(): void };

/** For callers that use the database one after another. */
export function transactionsOn(database: DatabaseSync): Transactions {
  const [begin, commit] = [database.prepare('BEGIN'), database.prepare('COMMIT')];
  const [beginPart, keepPart] = [database.prepare('SAVEPOINT part'), database.prepare('RELEASE part')];
  let isPart = false;
  return {
    begin() {
      isPart = database.isTransaction;
      (isPart ? beginPart : begin).run();
    },
    commit: () => void (isPart ? keepPart : commit).run(),
    rollback() {
      // SQLite ends a transaction itself when the disk is full; a second rollback would hide that error behind its own.
      if (database.isTransaction) database.exec(isPart ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
    },
  };
}

/** Kysely's view of the database. Kysely gives its one connection to one transaction at a time. */
export function sqliteDialect(database: DatabaseSync, transactions: Transactions): Dialect {
  const dialect = new SqliteDialect({ database: withCachedStatements(database, transactions) });
  return {
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: db => dialect.createIntrospector(db),
    createAdapter: () => new TransactionalAdapter(),
  };
}

/** SQLite can undo changes of tables; Kysely assumes that it cannot and would leave half a migration after a crash. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

// A statement per number of inserted rows and per query of the store: more than this means that the cache does not help.
const cachedStatements = 500;

function withCachedStatements(database: DatabaseSync, { begin, commit, rollback }: Transactions): SqliteDatabase {
  const own = { begin: command(begin), commit: command(commit), rollback: command(rollback) };
  const cache = new Map<string, SqliteStatement>(Object.entries(own));
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = cache.get(sql);
      if (known) return known;
      if (cache.size >= cachedStatements) for (const text of cache.keys()) if (!(text in own)) cache.delete(text);
      const statement = adapt(database.prepare(sql));
      cache.set(sql, statement);
      return statement;
    },
  };
}

const adapt = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: parameters => statement.all(...(parameters as SQLInputValue[])),
  run: parameters => statement.run(...(parameters as SQLInputValue[])),
  iterate: parameters => statement.iterate(...(parameters as SQLInputValue[])),
});

const command = (act: () => void): SqliteStatement => ({
  reader: false,
  all: () => [],
  run() {
    act();
    return { changes: 0, lastInsertRowid: 0 };
  },
  iterate: () => [].values(),
});
