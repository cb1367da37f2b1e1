import { background } from './background.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import type { Job, Store } from './store/store.ts';

/** Carries out one kind of job; it may run twice, so repeating it must be harmless. A rejection brings it back later. */
export type JobHandlers = Record<string, (data: Job['data'], key: string) => Promise<void>>;

export type Outbox = {
  /** Stores the job first, then begins; ordering the same key again changes nothing. */
  add(kind: string, key: string, data: Job['data']): Promise<void>;
  close(): Promise<void>;
};

const minute = 60_000;

/** Waiting times after a failure: 1 minute, doubled up to 6 hours. */
const retryAfter = (attempts: number): number => Math.min(6 * 60 * minute, minute * 2 ** Math.max(0, attempts - 1));

/** Works through stored mail, here and after every restart. */
export function startOutbox(jobs: Store['jobs'], handlers: JobHandlers, clock: Clock, logger: Logger): Outbox {
  let work: Promise<void> = Promise.resolve();
  let cancel = () => {};
  let isOpen = true;

  const wake = () => {
    cancel();
    work = background(logger, work.then(round), 'outbox failed');
    cancel = clock.at(clock.now() + minute, wake);
  };

  async function round(): Promise<void> {
    for (let due = await next(); due.length > 0; due = await next()) {
      for (const job of due) await carryOut(job);
    }
  }

  const next = async () => (isOpen ? jobs.claim('mail', clock.now(), 5 * minute, 10) : []);

  async function carryOut(job: Job): Promise<void> {
    const { key, kind, data, attempts } = job;
    try {
      await handlers[kind]?.(data, key);
      await jobs.done(key);
    } catch (error) {
      logger.warn({ error, kind, attempts }, 'job will be tried again');
      await jobs.retryAt(job, clock.now() + retryAfter(attempts));
    }
  }

  wake();
  return {
    async add(kind, key, data) {
      await jobs.add({ queue: 'mail', key, kind, data, due: clock.now() });
      wake();
    },
    async close() {
      isOpen = false;
      cancel();
      await work;
    },
  };
}
