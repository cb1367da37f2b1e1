import type { Clock } from './clock.ts';

const day = 24 * 3_600_000;

/** Runs `act` now and once a day; `failed` hears of what it threw, and the next day it is tried again. Returns how to stop: it resolves when nothing runs any more. */
export function daily(
  act: () => Promise<unknown>,
  clock: Pick<Clock, 'now' | 'at'>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  let cancel = () => {};
  let isStopped = false;
  const run = () => {
    work = work.then(() => !isStopped && act()).catch(failed);
    cancel = clock.at(clock.now() + day, run);
  };
  run();
  return async () => {
    isStopped = true;
    cancel();
    await work;
  };
}
