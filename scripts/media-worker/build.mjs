import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { must } from '../process.mjs';
import { fetchDebianSource } from './debian-source.mjs';
import { editSources } from './recipe/edits.mjs';
import { replaceDownloads, srtpFolder } from './recipe/subprojects.mjs';

/**
 * Compiles mediasoup's worker from the npm package's own sources and Debian's libraries into `output`.
 * About five minutes on two cores; throws with the compiler's last lines.
 */
export async function buildWorker(mediasoup, output, say) {
  const scratch = mkdtempSync(join(tmpdir(), 'media-worker-'));
  try {
    const worker = join(scratch, 'worker');
    cpSync(join(mediasoup, 'worker'), worker, { recursive: true });
    say('fetching the sources of libsrtp from Debian');
    const apt = join(scratch, 'apt');
    mkdirSync(apt);
    await fetchDebianSource('libsrtp2', join(worker, 'subprojects', srtpFolder), apt);
    replaceDownloads(worker);
    editSources(worker);
    await compile(worker, say);
    mkdirSync(dirname(output), { recursive: true });
    await must('strip', ['-o', `${output}.part`, join(worker, 'out', 'mediasoup-worker')]);
    renameSync(`${output}.part`, output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function compile(cwd, say) {
  say('preparing the compiler');
  const setup = ['--buildtype', 'release', '-Db_ndebug=true', '-Db_pie=true', '--wrap-mode', 'nodownload'];
  await must('meson', ['setup', 'out', ...setup], { cwd });
  const onLine = line => {
    const [, done, all] = line.match(/^\[(\d+)\/(\d+)\]/) ?? [];
    if (done) say(`compiling, ${done} of ${all}`);
  };
  await must('ninja', ['-C', 'out', 'mediasoup-worker'], { cwd, onLine });
}
