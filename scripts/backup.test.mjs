import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
