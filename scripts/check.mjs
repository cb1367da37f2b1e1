import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareClient } from './prepare/client.mjs';
import { run } from './process.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const checks = [
  ['Format and lint', () => program('@biomejs/biome', 'biome', ['ci', '--colors=off', '.'])],
  ['Types', () => program('typescript', 'tsc', ['-b'])],
  ['Imports', () => run('node', [join(root, 'scripts', 'imports.mjs')], { keep: 400 })],
  ['Unused code', () => program('knip', 'knip', ['--no-progress', '--no-config-hints'])],
  ['First load', measureFirstLoad],
];

let failed = 0;
for (const [name, check] of checks) {
  const started = Date.now();
  const { code, tail } = await check();
  if (code !== 0) console.log(tail.join('\n'));
  const closing = tail.filter(line => line.trim() !== '').at(-1) ?? '';
  const said = code === 0 && closing ? `: ${closing.trim()}` : '';
  console.log(`${code === 0 ? '✓' : '✗'} ${name}${said} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) failed += 1;
}
console.log(failed === 0 ? 'Every check passed.' : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

function program(name, command, args) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command];
  return run('node', [join(folder, file), ...args], { cwd: root, keep: 400 });
}

async function measureFirstLoad() {
  try {
    await prepareClient(root, () => {});
  } catch (error) {
    return { code: 1, tail: error.message.split('\n') };
  }
  return program('size-limit', 'size-limit', []);
}
