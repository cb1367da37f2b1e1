import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Makes sure that npm scripts will run on a Node this project works with: its own, or a recent one of the machine. */
export async function prepareNode(root) {
  const [own, machine] = [version(ownNodePath(root)), version(process.env.PATH)];
  const { node: range } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines;
  const [, from, below] = range.match(/^>=(\d+) <(\d+)$/).map(Number);
  const fits = found => found !== undefined && Number.parseInt(found, 10) >= from && Number.parseInt(found, 10) < below;
  if (fits(own)) return own;
  if (fits(machine)) return `${machine}, the machine's own`;
  throw new Error(
    `this project runs on Node ${range}. npm has none for ${process.platform} on ${process.arch}` +
      ` (or could not fetch it) and this machine has ${machine ?? 'none'}: install Node 26 from https://nodejs.org and start again`,
  );
}

/** The PATH under which `node` is the project's own. */
export function ownNodePath(root) {
  return [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
}

function version(PATH) {
  const shell = process.platform === 'win32';
  const { stdout, status } = spawnSync('node', ['-p', 'process.versions.node'], {
    env: { ...process.env, PATH },
    encoding: 'utf8',
    shell,
  });
  return status === 0 ? stdout.trim() : undefined;
}
