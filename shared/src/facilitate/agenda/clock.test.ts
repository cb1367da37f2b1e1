import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf, endOf, extendedEnd, fitted, leastOf, minutesOf, type Planned } from './clock.ts';

const minute = 60_000;
const opened = 1_600_000_000_000;
const minutes = fc.integer({ min: 1, max: 240 });
const blocks = fc
  .array(minutes, { maxLength: 12 })
  .map(all => all.map((one, at) => ({ block: `b${at}`, minutes: one })));
const instant = fc.integer({ min: 0, max: 300 * minute }).map(ms => opened + ms);
const standing = fc.record({ endsAt: instant, ahead: blocks, closesAt: instant });
const least = (all: readonly Planned[]) => all.reduce((sum, one) => sum + leastOf(one.minutes), 0);

describe('the clock of an agenda', () => {
  test('[A3] what comes keeps its order, is made no longer, and never shorter than half of what was planned', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: -60, max: 2_000 }), (all, available) => {
        const after = fitted(all, available);
        expect(after.map(({ block }) => block)).toEqual(all.map(({ block }) => block));
        for (const [at, { minutes: now }] of after.entries()) {
          const before = all[at]?.minutes ?? 0;
          expect(now).toBeLessThanOrEqual(before);
          expect(now * 2).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test('[A3] what comes fills the time exactly wherever that is possible', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: -60, max: 2_000 }), (all, available) => {
        expect(minutesOf(fitted(all, available))).toBe(Math.max(least(all), Math.min(minutesOf(all), available)));
      }),
    );
  });

  test('[A3] what each block loses is in proportion to what it can give, to the minute', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0, max: 2_000 }), (all, available) => {
        const after = fitted(all, available);
        const lost = minutesOf(all) - minutesOf(after);
        const most = minutesOf(all) - least(all);
        for (const [at, { minutes: before }] of all.entries()) {
          const exact = most === 0 ? 0 : ((before - leastOf(before)) * lost) / most;
          expect(Math.abs(before - (after[at]?.minutes ?? 0) - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  test('[A3] the end of the session stays for as long as moving on comes no later than it hurts', () => {
    fc.assert(
      fc.property(standing, instant, (agenda, now) => {
        const { late, hurtsAt } = clockOf(agenda, now);
        expect(late === 0).toBe(Math.max(now, agenda.endsAt) <= hurtsAt);
      }),
    );
  });

  test('time that passes makes nothing longer and nothing earlier', () => {
    fc.assert(
      fc.property(standing, instant, fc.nat(90 * minute), (agenda, now, passed) => {
        const [before, after] = [clockOf(agenda, now), clockOf(agenda, now + passed)];
        expect(after.left).toBe(before.left - passed);
        expect(after.shortened).toBeGreaterThanOrEqual(before.shortened);
        expect(after.late).toBeGreaterThanOrEqual(before.late);
        expect(after.hurtsAt).toBe(before.hurtsAt);
      }),
    );
  });

  test('[A3] a block that begins gets what the rest of the session has for it', () => {
    fc.assert(
      fc.property(minutes, blocks, instant, instant, (own, ahead, closesAt, now) => {
        const block = { block: 'now', minutes: own };
        const given = (endOf(block, ahead, closesAt, now) - now) / minute;
        expect(given).toBeLessThanOrEqual(own);
        expect(given).toBeGreaterThanOrEqual(leastOf(own));
        const whole = minutesOf([block, ...ahead]) * minute;
        if (closesAt - now >= whole) expect(given).toBe(own);
      }),
    );
  });

  test('[A3] an example: five minutes more for one block, taken from two others', () => {
    const ahead = [
      { block: 'rooms', minutes: 30 },
      { block: 'harvest', minutes: 15 },
      { block: 'closing', minutes: 5 },
    ];
    const closesAt = opened + 60 * minute;
    const endsAt = extendedEnd(opened + 10 * minute, 5, opened + 8 * minute);
    expect(clockOf({ endsAt, ahead, closesAt }, opened + 8 * minute)).toEqual({
      left: 7 * minute,
      ahead: [
        { block: 'rooms', minutes: 27 },
        { block: 'harvest', minutes: 13 },
        { block: 'closing', minutes: 5 },
      ],
      shortened: 5,
      late: 0,
      hurtsAt: opened + 34 * minute,
    });
  });

  test('more time counts from now on once a block is over', () => {
    expect(extendedEnd(opened, 5, opened + 3 * minute)).toBe(opened + 8 * minute);
    expect(extendedEnd(opened, 5, opened - 3 * minute)).toBe(opened + 5 * minute);
  });
});
