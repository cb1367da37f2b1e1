import { describe, expect, test } from 'vitest';
import { apply, diff, type Json } from './patch.ts';

const list = (from: number, to: number): Json[] =>
  Array.from({ length: to - from }, (_, at) => items[from + at] ?? null);
const items: Json[] = Array.from({ length: 60 }, (_, at) => ({ message: at, text: 'x'.repeat(100) }));

describe('a patch', () => {
  test('is nothing between equal values, however they were made', () => {
    expect(diff({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBeNull();
    expect(diff({ a: undefined }, {})).toBeNull();
  });

  test('of a list that grew holds what was added, of one that lost its head what was lost', () => {
    expect(diff(list(0, 50), list(0, 51))).toEqual(['[', 50, 0, [items[50]]]);
    expect(diff(list(0, 50), list(2, 50))).toEqual(['[', 0, 2, []]);
  });

  test('of a window that slid over a long list holds the new end alone', () => {
    const patch = diff(list(0, 50), list(3, 53));
    expect(JSON.stringify(patch).length).toBeLessThan(500);
    expect(patch && apply(list(0, 50), patch)).toEqual(list(3, 53));
  });

  test('of one changed item holds that change', () => {
    const before = list(0, 50);
    const after = before.map((item, at) => (at === 30 ? { ...(item as object), text: 'y' } : item)) as Json[];
    expect(diff(before, after)).toEqual(['.', 30, ['{', { text: ['=', 'y'] }]]);
  });
});
