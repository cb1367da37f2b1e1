import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openClock } from '../media-fakes.samples.ts';
import { openAttempts } from './attempts.ts';

it('only the newest attempt is current, whatever begins and is cancelled', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('begin', 'cancel')), deeds => {
      const attempts = openAttempts(openClock().port);
      const begun: (() => boolean)[] = [];
      for (const deed of deeds) {
        if (deed === 'begin') begun.push(attempts.begin());
        else attempts.cancel();
      }
      const current = begun.filter(isCurrent => isCurrent());
      expect(current).toEqual(deeds.at(-1) === 'begin' ? [begun.at(-1)] : []);
    }),
  );
});

it('pauses double from one second to five, and begin again after a success', async () => {
  const clock = openClock();
  const attempts = openAttempts(clock.port);
  const acted: number[] = [];
  const pauseOf = async () => {
    const from = clock.port.now();
    attempts.retry(() => acted.push(clock.port.now() - from));
    await clock.pass(60_000);
  };
  for (let failures = 0; failures < 5; failures += 1) await pauseOf();
  attempts.succeeded();
  await pauseOf();
  expect(acted).toEqual([1_000, 2_000, 4_000, 5_000, 5_000, 1_000]);
});

it('an attempt that pauses is cancelled by whatever begins before its pause is over', async () => {
  const clock = openClock();
  const attempts = openAttempts(clock.port);
  let acted = 0;
  attempts.retry(() => {
    acted += 1;
  });
  expect(attempts.isPausing()).toBe(true);
  attempts.begin();
  expect(attempts.isPausing()).toBe(false);
  await clock.pass(60_000);
  expect(acted).toBe(0);
});
