import { expect, test } from 'vitest';
import { dataSize } from './data-size.ts';

test('data are counted in megabytes, and in gigabytes when these are many', () => {
  expect([0, 240_000, 18_300_000, 999_000_000, 2_340_000_000].map(bytes => dataSize(bytes, 'en-GB'))).toEqual([
    '0 MB',
    '0.2 MB',
    '18 MB',
    '999 MB',
    '2.3 GB',
  ]);
});
