import { expect, test } from 'vitest';
import { count, dataUse, meterFrom } from './data-meter.ts';

test('bytes add up over connections that begin again', () => {
  let meter = meterFrom(0);
  meter = count(meter, 1_000, { media: 1_000, signalling: 50 });
  meter = count(meter, 2_000, { media: 1_500, signalling: 60 });
  expect(dataUse(meter, 2_000).bytes).toBe(1_560);
  // After joining again the counter is lower than before.
  meter = count(meter, 3_000, { media: 200, signalling: 60 });
  expect(dataUse(meter, 3_000).bytes).toBe(1_760);
});

test('the rate is unknown before ten seconds, and is that of the last minute', () => {
  let meter = meterFrom(0);
  let media = 0;
  const run = (from: number, to: number, each: number) => {
    for (let second = from; second <= to; second += 1) {
      media += each;
      meter = count(meter, second * 1_000, { media });
    }
  };
  run(1, 9, 1_000);
  expect(dataUse(meter, 9_000).perHour).toBeNull();
  run(10, 120, 1_000);
  expect(dataUse(meter, 120_000).perHour).toBe(3_600_000);
  run(121, 200, 100);
  expect(dataUse(meter, 200_000)).toEqual({ bytes: media, perHour: 360_000 });
});
