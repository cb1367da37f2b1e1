import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readSecret, UnusableSecret } from './secret-file.ts';
import { temporaryFolder } from './testing/folder.ts';

const place = () => {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  return { folder, path: join(folder, 'secret') };
};
const digits = /^[0-9a-f]{64}$/;

test('a secret is made once, for its owner alone, and is the same ever after', async () => {
  const { folder, path } = place();
  const secret = await readSecret(path);
  expect(secret).toMatch(digits);
  expect(readFileSync(path, 'utf8')).toBe(`${secret}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
  expect(await readSecret(path)).toBe(secret);
});

test.each([
  ['missing', null],
  ['empty', ''],
  ['empty but for a line break', '\n'],
])('servers that start at once agree on a secret that is %s', async (_, content) => {
  for (let round = 0; round < 10; round += 1) {
    const { folder, path } = place();
    if (content !== null) writeFileSync(path, content);
    const secrets = await Promise.all(Array.from({ length: 8 }, () => readSecret(path)));
    expect(new Set(secrets)).toEqual(new Set([await readSecret(path)]));
    expect(secrets[0]).toMatch(digits);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter(name => !['secret', 'secret.again'].includes(name))).toEqual([]);
  }
});

test.each([
  ['cut off', 'abc123\n'],
  ['something else', `${'z'.repeat(64)}\n`],
  ['too long', `${'a'.repeat(65)}\n`],
  ['half of a pair', 'a'.repeat(63)],
])('a secret that is %s is refused, and left as it is', async (_, content) => {
  const { path } = place();
  writeFileSync(path, content);
  await expect(readSecret(path)).rejects.toThrow(UnusableSecret);
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test('a server whose secret cannot be used says what to do, and ends', () => {
  const { folder, path } = place();
  writeFileSync(path, 'abc123\n');
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toContain(path);
  expect(stdout).toMatch(/Restore it from the backup.*delete it/s);
  expect(existsSync(join(folder, 'multaqa.sqlite'))).toBe(false);
});
