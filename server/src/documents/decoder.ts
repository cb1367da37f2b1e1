import { Worker } from 'node:worker_threads';
import type { Logger } from '../platform/logger.ts';
import { type Contents, limitsOfUpdates, readContents } from './decode.ts';

/** What `read` found: null for what is no update. */
export type Found = Contents | null;

export type Decoder = {
  /** Reads updates, all of them as of one; never rejects. */
  read(updates: readonly Uint8Array[]): Promise<readonly Found[]>;
  /** How many threads an update has ended. */
  deaths(): number;
  close(): Promise<void>;
};

const program = new URL('./decoder.thread.ts', import.meta.url);
const memory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 64 };
/** The longest time in ms that reading may take. It is far above what the largest update takes on a busy machine. */
const patience = 3_000;

/**
 * What people type is smaller than so many bytes. Reading takes a piece for each byte at most, so that this takes less time than to wake a
 * thread.
 */
const readHere = 512;

type Thread = { worker: Worker; answer(found: readonly Found[] | 'ended'): void };

/**
 * Reads what people wrote in a thread: bytes that hang, or that grow without end, end this thread and nothing else. What was read
 * together with them is read again, one by one.
 */
export function openDecoder(logger: Logger, silence = patience): Decoder {
  let thread: Thread | null = null;
  let deaths = 0;
  let work: Promise<unknown> = Promise.resolve();

  function start(): Thread {
    const worker = new Worker(program, { name: 'decoder', execArgv: [], resourceLimits: memory });
    worker.unref();
    const started: Thread = { worker, answer: () => {} };
    worker.on('message', (found: readonly Found[]) => started.answer(found));
    worker.on('error', error => logger.warn({ error }, 'the thread that reads documents failed'));
    worker.on('exit', () => {
      if (thread === started) thread = null;
      started.answer('ended');
    });
    return started;
  }

  async function ask(updates: readonly Uint8Array[]): Promise<readonly Found[] | 'ended'> {
    thread ??= start();
    const { worker } = thread;
    const asked = thread;
    const answer = new Promise<readonly Found[] | 'ended'>(resolve => {
      asked.answer = resolve;
    });
    worker.postMessage(updates);
    const silent = setTimeout(() => void worker.terminate(), silence);
    const found = await answer;
    clearTimeout(silent);
    if (found === 'ended') deaths += 1;
    return found;
  }

  async function read(updates: readonly Uint8Array[]): Promise<readonly Found[]> {
    const together = await ask(updates);
    if (together !== 'ended') return together;
    const found: Found[] = [];
    for (const update of updates) {
      const one = updates.length > 1 ? await ask([update]) : 'ended';
      if (one === 'ended') logger.warn({ bytes: update.length }, 'an update could not be read in time');
      found.push(one === 'ended' ? null : (one[0] ?? null));
    }
    return found;
  }

  /** What is large goes to the thread, and the rest is read here meanwhile. */
  async function readAll(updates: readonly Uint8Array[]): Promise<readonly Found[]> {
    const large = updates.filter(({ length }) => length > readHere);
    const reading = work.then(() => read(large));
    work = reading;
    const found = (await reading).values();
    return updates.map(bytes =>
      bytes.length > readHere ? (found.next().value ?? null) : readContents(bytes, limitsOfUpdates),
    );
  }

  return {
    read: async updates =>
      updates.some(({ length }) => length > readHere)
        ? readAll(updates)
        : updates.map(bytes => readContents(bytes, limitsOfUpdates)),
    deaths: () => deaths,
    async close() {
      await work;
      await thread?.worker.terminate();
    },
  };
}
