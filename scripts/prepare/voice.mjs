import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideWorker } from '../media-worker/provide.mjs';

const words = {
  given: 'the worker of MEDIASOUP_WORKER_BIN',
  cached: 'ready',
  downloaded: 'downloaded',
  built: 'built from source',
};

/** Provides mediasoup's worker and leaves its place in .cache/media-worker.json, where the server looks. */
export async function prepareVoice(root, say) {
  const worker = await provideWorker(root, say);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'media-worker.json'), `${JSON.stringify(worker)}\n`);
  if (worker.path) return `mediasoup's worker ${worker.version}, ${words[worker.origin]}`;
  return { lacking: `not available, everything else works: ${worker.missing}` };
}
