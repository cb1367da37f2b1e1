import { expect, test } from 'vitest';
import { withMore } from './floating.ts';

test('a reaction stands once with all who show it, and those that are there keep their places', () => {
  const first = withMore(withMore([], 'applause', 2), 'heart', 1);
  expect(first).toEqual([
    { reaction: 'applause', count: 2 },
    { reaction: 'heart', count: 1 },
  ]);
  expect(withMore(first, 'applause', 40)).toEqual([
    { reaction: 'applause', count: 42 },
    { reaction: 'heart', count: 1 },
  ]);
});
