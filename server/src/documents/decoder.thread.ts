import { parentPort } from 'node:worker_threads';
import { limits } from '@multaqa/shared/limits';
import { readContents } from './decode.ts';

const most = { structs: limits.documentStructs, clients: limits.clientsPerUpdate };

parentPort?.on('message', (updates: readonly Uint8Array[]) => {
  parentPort?.postMessage(updates.map(bytes => readContents(bytes, most)));
});
