import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Futile, type OrderHandler, type OrderPorts, type Orders, startOrders } from './orders.ts';
import { startOutbox } from './outbox.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { end, start as startProgram } from './testing/child.ts';
import { temporaryFolder } from './testing/folder.ts';

/**
 * The laws of orders.
 *
 * [O1] An order is carried out once, however often it is placed.
 * [O2] While its process says that it is at work, nobody else takes it; when the process falls silent, another does.
 * [O3] An order that fails is tried again, and ends as failed, with the reason, after five attempts or at once when that would be futile.
 * [O4] A cancelled order stops wherever it runs, and never begins again.
 * [O5] Mail never waits behind an order.
 */
const program = fileURLToPath(new URL('./testing/order-forever.ts', import.meta.url));
const beat = 10_000;

/** Time that passes when the test says so. */
function heldClock() {
  let now = Date.now();
  const timers = new Set<{ instant: number; act: () => void }>();
  return {
    now: () => now,
    monotonic: () => now,
    follow() {},
    at(instant: number, act: () => void) {
      const timer = { instant, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms: number) {
      now += ms;
      for (const timer of [...timers]) {
        if (timer.instant > now || !timers.delete(timer)) continue;
        timer.act();
      }
    },
  };
}

describe('orders', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let clock: ReturnType<typeof heldClock>;
  let store: Store;
  let open: Orders[] = [];
  let tried: { key: string; by: string }[] = [];
  let reported: string[] = [];

  beforeEach(async () => {
    temporary = temporaryFolder();
    clock = heldClock();
    store = await openStore({ kind: 'sqlite', folder: temporary.folder });
    [open, tried, reported] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(open.map(orders => orders.close()));
    await store.close();
    temporary.remove();
  });

  /** A process that takes orders. */
  function process(by: string, solve: OrderHandler, ports: Partial<OrderPorts> = {}): Orders {
    const orders = startOrders({
      jobs: store.jobs,
      handlers: {
        solve(data, key, signal) {
          tried.push({ key, by });
          return solve(data, key, signal);
        },
      },
      clock,
      atOnce: 2,
      report(error) {
        reported.push(String(error));
        return 'REF123';
      },
      ...ports,
    });
    open.push(orders);
    return orders;
  }
  const keyOf = () => `order-${Math.random()}`;
  const hang: OrderHandler = (_data, _key, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  const mine = (key: string) => tried.filter(one => one.key === key).map(({ by }) => by);
  const standing = (key: string) => expect.poll(async () => (await store.jobs.find(key))?.status);
  /** Lets time pass in small steps, so that what each step began is done before the next. */
  async function passSlowly(ms: number, holds: () => boolean = () => false) {
    for (let passed = 0; passed < ms && !holds(); passed += 1_000) {
      clock.pass(1_000);
      // Whatever this step asked of the database is answered before this is.
      for (let turn = 0; turn < 5; turn += 1) await store.probe();
      await new Promise(setImmediate);
    }
  }

  test('[O1] an order is carried out once, however often it is placed', async () => {
    const key = keyOf();
    const orders = process('first', async () => {});
    for (let round = 0; round < 3; round += 1) await orders.place('solve', key, {});
    await standing(key).toBe('done');
    await orders.place('solve', key, {});
    await passSlowly(5 * beat);
    expect(mine(key)).toEqual(['first']);
  });

  test('[O2] an order that takes long stays with its process for as long as that says that it is at work', async () => {
    const key = keyOf();
    const first = process('first', hang);
    await first.place('solve', key, {});
    await expect.poll(() => mine(key)).toEqual(['first']);
    process('second', hang);
    await passSlowly(12 * beat);
    expect(mine(key)).toEqual(['first']);
  });

  test('[O2] a process that can no longer say so loses its order to another, and stops it when it hears of that', async () => {
    const key = keyOf();
    let isCutOff = false;
    const unlessCutOff = <Answer>(answer: () => Promise<Answer>) =>
      isCutOff ? Promise.reject(new Error('cut off')) : answer();
    const jobs: Store['jobs'] = {
      ...store.jobs,
      keep: (...claim) => unlessCutOff(() => store.jobs.keep(...claim)),
      claim: (...order) => unlessCutOff(() => store.jobs.claim(...order)),
    };
    let hasStopped = false;
    const first = process(
      'first',
      (_data, _key, signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            hasStopped = true;
            reject(new Error('stopped'));
          }),
        ),
      { jobs },
    );
    await first.place('solve', key, {});
    await expect.poll(() => mine(key)).toEqual(['first']);
    isCutOff = true;
    process('second', hang);
    await passSlowly(10 * beat, () => mine(key).length > 1);
    expect(mine(key).slice(0, 2)).toEqual(['first', 'second']);
    isCutOff = false;
    await passSlowly(10 * beat, () => hasStopped);
    expect(hasStopped).toBe(true);
    await passSlowly(10 * beat);
    expect(mine(key), 'the second one keeps it').toEqual(['first', 'second']);
  });

  test('[O2] a process that takes an order again which it could not keep ends its earlier run first', async () => {
    const key = keyOf();
    const jobs: Store['jobs'] = { ...store.jobs, keep: () => Promise.reject(new Error('cut off')) };
    let [atWork, most] = [0, 0];
    const orders = process(
      'first',
      async (data, _key, signal) => {
        most = Math.max(most, ++atWork);
        await hang(data, key, signal).finally(() => --atWork);
      },
      { jobs },
    );
    await orders.place('solve', key, {});
    await passSlowly(20 * beat, () => mine(key).length > 2);
    expect(mine(key).length).toBeGreaterThan(2);
    expect(most).toBe(1);
  });

  test('[O2] after a kill -9 the order is taken again', async () => {
    const key = keyOf();
    await store.jobs.add({ queue: 'work', key, kind: 'solve', data: { size: 3 }, due: 0 });
    const victim = await startProgram(globalThis.process.execPath, [program, temporary.folder], `begun ${key}`);
    await end(victim, 'SIGKILL');
    const seen: unknown[] = [];
    process('next', async data => void seen.push(data));
    await passSlowly(10 * beat, () => seen.length > 0);
    expect(seen).toEqual([{ size: 3 }]);
    await standing(key).toBe('done');
  });

  test('[O2] a process that ends in order leaves its orders to the next, and the attempt does not count', async () => {
    const key = keyOf();
    const first = process('first', hang);
    await first.place('solve', key, {});
    await expect.poll(() => mine(key)).toEqual(['first']);
    await first.close();
    process('second', async () => {});
    await standing(key).toBe('done');
    expect(await store.jobs.find(key)).toMatchObject({ attempts: 1 });
  });

  test('[O3] an order that always fails ends with the reason after five attempts', async () => {
    const key = keyOf();
    const orders = process('first', () => Promise.reject(new Error('no solution')));
    await orders.place('solve', key, {});
    await passSlowly(600_000, () => mine(key).length >= 5);
    await standing(key).toBe('failed');
    await passSlowly(20 * beat);
    expect(mine(key)).toHaveLength(5);
    expect(await orders.find(key)).toEqual({ status: 'failed', attempts: 5, reason: 'fault REF123' });
    expect(reported.filter(text => text.includes('no solution'))).toHaveLength(5);
  });

  test('[O3] an order that ends its process each time is given up', async () => {
    const key = keyOf();
    await store.jobs.add({ queue: 'work', key, kind: 'solve', data: {}, due: 0 });
    for (let round = 0; round < 5; round += 1) {
      expect(await store.jobs.claim('work', clock.now(), 10, 1)).toHaveLength(1);
      clock.pass(10);
    }
    process('first', async () => {});
    await standing(key).toBe('failed');
    expect(mine(key)).toEqual([]);
  });

  test('[O3] what is futile is not tried again', async () => {
    const [key, strange] = [keyOf(), keyOf()];
    const orders = process('first', () => Promise.reject(new Futile('too-large')));
    await orders.place('solve', key, {});
    await orders.place('knit', strange, {});
    await standing(key).toBe('failed');
    await standing(strange).toBe('failed');
    expect(await orders.find(key)).toEqual({ status: 'failed', attempts: 1, reason: 'too-large REF123' });
    expect(await orders.find(strange)).toMatchObject({ reason: 'unknown REF123' });
  });

  test.each(['first', 'second'])('[O4] an order that the %s process cancels stops where it runs', async by => {
    const key = keyOf();
    let hasStopped = false;
    const orders = {
      first: process('first', async (_data, _key, signal) => {
        await new Promise(resolve => signal.addEventListener('abort', resolve));
        hasStopped = true;
        throw new Error('stopped');
      }),
    } as Record<string, Orders>;
    await orders.first?.place('solve', key, {});
    await expect.poll(() => mine(key)).toEqual(['first']);
    orders.second = process('second', hang);
    expect(await orders[by]?.cancel(key)).toBe(true);
    // Its own process stops it at once, the other one when it next says that it is at work.
    if (by === 'second') await passSlowly(10 * beat, () => hasStopped);
    await expect.poll(() => hasStopped).toBe(true);
    await orders.first?.place('solve', key, {});
    await passSlowly(10 * beat);
    expect(mine(key)).toEqual(['first']);
    expect(await store.jobs.find(key)).toMatchObject({ status: 'cancelled' });
    expect(await orders.first?.cancel(key)).toBe(false);
  });

  test('[O5] mail goes out while orders fill every place', async () => {
    const orders = process('first', hang);
    for (let at = 0; at < 20; at += 1) await orders.place('solve', keyOf(), {});
    await expect.poll(() => tried.length).toBe(2);
    const sent: string[] = [];
    const outbox = startOutbox(
      store.jobs,
      { letter: async (_data, key) => void sent.push(key) },
      clock,
      pino({ level: 'silent' }),
    );
    await outbox.add('letter', 'to-ben', {});
    await expect.poll(() => sent).toEqual(['to-ben']);
    await outbox.close();
    expect(tried).toHaveLength(2);
  });
});
