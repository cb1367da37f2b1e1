import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A pool of connections to the PostgreSQL database at `url`; `report` hears of those that break. What takes longer than these limits (ms) is an error. */
export function postgresDialect(url: string, report: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    keepAlive: true,
    types: {
      // Instants and positions are below 2^53, so that they need no bigint.
      getTypeParser: (type, format) =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that breaks fails its query and is replaced by the next one; without listeners it would end the process.
  pool.on('error', report);
  pool.on('connect', client => client.on('error', report));
  return new PostgresDialect({ pool });
}
