import { expect, test } from 'vitest';
import { groupedBy } from './grouped.ts';

test('items come by their key, keys and items in the order in which they came', () => {
  expect([...groupedBy([3, 1, 4, 1, 5, 9], number => number % 2)]).toEqual([
    [1, [3, 1, 1, 5, 9]],
    [0, [4]],
  ]);
  expect([...groupedBy([], String)]).toEqual([]);
});
