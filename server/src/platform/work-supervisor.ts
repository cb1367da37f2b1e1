import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { WorkFailed, type WorkFailure } from './work-failed.ts';
import type { Errand, Sign } from './work-thread.ts';

const filename = fileURLToPath(new URL('./work-thread.ts', import.meta.url));

/** One task on its way through a thread. `silence`: the longest time in ms between two signs of life. `grace`: how long it may go on once it is cancelled. */
export type Supervised = {
  name: string;
  module: string;
  input: unknown;
  silence: number;
  grace: number;
  stop: AbortSignal;
  progress(done: number, total: number): void;
};

/** Runs a task in a free thread, and ends the thread when the task is silent or does not listen. */
export async function supervise(threads: Piscina, task: Supervised): Promise<unknown> {
  const { name, module, input, silence, grace, stop } = task;
  const { port1: line, port2: port } = new MessageChannel();
  const kill = new AbortController();
  let ending: WorkFailure | null = null;
  const endWith = (why: WorkFailure) => {
    ending ??= why;
    kill.abort();
  };
  const silent = setTimeout(endWith, silence, 'silent');
  const hear = (sign: Sign) => {
    silent.refresh();
    if (sign && !ending) task.progress(sign.done, sign.total);
  };
  line.on('message', hear);
  let patience: NodeJS.Timeout | undefined;
  const cancel = () => {
    ending ??= 'cancelled';
    line.postMessage('cancel');
    patience = setTimeout(endWith, grace, 'cancelled');
  };
  if (stop.aborted) cancel();
  else stop.addEventListener('abort', cancel, { once: true });
  try {
    const errand: Errand = { module, input, port };
    // Its types know only the newer form of this list.
    const transferList = [port] as never;
    const output: unknown = await threads.run(errand, {
      filename,
      name: 'carryOut',
      transferList,
      signal: kill.signal,
    });
    // What was told last may have come by this line later than the result by its own.
    for (let last = receiveMessageOnPort(line); last; last = receiveMessageOnPort(line)) hear(last.message);
    if (ending) throw new WorkFailed(name, ending);
    return output;
  } catch (error) {
    throw error instanceof WorkFailed ? error : new WorkFailed(name, ending ?? failureOf(error), error);
  } finally {
    clearTimeout(silent);
    clearTimeout(patience);
    stop.removeEventListener('abort', cancel);
    line.close();
  }
}

const failureOf = (error: unknown): WorkFailure =>
  (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed';
