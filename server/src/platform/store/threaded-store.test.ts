/**
 * The laws of the database's own thread.
 *
 * [T1] Whatever holds up the database, the main thread goes on.
 * [T2] A thread that dies takes no acknowledged write along; another one goes on.
 * [T3] A process whose database cannot be opened again ends.
 * [T4] Closing waits for what runs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { batch, createDialogue, dialogue, factsAt } from '../testing/dialogue.ts';
import { temporaryFolder } from '../testing/folder.ts';
import type { SlowDisk } from './group-commit.ts';
import { openStore } from './open-store.ts';
import { sqliteFile } from './sqlite.ts';
import type { AppendResult } from './store.ts';

const newFolder = () => {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  return folder;
};

async function open(folder: string, disk: SlowDisk = {}, report = (_: Error) => {}) {
  const store = await openStore({ kind: 'sqlite', folder, disk }, report);
  onTestFinished(() => store.close());
  return store;
}

/** Another process that holds the file for itself until it is told to let go. */
async function lock(folder: string) {
  const program = `
    const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(join(folder, sqliteFile))});
    database.exec('BEGIN EXCLUSIVE');
    process.stdout.write('locked');
    process.stdin.once('data', () => database.exec('ROLLBACK'));
  `;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return { release: () => void child.stdin.end('let go') };
}

it('[T1] while another process has locked the file, the main thread goes on', async () => {
  const folder = newFolder();
  const store = await open(folder);
  const lease = await createDialogue(store);
  const { release } = await lock(folder);
  let result: AppendResult | 'waiting' = 'waiting';
  let ticks = 0;
  // The lock is let go by a timer of the main thread alone: were that held up, the append would fail at its limit.
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks === 50) release();
    else if (ticks < 50) expect(result).toBe('waiting');
  }, 20);
  onTestFinished(() => clearInterval(timer));
  result = await store.dialogues.append(batch(lease, 0));
  expect(result).toBe('appended');
  expect(ticks).toBeGreaterThanOrEqual(50);
});

it('[T1] a slow flush holds up nothing but who waits for it', async () => {
  const store = await open(newFolder(), { delay: 100 });
  const lease = await createDialogue(store);
  let turns = 0;
  const turn = () => {
    turns += 1;
    timer = setImmediate(turn);
  };
  let timer = setImmediate(turn);
  expect(await store.dialogues.append(batch(lease, 0))).toBe('appended');
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(5);
});

it.each(['flush.before', 'flush.after'] as const)(
  '[T2] a thread that dies at “%s” again and again loses nothing that was acknowledged',
  async at => {
    const folder = newFolder();
    const reported: Error[] = [];
    const store = await open(folder, { end: { at, nth: 4, by: 'exit' } }, error => reported.push(error));
    const lease = await createDialogue(store);
    let acknowledged = 0;
    for (let after = 0; acknowledged < 20; ) {
      const command = { command: `command-${after}`, actor: 'ada', seq: after + 1 };
      const result = await store.dialogues
        .append(batch(lease, after, { done: [command] }))
        .catch(() => 'died' as const);
      const { facts } = await store.dialogues.load(dialogue);
      // What nobody was told of may be there or not, but never in part.
      if (result === 'appended') acknowledged += 1;
      expect(facts.length).toBeGreaterThanOrEqual(result === 'appended' ? after + 1 : after);
      expect(facts).toEqual(factsAt(...facts.map((_, index) => index + 1)));
      after = facts.length;
    }
    expect(reported.length).toBeGreaterThan(3);
    expect(reported[0]?.message).toContain('died');
  },
);

it('[T2] everybody who waits for a thread that dies is refused', async () => {
  const store = await open(newFolder(), { end: { at: 'flush.before', nth: 4, by: 'exit' } });
  const leases = [await createDialogue(store, 'one')];
  const results = await Promise.allSettled([
    ...leases.map(lease => store.dialogues.append(batch(lease, 0))),
    store.probe(),
    store.dialogues.moveEffectCursor('one', 1),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect((await store.dialogues.load('one')).facts).toEqual([]);
});

it('[T3] a thread that dies before it has answered anything ends the process, with the reason', async () => {
  const program = `
    const { openStore } = await import(${JSON.stringify(fileURLToPath(new URL('./open-store.ts', import.meta.url)))});
    const disk = { end: { at: 'flush.before', nth: 1, by: 'exit' } };
    const store = await openStore({ kind: 'sqlite', folder: ${JSON.stringify(newFolder())}, disk });
    setInterval(() => {}, 1000);
    await store.probe().catch(error => console.error('refused:', error.message));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', part => {
    said += part;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said).toContain('refused: the thread of the database died');
  expect(said).toContain('the database cannot be opened again');
});

it('[T4] closing waits for what runs, and nothing runs afterwards', async () => {
  const folder = newFolder();
  const store = await open(folder, { delay: 50 });
  const lease = await createDialogue(store);
  const running = store.dialogues.append(batch(lease, 0));
  const closing = store.close();
  expect(await running).toBe('appended');
  await closing;
  await expect(store.probe()).rejects.toThrow('closed');
  const again = await open(folder);
  expect((await again.dialogues.load(dialogue)).facts).toEqual(factsAt(1));
});

it('what cannot be opened is an error with its reason', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  await expect(openStore({ kind: 'sqlite', folder: file })).rejects.toThrow('EEXIST');
});
