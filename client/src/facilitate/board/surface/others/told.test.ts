import { boxOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTold, type Told, toldOf } from './told.ts';

const coordinate = fc.double({ min: -100_000, max: 100_000, noNaN: true });
const extent = fc.double({ min: 1, max: 90_000, noNaN: true });
const id = fc.stringMatching(/^[a-z0-9]{10}$/);
const many = fc.array(id, { minLength: 1, maxLength: 90 });
const box = fc
  .tuple(coordinate, coordinate, extent, extent, fc.double({ min: -400, max: 400, noNaN: true }))
  .map(([left, top, width, height, degrees]) => boxOf(left, top, width, height, degrees));
const told: fc.Arbitrary<Told> = fc.record(
  {
    at: fc.tuple(coordinate, coordinate),
    chosen: fc.array(id, { minLength: 1, maxLength: 90 }),
    carry: fc.oneof(
      fc.record({ ids: many, by: fc.tuple(coordinate, coordinate) }),
      fc.record({ ids: many, whole: fc.tuple(coordinate, coordinate, extent, extent), box }),
      fc.record({
        ...{ ids: fc.tuple(id), end: fc.constantFrom('from' as const, 'to' as const) },
        ...{ at: fc.tuple(coordinate, coordinate), hold: fc.option(id, { nil: null }) },
      }),
    ),
    view: fc.tuple(coordinate, coordinate, extent, extent),
    writes: id,
  },
  { requiredKeys: [] },
);

describe('what one tells the others at a board', () => {
  test('is never longer than a kilobyte, and is read as it was meant', () => {
    fc.assert(
      fc.property(told, said => {
        const sent = JSON.stringify({ ...toldOf(said), person: '0'.repeat(36) });
        expect(sent.length).toBeLessThanOrEqual(1_024);
        expect(readTold(JSON.parse(sent))).toEqual(JSON.parse(JSON.stringify(toldOf(said))));
      }),
    );
  });

  test('whatever somebody else’s client sends, nothing breaks', () => {
    fc.assert(
      fc.property(fc.anything(), state => {
        expect(typeof readTold(state)).toBe('object');
      }),
    );
    expect(readTold({ at: [Number.NaN, 1] })).toEqual({});
    expect(readTold({ view: [0, 0, 0, 0] })).toEqual({});
  });
});
