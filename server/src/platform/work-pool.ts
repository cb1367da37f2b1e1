import { Piscina } from 'piscina';
import { openTurns, type Urgency } from './turns.ts';
import { WorkFailed } from './work-failed.ts';
import { supervise } from './work-supervisor.ts';
import type { TaskControl } from './work-thread.ts';

/** A task. Input and output are copied between threads, so that they hold data alone. */
export type Task<Input, Output> = (input: Input, control: TaskControl) => Output | Promise<Output>;

/** The tasks of a pool, by name. */
export type TaskTypes = Record<string, Task<never, unknown>>;

/** Where each task is found and how it is treated. */
export type TaskList<Tasks extends TaskTypes> = { readonly [Name in keyof Tasks]: TaskSpec };

export type TaskSpec = {
  /** The module whose `run` is the task. */
  module: URL;
  urgency: Urgency;
  /** The longest time in ms between two signs of life of the task; a thread that stays silent longer is ended. */
  silence: number;
};

export type RunOptions = { signal?: AbortSignal; progress?(done: number, total: number): void };

export type WorkPool<Tasks extends TaskTypes> = {
  /** Runs a task in a thread; rejects with a `WorkFailed`. */
  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Parameters<Tasks[Name]>[0],
    options?: RunOptions,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  figures(): { threads: number; running: number; waiting: number };
  /** Refuses what waits, cancels what runs, and resolves when every thread has ended. */
  close(): Promise<void>;
};

export type PoolOptions = {
  /** Threads at most; each is made when it is needed. */
  size: number;
  /** Heap of one thread in MB. What lies outside the heap, such as buffers, is not counted. */
  memory: number;
  /** Tasks of one urgency that may wait. */
  queue: number;
  /** How long a cancelled task may go on, in ms; then its thread is ended. */
  grace: number;
  /** A thread without work is given back after so many ms. */
  idle: number;
};

/** Heavy work beside the event loop: a task that throws, hangs or outgrows its memory costs itself alone. */
export function openWorkPool<Tasks extends TaskTypes>(
  tasks: TaskList<Tasks>,
  { size, memory, queue, grace, idle }: PoolOptions,
): WorkPool<Tasks> {
  const threads = new Piscina({
    minThreads: 0,
    maxThreads: size,
    idleTimeout: idle,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    recordTiming: false,
    // Elsewhere than on Linux it would slow the whole process down.
    niceIncrement: process.platform === 'linux' ? 10 : 0,
  });
  // Piscina's own queue stays empty: what waits there for a thread that dies waits for ever.
  const turns = openTurns(size, queue);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  async function run(name: keyof Tasks & string, input: unknown, options: RunOptions = {}): Promise<unknown> {
    const { signal, progress = () => {} } = options;
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    const { module, urgency, silence } = tasks[name];
    const turn = await turns.take(urgency, stop);
    if (turn === 'full') throw new WorkFailed(name, 'busy');
    if (turn === 'stopped') throw new WorkFailed(name, closing.signal.aborted ? 'closed' : 'cancelled');
    const work = supervise(threads, { name, module: module.href, input, silence, grace, stop, progress });
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
      turns.end();
    }
  }

  return {
    // What each task returns stands in the list of tasks.
    run: (...order) => run(...order) as Promise<never>,
    figures: () => ({ threads: threads.threads.length, running: turns.taken(), waiting: turns.waiting() }),
    async close() {
      closing.abort();
      await Promise.allSettled(running);
      await threads.destroy();
    },
  };
}
