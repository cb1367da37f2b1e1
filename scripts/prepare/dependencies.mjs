import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { must } from '../process.mjs';

/** Makes node_modules what package-lock.json says, with `npm ci`, unless it is that already. */
export async function prepareDependencies(root, say) {
  if (installed(root)) return 'up to date';
  say('npm ci fetches the packages of package-lock.json, about a minute');
  const [command, ...before] = npm(root);
  const env = {
    ...process.env,
    PATH: pathOutside(root).join(delimiter),
    // Its install script would download the worker, which the next step does with more patience and a cache.
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN || 'later',
  };
  const args = [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await must(command, args, { cwd: root, env, shell: command === 'npm.cmd' });
  return 'installed';
}

// npm leaves its own account of what it installed, at the very end of an installation.
function installed(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(account);
  const same = (a, b) => a?.version === b?.version && a?.integrity === b?.integrity;
  return (
    Object.keys(present).every(path => same(present[path], wanted[path])) &&
    Object.keys(wanted).every(path => path === '' || wanted[path].optional || path in present)
  );
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

// `npm ci` deletes node_modules, so it must not itself run on the Node that lives there.
function npm(root) {
  const cli = process.env.npm_execpath;
  const inside = process.execPath.startsWith(join(root, 'node_modules') + sep);
  if (!cli?.endsWith('npm-cli.js')) return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return [inside ? 'node' : process.execPath, cli];
}

function pathOutside(root) {
  const modules = join(root, 'node_modules');
  return (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.startsWith(modules));
}
