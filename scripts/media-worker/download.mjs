import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import { must } from '../process.mjs';
import { workerRuns } from './runs.mjs';

const patience = 20_000;
const retryAfter = 60 * 60_000;
const failure = 'download-failed';

/**
 * Fetches the binary that mediasoup's authors publish and unpacks it into `folder`.
 * Returns whether it lies there now: there may be none for this machine, or it cannot be reached within 20 s.
 */
export async function downloadWorker(version, folder, say) {
  const url = publishedAt(version);
  const fresh = join(folder, `download-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    say(`downloading ${url} (at most ${patience / 1000} s)`);
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const archive = join(fresh, 'worker.tgz');
    writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
    await must('tar', ['xzf', archive, '-C', fresh]);
    const name = platform() === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker';
    chmodSync(join(fresh, name), 0o755);
    if (!workerRuns(join(fresh, name))) throw new Error('it does not run on this machine');
    renameSync(join(fresh, name), join(folder, 'mediasoup-worker'));
    return true;
  } catch (error) {
    const reason = error.cause?.message ?? error.message;
    say(`no download: ${reason}`);
    writeFileSync(join(folder, failure), `${reason}\n`);
    return false;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** False for an hour after a download failed, so that starting again is quick. */
export function mayDownload(folder) {
  const failed = join(folder, failure);
  return !existsSync(failed) || Date.now() - statSync(failed).mtimeMs > retryAfter;
}

// The naming scheme and the variable are mediasoup's own (npm-scripts.mjs of the package).
function publishedAt(version) {
  const base =
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ||
    'https://github.com/versatica/mediasoup/releases/download';
  const kernel = platform() === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  return `${base}/${version}/mediasoup-worker-${version}-${platform()}-${arch()}${kernel}.tgz`;
}
