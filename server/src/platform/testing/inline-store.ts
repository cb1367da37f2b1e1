import type { DatabaseSync } from 'node:sqlite';
import { type Answer, errorOf, storeOver } from '../store/calls.ts';
import { type SlowDisk, startGroups } from '../store/group-commit.ts';
import { onSqlite } from '../store/on-sqlite.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

/** The store without its thread: the same groups on the connection that is given, in this thread. */
export async function openInline(
  folder: string,
  disk: SlowDisk = {},
): Promise<{ store: Store; database: DatabaseSync }> {
  const database = openSqlite(folder);
  const within = await onSqlite(database);
  const callers = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  const groups = startGroups(
    database,
    within,
    answers => {
      for (const answer of answers) callers.get(answer.id)?.(answer);
    },
    disk,
  );
  const { health, ...parts } = storeOver((part, name, args) => {
    calls += 1;
    const id = calls;
    groups.take([{ id, part, name, args }]);
    return new Promise((resolve, reject) =>
      callers.set(id, answer => {
        callers.delete(id);
        if (answer.ok) resolve(answer.result);
        else reject(errorOf(answer.error));
      }),
    );
  });
  return { store: { ...parts, probe: health.probe, close: within.close }, database };
}
