import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paced } from './paced.ts';

/** A clock that the test moves on. */
function openClock() {
  let time = 0;
  const waits = new Set<{ at: number; run(): void }>();
  return {
    now: () => time,
    after(ms: number, run: () => void) {
      const wait = { at: time + ms, run };
      waits.add(wait);
      return () => void waits.delete(wait);
    },
    pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const [next] = [...waits].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        time = next.at;
        waits.delete(next);
        next.run();
      }
      time = end;
    },
  };
}

const limits = { pace: 250, burst: 4 };

describe('a pace', () => {
  test('passes on few calls at once', () => {
    let runs = 0;
    const call = paced(() => runs++, limits, openClock());
    for (let at = 0; at < 4; at += 1) call();
    expect(runs).toBe(4);
  });

  test('in a rush runs no more often than it says, and always once more after the last call', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pauses, waits => {
        const clock = openClock();
        const runs: number[] = [];
        const call = paced(() => runs.push(clock.now()), limits, clock);
        for (const wait of waits) {
          clock.pass(wait);
          call();
        }
        const last = clock.now();
        clock.pass(1_000);
        expect(runs.length).toBeLessThanOrEqual(limits.burst + clock.now() / limits.pace);
        expect(runs.at(-1)).toBeGreaterThanOrEqual(last);
      }),
    );
  });

  test('that is stopped runs no more', () => {
    const clock = openClock();
    let runs = 0;
    const call = paced(() => runs++, limits, clock);
    for (let at = 0; at < 9; at += 1) call();
    call.stop();
    clock.pass(1_000);
    expect(runs).toBe(4);
  });
});
