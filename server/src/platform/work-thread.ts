import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { portable } from './portable-error.ts';

/** What a task can tell and hear while it runs. Both calls are also its signs of life. */
export type TaskControl = {
  /** How far it is: `done` of `total`, in whatever the task counts. May be called as often as it likes. */
  progress(done: number, total: number): void;
  /** True once nobody wants the result any more; also for tasks that never wait. */
  isCancelled(): boolean;
  /** The same for what can be given a signal. */
  signal: AbortSignal;
};

/** What a thread is given: the module whose `run` is the task, its input, and the line to who asked. */
export type Errand = { module: string; input: unknown; port: MessagePort };

/** What a thread tells while it works: how far it is, or null when it only says that it lives. */
export type Sign = { done: number; total: number } | null;

/** Signs of life are sent at most once in this many ms. */
const pace = 100;

/** Runs one task in this thread. */
export async function carryOut({ module, input, port }: Errand): Promise<unknown> {
  const control = controlOf(port);
  try {
    const { run } = (await import(module)) as { run(input: unknown, control: TaskControl): unknown };
    return await run(input, control);
  } catch (error) {
    throw portable(error);
  } finally {
    port.close();
  }
}

function controlOf(port: MessagePort): TaskControl {
  const stop = new AbortController();
  let toldAt = Number.NEGATIVE_INFINITY;
  port.on('message', () => stop.abort());

  function tell(sign: Sign, isLast = false): void {
    const now = performance.now();
    if (!isLast && now - toldAt < pace) return;
    toldAt = now;
    port.postMessage(sign);
  }

  return {
    progress: (done, total) => tell({ done, total }, done >= total),
    isCancelled() {
      // A task that never waits hears no event: it looks into the line itself.
      if (receiveMessageOnPort(port)) stop.abort();
      tell(null);
      return stop.signal.aborted;
    },
    signal: stop.signal,
  };
}
