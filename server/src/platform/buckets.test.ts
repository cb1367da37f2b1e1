import { connectionRates } from '@multaqa/shared/limits';
import { describe, expect, test } from 'vitest';
import { openBuckets } from './buckets.ts';

describe('token buckets', () => {
  test.each(Object.entries(connectionRates))(
    '%s gives its burst, not one more, and refills with time, to the brim and not above',
    (_, size) => {
      let now = 5_000;
      const buckets = openBuckets(() => now);
      const takeAll = (key: string) => {
        let taken = 0;
        while (buckets.take(key, size)) taken += 1;
        return taken;
      };
      expect(takeAll('ben')).toBe(size.burst);
      expect(buckets.take('cleo', size)).toBe(true);
      now += 1_000 / size.perSecond;
      expect(takeAll('ben')).toBe(1);
      now += 1_000 * 3_600;
      expect(takeAll('ben')).toBe(size.burst);
    },
  );

  test('whoever comes back at any instant finds no more than time has given', () => {
    const size = { burst: 4, perSecond: 2 };
    let now = 0;
    const buckets = openBuckets(() => now);
    let [given, taken] = [size.burst, 0];
    for (const step of [0, 0, 0, 0, 0, 100, 400, 1_999, 1, 0, 700, 1_300, 2_000, 2_000, 250, 250, 250, 250]) {
      now += step;
      given = Math.min(size.burst, given + (step / 1_000) * size.perSecond);
      const isAllowed = buckets.take('ben', size);
      expect(isAllowed).toBe(given >= 1);
      if (isAllowed) {
        given -= 1;
        taken += 1;
      }
    }
    expect(taken).toBeGreaterThan(size.burst);
  });
});
