import { afterEach, describe, expect, test } from 'vitest';
import type { run } from './testing/work.samples.ts';
import { openWorkPool, type PoolOptions, type WorkPool } from './work-pool.ts';

/**
 * The laws of the pool.
 *
 * [P1] A task runs beside the event loop: it never stalls the server.
 * [P2] A task that throws, ends its thread, hangs or outgrows its memory costs itself alone, and its failure says which it was.
 * [P3] A task that is cancelled ends, whether it listens or not; one that waits never begins.
 * [P4] What waits is bounded, and what somebody waits for goes first.
 * [P5] Threads are made when needed, replaced when they die, and given back when nothing is to be done.
 */
const module = new URL('./testing/work.samples.ts', import.meta.url);
type Tasks = { asked: typeof run; background: typeof run; brief: typeof run };

let pool: WorkPool<Tasks>;
const open = (options: Partial<PoolOptions> = {}) => {
  pool = openWorkPool<Tasks>(
    {
      asked: { module, urgency: 'asked', silence: 60_000 },
      background: { module, urgency: 'background', silence: 60_000 },
      brief: { module, urgency: 'asked', silence: 600 },
    },
    { size: 1, memory: 64, queue: 3, grace: 100, idle: 60_000, ...options },
  );
  return pool;
};
afterEach(() => pool.close());

/** Starts a task that goes on until it is stopped, and waits until it is at work. */
async function occupy(deed: 'listen' | 'wait-for-signal' | 'hang', name: keyof Tasks = 'asked') {
  const stop = new AbortController();
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>(begun => {
    ended = pool.run(name, { deed }, { signal: stop.signal, progress: () => begun() });
    ended.catch(() => begun());
  });
  return { stop: () => stop.abort(), ended };
}

describe('the pool of threads', () => {
  test('[P1] timers of the server go on while a task burns a core', async () => {
    const told: number[] = [];
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await open().run('asked', { deed: 'count', ms: 1_500 }, { progress: done => told.push(done) });
    clearInterval(timer);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1_500);
    // While it told once, the server ticked many times.
    expect(ticks).toBeGreaterThan(told.length);
  });

  test('[P2] what a task throws reaches who asked, with its stack, and the thread goes on', async () => {
    open();
    await expect(pool.run('asked', { deed: 'throw' })).rejects.toMatchObject({
      code: 'failed',
      cause: { name: 'RangeError', message: 'out of range', stack: expect.stringContaining('work.samples') },
    });
    await expect(pool.run('asked', { deed: 'throw-something-odd' })).rejects.toMatchObject({
      cause: { message: 'odd' },
    });
    expect(await pool.run('asked', { deed: 'return', value: { a: 1 } })).toEqual({ a: 1 });
    expect(pool.figures().threads).toBe(1);
  });

  test.each([
    ['exit', 'failed'],
    ['eat', 'memory'],
    ['return-a-function', 'failed'],
  ] as const)('[P2] [P5] after a task that did "%s" the next one finds a thread', async (deed, code) => {
    open();
    const waiting = [pool.run('asked', { deed }), pool.run('asked', { deed: 'return', value: 1 })];
    await expect(waiting[0]).rejects.toMatchObject({ code });
    expect(await waiting[1]).toBe(1);
  });

  test.each(['hang', 'never'] as const)('[P2] a task that gives no sign of life ("%s") is ended', async deed => {
    open();
    await expect(pool.run('brief', { deed })).rejects.toMatchObject({ code: 'silent' });
    expect(await pool.run('asked', { deed: 'return', value: 1 })).toBe(1);
  });

  test('[P2] a task that is at work longer than it may be silent goes on while it gives signs of life', async () => {
    expect(await open().run('brief', { deed: 'count', ms: 1_500 })).toBeGreaterThan(0);
  });

  test.each(['listen', 'wait-for-signal'] as const)(
    '[P3] a task that does "%s" ends when cancelled, its thread stays',
    async deed => {
      open({ grace: 60_000 });
      const { stop, ended } = await occupy(deed);
      stop();
      await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
      expect(pool.figures().threads).toBe(1);
    },
  );

  test('[P3] a task that does not listen loses its thread after the grace', async () => {
    open();
    const { stop, ended } = await occupy('hang');
    stop();
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(await pool.run('asked', { deed: 'return', value: 1 })).toBe(1);
  });

  test('[P3] a task that waits and is cancelled never begins', async () => {
    open();
    const { stop, ended } = await occupy('listen');
    const late = new AbortController();
    let hasBegun = false;
    const waiting = pool.run('asked', { deed: 'listen' }, { signal: late.signal, progress: () => (hasBegun = true) });
    late.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.run('asked', { deed: 'listen' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    stop();
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(hasBegun).toBe(false);
    expect(pool.figures()).toMatchObject({ running: 0, waiting: 0 });
  });

  test('[P4] more than the bound of each urgency do not wait, and who is asked for goes first', async () => {
    open({ queue: 3 });
    const { stop, ended } = await occupy('listen');
    const order: string[] = [];
    const enter = (name: 'asked' | 'background', value: number) =>
      pool.run(name, { deed: 'return', value }).then(() => order.push(`${name} ${value}`));
    const background = [1, 2, 3].map(value => enter('background', value));
    const asked = [1, 2, 3].map(value => enter('asked', value));
    for (const name of ['asked', 'background'] as const)
      await expect(pool.run(name, { deed: 'return', value: 4 })).rejects.toMatchObject({ code: 'busy' });
    stop();
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.all([...background, ...asked]);
    expect(order).toEqual(['asked 1', 'asked 2', 'asked 3', 'background 1', 'background 2', 'background 3']);
  });

  test('[P5] there are never more threads than its size, and none when nothing is to be done', async () => {
    open({ size: 2, queue: 20, idle: 50 });
    expect(pool.figures().threads).toBe(0);
    const most: number[] = [];
    const work = Array.from({ length: 12 }, (_, value) =>
      pool.run('asked', { deed: 'return', value }).then(() => most.push(pool.figures().threads)),
    );
    await Promise.all(work);
    expect(Math.max(...most)).toBeLessThanOrEqual(2);
    await expect.poll(() => pool.figures().threads).toBe(0);
    expect(await pool.run('asked', { deed: 'return', value: 1 })).toBe(1);
  });

  test('[P5] closing refuses what waits and what comes, and ends what runs', async () => {
    open();
    const { ended } = await occupy('hang');
    const waiting = pool.run('asked', { deed: 'return', value: 1 });
    const outcomes = Promise.allSettled([ended, waiting]);
    await pool.close();
    expect(await outcomes).toMatchObject([{ reason: { code: 'cancelled' } }, { reason: { code: 'closed' } }]);
    await expect(pool.run('asked', { deed: 'return', value: 1 })).rejects.toMatchObject({ code: 'closed' });
    expect(pool.figures()).toEqual({ threads: 0, running: 0, waiting: 0 });
  });
});
