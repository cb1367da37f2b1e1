import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '../lock.mjs';
import { must } from '../process.mjs';
import { ownNodePath } from './node.mjs';

/** Builds the client when anything it is made of has changed since the last build. */
export async function prepareClient(root, say) {
  const stamp = join(root, '.cache', 'client-build');
  const build = async () => {
    const sources = fingerprint(root);
    const built = existsSync(stamp) && existsSync(join(root, 'client', 'dist', 'index.html'));
    if (built && readFileSync(stamp, 'utf8') === sources) return 'up to date';
    say('vite build puts its pages together, some seconds');
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', PATH: ownNodePath(root) };
    await must('node', [vite, 'build'], { cwd: join(root, 'client'), env, shell: process.platform === 'win32' });
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(stamp, sources);
    return 'built';
  };
  return alone(join(root, '.cache', 'client-building'), build, () => say('another process builds it; waiting'));
}

function fingerprint(root) {
  const hash = createHash('sha256');
  const files = ['client', join('shared', 'src')].flatMap(folder => filesBelow(root, folder));
  for (const file of [...files, 'package-lock.json', 'tsconfig.base.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesBelow(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesBelow(root, join(folder, entry.name)) : [join(folder, entry.name)]));
}
