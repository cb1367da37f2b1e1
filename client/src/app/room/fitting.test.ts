import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingIn } from './fitting.ts';

const row = fc
  .record({
    lengths: fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 1, maxLength: 12 }),
    at: fc.nat(),
    room: fc.integer({ min: 180, max: 900 }),
  })
  .map(({ lengths, at, room }) => ({ lengths, needed: at % lengths.length, room, more: 44 }));

test('what must be seen is in the row, nothing stands beyond it, and nothing is put away for which there is room', () => {
  fc.assert(
    fc.property(row, ({ lengths, needed, room, more }) => {
      const shown = fittingIn({ lengths, needed, room, more });
      const used = [...shown].reduce((all, at) => all + (lengths[at] ?? 0), 0);
      const isAll = shown.size === lengths.length;
      expect(shown.has(needed)).toBe(true);
      expect(used + (isAll ? 0 : more)).toBeLessThanOrEqual(room);
      if (isAll) return;
      const next = lengths.findIndex((_, at) => !shown.has(at));
      expect(used + more + (lengths[next] ?? 0)).toBeGreaterThan(room);
      // Those that are seen besides are the first ones.
      for (const at of shown) expect(at === needed || at < next).toBe(true);
    }),
  );
});

test('where all find a place there is no way to others, and without one that must be seen the first ones are seen', () => {
  expect([...fittingIn({ lengths: [50, 50], needed: 0, room: 100, more: 44 })]).toEqual([0, 1]);
  expect([...fittingIn({ lengths: [50, 50, 50], needed: null, room: 120, more: 44 })]).toEqual([0]);
  expect([...fittingIn({ lengths: [50, 50, 50], needed: 2, room: 149, more: 44 })].sort()).toEqual([0, 2]);
});
