import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import * as Y from 'yjs';
import type { Task } from '../../../platform/work-pool.ts';

/** The things of a board's document, which may hold anything: what is no thing is left out. */
export const run: Task<Uint8Array, Thing[]> = bytes => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return [...readScene(doc).values()];
};
