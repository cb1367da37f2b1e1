import type { DatabaseSync } from 'node:sqlite';
import { type Answer, type Call, type Parts, thrownOf, type Way, ways } from './calls.ts';
import type { Store } from './store.ts';

/** What a test or a benchmark does to commits: sleeps `delay` ms in each, as a slow disk would, and ends the thread or the process at the `nth`. */
export type SlowDisk = {
  delay?: number;
  end?: { at: 'flush.before' | 'flush.after'; nth: number; by: 'exit' | 'kill' };
};

export type Groups = {
  take(calls: readonly Call[]): void;
  /** Resolves when everything that was taken has been answered. */
  idle(): Promise<void>;
};

/**
 * Carries out calls that wait together, and answers each when what it did is on disk; what comes meanwhile is the next
 * group. Reads come first. All writes share one transaction and so one flush, each in a savepoint of its own: one that
 * fails costs itself alone. The calls of a group wait at the same time, so that nobody can tell which of them came first.
 */
export function startGroups(
  database: DatabaseSync,
  store: Store,
  answer: (answers: Answer[]) => void,
  disk: SlowDisk = {},
): Groups {
  const parts: Parts = { ...store, health: store };
  const waiting: Call[] = [];
  let work: Promise<void> | null = null;
  let commits = 0;

  async function carryOut({ id, part, name, args }: Call): Promise<Answer> {
    const act = parts[part][name as never] as (...args: readonly unknown[]) => Promise<unknown>;
    return act(...args).then(
      result => ({ id, ok: true, result }),
      error => ({ id, ok: false, error: thrownOf(error) }),
    );
  }

  async function together(calls: readonly Call[]): Promise<Answer[]> {
    try {
      // At once for writing: a transaction that has read cannot wait for another process that writes.
      database.exec('BEGIN IMMEDIATE');
      const answers: Answer[] = [];
      for (const call of calls) {
        answers.push(await carryOut(call));
        // After some errors, such as a full disk, SQLite undoes the whole transaction: https://sqlite.org/lang_transaction.html
        if (!database.isTransaction) return calls.length > 1 ? oneByOne(calls) : answers;
      }
      commit();
      return answers;
    } catch (error) {
      return failedTogether(calls, error);
    }
  }

  /** What one of them broke is tried one by one, unless another process holds the database. */
  async function failedTogether(calls: readonly Call[], error: unknown): Promise<Answer[]> {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (calls.length > 1 && !isLocked(error)) return oneByOne(calls);
    return calls.map(({ id }) => ({ id, ok: false, error: thrownOf(error) }));
  }

  async function oneByOne(calls: readonly Call[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const call of calls) answers.push(...(await together([call])));
    return answers;
  }

  function commit(): void {
    commits += 1;
    meet('flush.before');
    if (disk.delay) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, disk.delay);
    database.exec('COMMIT');
    meet('flush.after');
  }

  function meet(at: 'flush.before' | 'flush.after'): void {
    if (disk.end?.at !== at || disk.end.nth !== commits) return;
    if (disk.end.by === 'kill') process.kill(process.pid, 'SIGKILL');
    process.exit(1);
  }

  async function run(calls: readonly Call[]): Promise<void> {
    const of = (way: Way) => calls.filter(({ part, name }) => ways[part][name as never] === way);
    const read: Answer[] = [];
    for (const call of of('read')) read.push(await carryOut(call));
    if (read.length > 0) answer(read);
    const writes = of('write');
    if (writes.length > 0) answer(await together(writes));
    for (const call of of('alone')) answer([await carryOut(call)]);
  }

  async function empty(): Promise<void> {
    while (waiting.length > 0) {
      // After the turn, so that all that has arrived by then is in the group.
      await new Promise<void>(resolve => setImmediate(resolve));
      await run(waiting.splice(0));
    }
    work = null;
  }

  return {
    take(calls) {
      waiting.push(...calls);
      work ??= empty();
    },
    idle: async () => {
      await work;
    },
  };
}

/** Another process holds the file: to ask again for each call would only wait as often. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
