import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { must, run } from './process.mjs';

/** Name and version of the system as one word (`debian12`, `darwin23.5.0`), since a compiled program runs on its like only. */
export function systemName(platform, release) {
  const os = osRelease();
  return os ? `${os.ID}${os.VERSION_ID ?? ''}` : `${platform}${release}`;
}

/** True where Debian's package manager is at home. */
export function isDebian() {
  return osRelease()?.ID === 'debian' && existsSync('/usr/bin/apt-get');
}

/** True when this process may install packages. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/** Those of the packages that are not installed. */
export function missingPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills these in, not JavaScript.
  const format = '${Package} ${db:Status-Abbrev}\n';
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' });
  const installed = new Set(
    (stdout ?? '')
      .split('\n')
      .filter(line => / ii/.test(line))
      .map(line => line.split(' ')[0]),
  );
  return names.filter(name => !installed.has(name));
}

/** Installs packages; throws with the package manager's own words when it cannot. */
export async function installPackages(names, onLine) {
  const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-q', '--no-install-recommends', ...names];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }, onLine };
  const { code } = await run('apt-get', install, options);
  if (code === 0) return;
  // A third party's list that cannot be reached must not stop what Debian's own lists can serve.
  await run('apt-get', ['update', '-q'], options);
  await must('apt-get', install, options);
}

function osRelease() {
  if (!existsSync('/etc/os-release')) return undefined;
  const lines = readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)=["']?(.*?)["']?$/gm);
  return Object.fromEntries([...lines].map(([, key, value]) => [key, value]));
}
