import { type FileState, partAt, partsOf } from '@multaqa/shared/facilitate/breakouts/files';
import type { FileKind } from '@multaqa/shared/facilitate/breakouts/prepared';
import { post, postBytes, refusedBy } from '../../../platform/http.ts';

/** How long (ms) an upload waits after each failure in a row before it tries again; after the last it gives up. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000];

/** What passes by itself: the upload waits and goes on. */
const passing = ['offline', 'too-fast', 'busy', 'not-ready', 'elsewhere'];

/**
 * Sends a file to a dialogue in parts, and tells how much of it is there (0 to 1). The same id again goes on where it
 * broke. Resolves to its kind; rejects with a refusal, also when `signal` stops it.
 */
export async function upload(
  dialogue: string,
  { id, file }: { id: string; file: Blob },
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<FileKind> {
  const path = `/dialogues/${dialogue}/files`;
  const total = partsOf(file.size);
  const begin = () => post<FileState>(path, { file: id, size: file.size });
  let state = await patiently(begin, signal);
  while (state.type === null) {
    progress(state.parts / total);
    const [from, to] = partAt(file.size, state.parts);
    const next = `${path}/${id}/parts/${state.parts}`;
    // A server that ended when all parts were there looks at the file when it is begun again.
    state = await patiently(from < to ? () => postBytes(next, file.slice(from, to), signal) : begin, signal);
  }
  progress(1);
  return state.type;
}

/** Lets go of a file that no room was given. */
export const discardFile = (dialogue: string, id: string): Promise<unknown> =>
  post(`/dialogues/${dialogue}/files/${id}/discard`);

async function patiently<Result>(ask: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || !passing.includes(refusedBy(error).refusal)) throw error;
      await pauseOf(pause, signal);
    }
  }
  return ask();
}

const pauseOf = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
