import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the product is measured beside lives in a folder of its own, so that nobody who installs the product installs it. */
export const peersFolder = fileURLToPath(new URL('./peers/', import.meta.url));

/** Installs the peers where they are not installed yet. */
export function installPeers(): void {
  if (existsSync(`${peersFolder}node_modules/tldraw`)) return;
  console.log('  the peers are being installed, which takes a minute');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    ...{ cwd: peersFolder, stdio: 'inherit' },
  });
}

/** Requires one of the peers' modules, with what it needs from their folder. */
export const requirePeer = createRequire(`${peersFolder}package.json`);
