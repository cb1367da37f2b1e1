import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe } from 'vitest';
import { openLogger } from '../platform/logger.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../platform/testing/postgres.ts';

/** Runs attacks on both databases. `env` names a new database at each call. */
export function onBothDatabases(what: string, attacks: (env: () => Record<string, string>) => void): void {
  describe(`${what}, on SQLite`, () => attacks(() => ({})));
  describe.skipIf(!hasPostgres())(`${what}, on PostgreSQL`, () => {
    let server: TestPostgres | null = null;
    let databases = 0;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    attacks(() => {
      databases += 1;
      return { DATABASE_URL: server?.createDatabase(`attack_${databases}`) ?? '' };
    });
  });
}

/** A logger whose lines a test can read. */
export function readableLogger(level = 'warn') {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, logger: openLogger(level, sink) };
}
