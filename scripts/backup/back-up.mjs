import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/** Copies a data folder to a new folder that only its owner may read, the database as of one instant; returns the names of the files. */
export async function backUp(data, target) {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  // SQLite's journals belong to the running server; the copy of the database holds what they hold.
  const names = readdirSync(data, { withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.sqlite-(wal|shm)$/.test(entry.name))
    .map(entry => entry.name);
  for (const name of names) {
    if (name.endsWith('.sqlite')) await copyDatabase(join(data, name), join(target, name));
    else copyFileSync(join(data, name), join(target, name));
  }
  return names;
}

async function copyDatabase(from, to) {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
}
