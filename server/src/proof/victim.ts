import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../platform/testing/folder.ts';
import type { OpenPoll } from './adversary.ts';

/** Everything in a folder, byte for byte: a character is a byte. */
export const readFolder = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('');

/** A server as a process of its own, whose disk and memory can be read. */
export async function startVictim() {
  const [data, heaps] = [temporaryFolder(), temporaryFolder()];
  const child = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), [], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.folder, NODE_OPTIONS: '' },
    execArgv: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${heaps.folder}`],
  });
  const gone = once(child, 'exit');
  const [{ address, organiserLink }] = (await once(child, 'message')) as [{ address: string; organiserLink: string }];
  let taken = 0;
  return {
    url: address.replace('localhost', '127.0.0.1'),
    organiserLink,
    folder: data.folder,
    disk: () => readFolder(data.folder),
    /** Every object of the main thread, as it is now. */
    async memory(): Promise<string> {
      child.kill('SIGUSR2');
      taken += 1;
      for (;;) {
        // It answers when the whole heap is written; nothing is asserted about how long that takes.
        await new Promise(resolve => setTimeout(resolve, 200));
        const [name] = readdirSync(heaps.folder)
          .sort()
          .slice(taken - 1);
        const text = name && readFileSync(join(heaps.folder, name), 'latin1');
        if (text?.trimEnd().endsWith('}')) return text;
      }
    },
    async end() {
      child.kill('SIGKILL');
      await gone;
      for (const { remove } of [data, heaps]) remove();
    },
  };
}

/** A poll as its database tells it while its box is there. */
export function readPoll(folder: string, run: string): OpenPoll {
  return withDatabase(folder, database => {
    const facts = database.prepare("SELECT data FROM fact WHERE kind = 'polls.issued' ORDER BY seq").all();
    const box = database.prepare('SELECT ballots FROM ballot_box WHERE run = ?').get(run);
    const issued = facts.map(({ data }) => JSON.parse(String(data))).filter(fact => fact.run === run);
    const ballots = JSON.parse(String(box?.ballots)) as [string, { ballot: { choose: string[] } }][];
    return {
      run,
      issued,
      ballots: ballots.map(([number, { ballot }]) => ({ number, choice: ballot.choose[0] ?? '' })),
    };
  });
}

/** How often the disk has some ballot of these runs: more than once while it tells what boxes were before. */
export function ballotsOnDisk(folder: string, runs: readonly string[]): number {
  const text = readFolder(folder);
  const numbers = runs.flatMap(run => readPoll(folder, run).ballots.map(({ number }) => number));
  return Math.max(...numbers.map(number => text.split(number).length - 1));
}

/** How many boxes there are. */
export const boxesOnDisk = (folder: string): number =>
  withDatabase(folder, database => Number(database.prepare('SELECT count(*) AS boxes FROM ballot_box').get()?.boxes));

function withDatabase<Result>(folder: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(join(folder, 'multaqa.sqlite'), { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
