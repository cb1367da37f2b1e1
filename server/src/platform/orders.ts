import type { Clock } from './clock.ts';
import type { Job, Standing, Store } from './store/store.ts';

/** Carries out one kind of order; it may run twice, so repeating it must be harmless. A rejection brings it back later. */
export type OrderHandler = (data: Job['data'], key: string, signal: AbortSignal) => Promise<void>;

/** What an order can throw when trying again would change nothing; its message becomes the reason. */
export class Futile extends Error {}

export type Orders = {
  /** Stores the order first, then begins; placing the same key again changes nothing. */
  place(kind: string, key: string, data: Job['data']): Promise<void>;
  /** Ends an order wherever it runs; false when it has ended already. */
  cancel(key: string): Promise<boolean>;
  find(key: string): Promise<Standing | null>;
  /** Stops what runs and leaves it to the next process, as if it had not been begun. */
  close(): Promise<void>;
};

export type OrderPorts = {
  jobs: Store['jobs'];
  handlers: Record<string, OrderHandler>;
  clock: Clock;
  /** Orders that run here at a time. */
  atOnce: number;
  /** Writes to the log why an attempt failed, or why the queue does, and returns the reference that this stands under. */
  report(error: unknown, what: string, job?: Job): string;
};

/** An order is taken over by another process after so many ms without a word from its own. */
const hold = 30_000;
/** Its process says so often, in ms, that it is still at work. */
const beat = hold / 3;
/** Times that an order is begun, counting those that ended with their process. */
const attemptsAtMost = 5;

/** Waiting times after a failure: 1 second, then four times as long each, so that the last is about a minute. */
const retryAfter = (attempts: number): number => 1_000 * 4 ** (attempts - 1);

/** Carries out heavy work that was ordered for good: here and after every restart, apart from mail. */
export function startOrders({ jobs, handlers, clock, atOnce, report }: OrderPorts): Orders {
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>();
  let looking: Promise<void> = Promise.resolve();
  let cancel = () => {};
  let isOpen = true;

  const wake = () => {
    cancel();
    if (!isOpen) return;
    looking = looking.then(look).catch(error => {
      report(error, 'orders could not be read');
    });
    cancel = clock.at(clock.now() + beat, wake);
  };

  async function look(): Promise<void> {
    const places = atOnce - running.size;
    if (!isOpen || places <= 0) return;
    for (const job of await jobs.claim('work', clock.now(), hold, places)) {
      const earlier = running.get(job.key);
      if (!earlier) begin(job);
      else {
        // This process could not say in time that it is at work: that run ends before another begins.
        earlier.stop.abort();
        await jobs.giveBack(job);
      }
    }
  }

  function begin(job: Job): void {
    const stop = new AbortController();
    const ended = carryOut(job, stop)
      .catch(error => {
        report(error, 'an order could not be ended', job);
      })
      .finally(() => {
        running.delete(job.key);
        wake();
      });
    running.set(job.key, { stop, ended });
  }

  async function carryOut(job: Job, stop: AbortController): Promise<void> {
    const { key, kind, data, attempts } = job;
    const rest = keep(job, stop);
    try {
      if (attempts > attemptsAtMost) throw new Futile('attempts');
      const handler = handlers[kind];
      if (!handler) throw new Futile('unknown');
      await handler(data, key, stop.signal);
      await jobs.done(key);
    } catch (error) {
      if (stop.signal.aborted) await jobs.giveBack(job);
      else await endAfter(job, error);
    } finally {
      rest();
    }
  }

  async function endAfter(job: Job, error: unknown): Promise<void> {
    const isLast = error instanceof Futile || job.attempts >= attemptsAtMost;
    const reference = report(error, isLast ? 'an order has failed' : 'an order will be tried again', job);
    if (isLast) await jobs.end(job.key, 'failed', `${error instanceof Futile ? error.message : 'fault'} ${reference}`);
    else await jobs.retryAt(job, clock.now() + retryAfter(job.attempts));
  }

  /** Says again and again that the order is at work; stops it once it is somebody else's or has ended. Returns how to rest. */
  function keep(job: Job, stop: AbortController): () => void {
    let off = () => {};
    let isOver = false;
    const next = () => {
      off = clock.at(clock.now() + beat, () => {
        jobs
          .keep(job, clock.now() + hold)
          .then(isOurs => {
            if (!isOurs) stop.abort();
          })
          .catch(error => {
            report(error, 'an order could not be kept', job);
          })
          .finally(() => {
            if (!isOver && !stop.signal.aborted) next();
          });
      });
    };
    next();
    return () => {
      isOver = true;
      off();
    };
  }

  wake();
  return {
    async place(kind, key, data) {
      await jobs.add({ queue: 'work', key, kind, data, due: clock.now() });
      wake();
    },
    async cancel(key) {
      const hasEnded = await jobs.end(key, 'cancelled', null);
      running.get(key)?.stop.abort();
      return hasEnded;
    },
    find: jobs.find,
    async close() {
      isOpen = false;
      cancel();
      await looking;
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
