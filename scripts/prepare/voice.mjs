import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideWorker } from '../media-worker/provide.mjs';

const origins = {
  given: 'the one of MEDIASOUP_WORKER_BIN',
  cached: 'ready',
  downloaded: 'downloaded',
  built: 'built from source',
};

/** Provides mediasoup's worker when it can be had; the rest of the product works without it. */
export async function prepareVoice(root, say) {
  const { worker, words } = await provideVoice(root, say);
  return worker.path ? words : { lacking: `${words}. Everything else works` };
}

/** Provides mediasoup's worker, leaves its place in .cache/media-worker.json, where the server looks, and says in words what there is. */
export async function provideVoice(root, say, options) {
  const worker = await provideWorker(root, say, options);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'media-worker.json'), `${JSON.stringify(worker)}\n`);
  const name = `mediasoup's worker ${worker.version}`;
  return { worker, words: worker.path ? `${name}, ${origins[worker.origin]}` : `no ${name}: ${worker.missing}` };
}
