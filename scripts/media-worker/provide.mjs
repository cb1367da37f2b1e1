import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, isDebian, isRoot, missingPackages } from '../debian.mjs';
import { alone } from '../lock.mjs';
import { buildWorker } from './build.mjs';
import { cacheFolder } from './cache.mjs';
import { downloadWorker, mayDownload } from './download.mjs';
import { buildPackages } from './recipe/packages.mjs';
import { workerRuns } from './runs.mjs';

/**
 * Finds or makes the worker that carries voice and picture: the operator's own, the cached one, the published one, one built here.
 * Returns `{ version, path, origin }`, or `{ version, missing }` with the reason in words.
 * With `patient` the download is tried even if it failed a moment ago.
 */
export async function provideWorker(root, say, { patient = false } = {}) {
  const mediasoup = join(root, 'node_modules', 'mediasoup');
  const { version } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  const own = process.env.MEDIASOUP_WORKER_BIN;
  if (own && workerRuns(own)) return { version, path: own, origin: 'given' };
  if (own) return { version, missing: `MEDIASOUP_WORKER_BIN=${own} does not run here` };
  try {
    const folder = cacheFolder(version);
    const cached = join(folder, 'mediasoup-worker');
    const ready = () => existsSync(cached) && workerRuns(cached);
    if (ready()) return { version, path: cached, origin: 'cached' };
    const make = async () => {
      if (ready()) return { version, path: cached, origin: 'cached' };
      if (patient || mayDownload(folder)) {
        if (await downloadWorker(version, folder, say)) return { version, path: cached, origin: 'downloaded' };
      }
      const missing = await build(mediasoup, cached, say);
      return missing ? { version, missing } : { version, path: cached, origin: 'built' };
    };
    return await alone(folder, make, () => say('another process is making it; waiting'));
  } catch (error) {
    return { version, missing: `making it failed: ${error.message}` };
  }
}

// Returns why there is no worker, or undefined when there is one.
async function build(mediasoup, output, say) {
  if (!isDebian()) return 'the download failed, and building it from source is prepared for Debian only';
  const lacking = missingPackages(buildPackages);
  if (lacking.length > 0 && !isRoot()) {
    return `the download failed; to build it here, first run: sudo apt-get install ${lacking.join(' ')}`;
  }
  if (lacking.length > 0) {
    say(`installing ${lacking.join(' ')}`);
    await installPackages(lacking);
  }
  say('building it from source, about five minutes on two cores');
  await buildWorker(mediasoup, output, say);
  return workerRuns(output) ? undefined : 'the worker that was built does not run';
}
