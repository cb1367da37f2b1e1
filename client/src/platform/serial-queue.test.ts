import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { openSerialQueue } from './serial-queue.ts';

afterEach(() => void vi.restoreAllMocks());

it('work runs in order and never at once, and a failure stops only itself', async () => {
  const steps = fc.array(fc.record({ turns: fc.nat(5), fails: fc.boolean() }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async works => {
      const queue = openSerialQueue('test', 'AbortError');
      const begun: number[] = [];
      let running = 0;
      let most = 0;
      const work = (at: number) => async () => {
        begun.push(at);
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < (works[at]?.turns ?? 0); turn += 1) await Promise.resolve();
        running -= 1;
        if (works[at]?.fails) throw new DOMException('no', 'AbortError');
      };
      await Promise.all(works.map((_, at) => queue(work(at))));
      expect(begun).toEqual(works.map((_, at) => at));
      expect(most).toBeLessThanOrEqual(1);
    }),
  );
});

it('a failure that nobody expects is reported under the code of the queue', async () => {
  const noted = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const fault = new Error('defect');
  await openSerialQueue('device')(() => Promise.reject(fault));
  expect(noted.mock.calls).toEqual([['multaqa device', fault]]);
});
