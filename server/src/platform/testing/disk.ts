import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { sqliteFile } from '../store/sqlite.ts';

/** Everything that an SQLite data folder holds, journals included. */
export const readDisk = (folder: string): string =>
  readdirSync(folder)
    .filter(name => name.startsWith(sqliteFile))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('');

/** Another process, such as a backup, that has begun to read a database and keeps what it saw. */
export async function openReaderOf(place: string): Promise<{ close(): Promise<void> }> {
  if (!place.startsWith('postgres:')) {
    const database = new DatabaseSync(join(place, sqliteFile));
    database.exec('BEGIN; SELECT count(*) FROM fact');
    return { close: async () => database.close() };
  }
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await client.query('SELECT count(*) FROM fact');
  return { close: () => client.end() };
}
