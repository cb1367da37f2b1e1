import { chmodSync, closeSync, copyFileSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Copies a data folder to a new folder, the database as of one instant; returns the names of the files.
 * Only their owner may read the folder and the files, whatever the umask and whatever the modes of the originals.
 */
export async function backUp(data, target) {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  chmodSync(target, 0o700);
  // SQLite's journals belong to the running server; the copy of the database holds what they hold.
  const names = readdirSync(data, { withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.sqlite-(wal|shm)$/.test(entry.name))
    .map(entry => entry.name);
  for (const name of names) {
    const [from, to] = [join(data, name), join(target, name)];
    // The file is closed to others before it holds anything; a copy takes over the mode of its original.
    closeSync(openSync(to, 'wx', 0o600));
    chmodSync(to, 0o600);
    if (name.endsWith('.sqlite')) await copyDatabase(from, to);
    else copyFileSync(from, to);
    chmodSync(to, 0o600);
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
