import { type DataTasks, type Tasks, tasks } from './app.tasks.ts';
import type { Config } from './config.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { openFaults } from './dialogue/faults.ts';
import type { DialogueTask, LogPlace } from './dialogue/read-dialogue.ts';
import { dialogueWork } from './dialogue/work.ts';
import type { Clock } from './platform/clock.ts';
import { type Logger, newReference } from './platform/logger.ts';
import { Futile, type Orders, startOrders } from './platform/orders.ts';
import type { StoreAddress } from './platform/store/open-store.ts';
import type { Store } from './platform/store/store.ts';
import { openWorkPool, type RunOptions, type Task, type TaskSpec, type WorkPool } from './platform/work-pool.ts';

export type Work = {
  /** Runs a task in a thread, on the newest state of a dialogue. */
  onState<Name extends keyof Tasks>(
    task: Name,
    dialogue: string,
    input: Parameters<Tasks[Name]>[0]['input'],
    options: RunOptions,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Runs a task in a thread, on what it is given alone. */
  onData<Name extends keyof DataTasks>(
    task: Name,
    input: Parameters<DataTasks[Name]>[0],
    options: RunOptions,
  ): Promise<Awaited<ReturnType<DataTasks[Name]>>>;
  /** Heavy work that survives a restart; its kind is `dialogue`, its data a `DialogueOrder`. */
  orders: Orders;
  figures: WorkPool<Tasks>['figures'];
  close(): Promise<void>;
};

export type WorkOptions = {
  config: Pick<Config, 'WORK_THREADS' | 'WORK_MEMORY'>;
  address: StoreAddress;
  jobs: Store['jobs'];
  dialogues: Pick<Dialogues, 'command'>;
  clock: Clock;
  logger: Logger;
  /** What tests add: where threads find their rules, and tasks of their own. */
  rulesModule?: URL;
  moreTasks?: Record<string, TaskSpec>;
};

/** Everything that is computed beside the event loop. */
export function startWork(options: WorkOptions): Work {
  const { config, address, jobs, dialogues, clock, logger } = options;
  const all: Record<string, TaskSpec> = { ...tasks, ...options.moreTasks };
  const pool = openWorkPool<Record<string, Task<unknown, unknown>>>(all, {
    size: config.WORK_THREADS,
    memory: config.WORK_MEMORY,
    queue: 100,
    grace: 2_000,
    idle: 60_000,
  });
  const rules = options.rulesModule?.href ?? null;

  const run = (task: string, dialogue: string, input: unknown, runOptions: RunOptions) => {
    const place: LogPlace = { address, rules, dialogue };
    // What each of these returns stands in the list of tasks.
    return pool.run(task, { place, input }, runOptions) as ReturnType<DialogueTask<unknown, unknown>>;
  };
  const orders = startOrders({
    jobs,
    handlers: {
      dialogue: dialogueWork({
        dialogues,
        async run(task, dialogue, input, signal) {
          if (!Object.hasOwn(all, task)) throw new Futile('unknown');
          return run(task, dialogue, input, { signal });
        },
      }),
    },
    clock,
    atOnce: config.WORK_THREADS,
    report(error, what, job) {
      const { dialogue } = job?.data ?? {};
      if (typeof dialogue === 'string') return openFaults(logger, dialogue).log(error, what, { order: job?.key });
      const reference = newReference();
      logger.error({ error, reference, order: job?.key }, what);
      return reference;
    },
  });
  return {
    onState: (task, dialogue, input, runOptions) => run(task, dialogue, input, runOptions) as Promise<never>,
    onData: (task, input, runOptions) => pool.run(task, input, runOptions) as Promise<never>,
    orders,
    figures: pool.figures,
    async close() {
      await orders.close();
      await pool.close();
    },
  };
}
