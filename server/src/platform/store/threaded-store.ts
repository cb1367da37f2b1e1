import { Worker } from 'node:worker_threads';
import { type Answer, errorOf, storeOver } from './calls.ts';
import type { ThreadData } from './sqlite-thread.ts';
import type { Store } from './store.ts';

type Caller = { resolve(result: unknown): void; reject(error: Error): void };
type Thread = {
  worker: Worker /** Resolves when it has ended, with the reason, or null when it was told to. */;
  gone: Promise<Error | null>;
};

/**
 * The store in a thread of its own: neither a flush nor a locked file holds up this one. When the thread dies, everybody
 * who waits for it is refused – what they wrote may be on disk or not, as after any failed commit – and a new one opens
 * the file. One that dies without having answered anything would die again: then the process ends and says why.
 */
export async function openThread(data: ThreadData, report: (error: Error) => void): Promise<Store> {
  const callers = new Map<number, Caller>();
  let unsent: string[] = [];
  let calls = 0;
  let status: 'open' | 'opening' | 'closed' = 'open';
  let thread = await start();
  let replacing: Promise<void> | null = null;
  let closing: Promise<void> | null = null;

  async function start(): Promise<Thread> {
    const worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
      name: 'database',
      workerData: data,
      // What this process was started with, such as a program given by `--eval`, is nothing to the thread.
      execArgv: [],
    });
    let hasAnswered = false;
    let reason: Error | null = null;
    worker.on('error', error => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    const gone = new Promise<Error | null>(resolve =>
      worker.once('exit', code => resolve(reason ?? (code === 0 ? null : new Error(`it ended with ${code}`)))),
    );
    await Promise.race([
      new Promise(resolve => worker.once('message', resolve)),
      gone.then(error => Promise.reject(error ?? new Error('it ended at once'))),
    ]);
    worker.on('message', (message: string) => {
      hasAnswered = true;
      for (const answer of JSON.parse(message) as Answer[]) answerCall(answer);
    });
    void gone.then(error => {
      if (status !== 'closed') replacing = replace(error, hasAnswered);
    });
    return { worker, gone };
  }

  function answerCall(answer: Answer): void {
    const caller = callers.get(answer.id);
    callers.delete(answer.id);
    if (answer.ok) caller?.resolve(answer.result);
    else caller?.reject(errorOf(answer.error));
  }

  function refuseAll(error: Error): void {
    for (const { reject } of callers.values()) reject(error);
    callers.clear();
    unsent = [];
  }

  async function replace(cause: Error | null, hasAnswered: boolean): Promise<void> {
    const died = new Error('the thread of the database died', { cause });
    status = 'opening';
    refuseAll(died);
    try {
      if (!hasAnswered) throw died;
      report(died);
      thread = await start();
      status = 'open';
      send();
    } catch (error) {
      status = 'closed';
      refuseAll(died);
      // Nobody can be served any more. Whoever watches the process starts it again.
      setImmediate(() => {
        throw new Error('the database cannot be opened again', { cause: error });
      });
    }
  }

  function send(): void {
    if (status !== 'open' || unsent.length === 0) return;
    thread.worker.postMessage(`[${unsent.join(',')}]`);
    unsent = [];
  }

  const { health, ...parts } = storeOver(async (part, name, args) => {
    if (status === 'closed') throw new Error('the database is closed');
    calls += 1;
    const id = calls;
    // What is called in one turn goes in one message.
    if (unsent.push(JSON.stringify({ id, part, name, args })) === 1) queueMicrotask(send);
    return new Promise((resolve, reject) => callers.set(id, { resolve, reject }));
  });

  async function close(): Promise<void> {
    await replacing;
    if (status === 'closed') return;
    send();
    status = 'closed';
    thread.worker.postMessage('close');
    const error = await thread.gone;
    refuseAll(new Error('the database is closed'));
    if (error) throw error;
  }

  return {
    ...parts,
    probe: health.probe,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
