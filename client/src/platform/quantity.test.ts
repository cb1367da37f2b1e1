import { expect, test } from 'vitest';
import { quantityIn } from './quantity.ts';

test.each([
  ['12', 12],
  ['12,000', 12_000],
  ['12.000', 12_000],
  ['12 000', 12_000],
  ['12 000', 12_000],
  ['1’200’000', 1_200_000],
  ['1.200.000', 1_200_000],
  ['1,234.5', 1_234.5],
  ['1.234,5', 1_234.5],
  ['0,125', 0.125],
  ['0.125', 0.125],
  ['3,5', 3.5],
  ['-4', -4],
  ['١٢٠٬٠٠٠', 120_000],
  ['١٢٫٥', 12.5],
  ['۱۲۰', 120],
])('%s is %d', (written, meant) => expect(quantityIn(written)).toBe(meant));

test.each(['', 'twelve', '12 people', '1,2,3', '12,00,000', '1.2.3', '--4', '.', '12a'])('%s is no number', written =>
  expect(quantityIn(written)).toBeNull(),
);
