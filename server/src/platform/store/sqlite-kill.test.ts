import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { end } from '../testing/child.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore } from './open-store.ts';
import { sqliteFile } from './sqlite.ts';

const program = fileURLToPath(new URL('../testing/append-forever.ts', import.meta.url));
const cycles = 30;

it('[S2] [S8] a process that is killed loses nothing that it acknowledged', { timeout: 120_000 }, async () => {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const acknowledged = await appendUntilKilled(folder, (cycle % 7) + 1);
    const store = await openStore({ kind: 'sqlite', folder });
    const { facts } = await store.dialogues.load('victim');
    const commands = facts.map(({ seq }) => `command-${seq}`);
    const done = await store.dialogues.accepted('victim', commands);
    const due = await store.dialogues.due(Number.MAX_SAFE_INTEGER);
    await store.close();
    expect(facts.length).toBeGreaterThanOrEqual(acknowledged);
    expect(facts.map(({ seq, personal }) => `${seq} ${personal?.name}`)).toEqual(
      facts.map((_, at) => `${at + 1} Ada ${at + 1}`),
    );
    expect(done.map(({ seq }) => seq)).toEqual(done.map((_, at) => 2 * (at + 1)));
    expect(facts).toHaveLength(done.length * 2);
    expect(due).toEqual([{ dialogue: 'victim', deadline: facts.length }]);
  }
  const database = new DatabaseSync(join(folder, sqliteFile));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
});

/** The last acknowledged position of a process that was killed as soon as it had acknowledged some batches. */
async function appendUntilKilled(folder: string, batches: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`ended by itself with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.split('\n').length > batches) resolve();
    });
  });
  await end(child, 'SIGKILL');
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}
