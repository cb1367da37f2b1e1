import { parentPort, workerData } from 'node:worker_threads';
import type { Call } from './calls.ts';
import { type SlowDisk, startGroups } from './group-commit.ts';
import { onSqlite } from './on-sqlite.ts';
import { openSqlite } from './sqlite.ts';

/** What the thread is started with. */
export type ThreadData = { folder: string; busyTimeout?: number; disk?: SlowDisk };

// The one thread that has the database open. It gets calls as JSON, which the main thread writes and reads faster than
// clones of objects; what arrives while it is at work is carried out together afterwards.
const { folder, busyTimeout, disk } = workerData as ThreadData;
const database = openSqlite(folder, busyTimeout);
const store = await onSqlite(database);
const groups = startGroups(database, store, answers => parentPort?.postMessage(JSON.stringify(answers)), disk);

parentPort?.on('message', async (message: string) => {
  if (message !== 'close') return groups.take(JSON.parse(message) as Call[]);
  await groups.idle();
  await store.close();
  parentPort?.close();
});
parentPort?.postMessage('open');
