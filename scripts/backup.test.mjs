import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { backUp } from './backup/back-up.mjs';

test('a backup of a running server holds the secret and every fact that was committed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'secret'), 'xyz');
  const running = new DatabaseSync(join(folder, 'multaqa.sqlite'));
  running.exec("PRAGMA journal_mode = WAL; CREATE TABLE fact (text); INSERT INTO fact VALUES ('Ada joined')");

  const names = await backUp(folder, join(folder, 'copy'));

  running.exec("INSERT INTO fact VALUES ('Ben joined')");
  const copy = new DatabaseSync(join(folder, 'copy', 'multaqa.sqlite'));
  expect(names.sort()).toEqual(['multaqa.sqlite', 'secret']);
  expect(copy.prepare('SELECT text FROM fact').all()).toEqual([{ text: 'Ada joined' }]);
  expect(statSync(join(folder, 'copy')).mode & 0o077).toBe(0);
  copy.close();
  running.close();
});

test.each([0o000, 0o022, 0o277])(
  'nobody but the owner can read a backup that was made under the umask %o',
  async umask => {
    const folder = mkdtempSync(join(tmpdir(), 'backup-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'secret'), 'xyz', { mode: 0o644 });
    new DatabaseSync(join(folder, 'multaqa.sqlite')).close();
    const script = fileURLToPath(new URL('./backup.mjs', import.meta.url));
    const copy = join(folder, 'copy');
    const command = `umask ${umask.toString(8)} && exec "$0" "$1" "$2"`;
    execFileSync('sh', ['-c', command, process.execPath, script, copy], {
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    });
    const modeOf = path => statSync(path).mode & 0o777;
    expect(modeOf(copy)).toBe(0o700);
    expect(readdirSync(copy).sort()).toEqual(['multaqa.sqlite', 'secret']);
    for (const name of readdirSync(copy)) expect([name, modeOf(join(copy, name))]).toEqual([name, 0o600]);
  },
);
