import { parentPort } from 'node:worker_threads';
import { limitsOfUpdates, readContents } from './decode.ts';

parentPort?.on('message', (updates: readonly Uint8Array[]) => {
  parentPort?.postMessage(updates.map(bytes => readContents(bytes, limitsOfUpdates)));
});
