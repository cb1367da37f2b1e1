import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTold, type Told, toldOf } from './told.ts';

const coordinate = fc.double({ min: -100_000, max: 100_000, noNaN: true });
const extent = fc.double({ min: 1, max: 90_000, noNaN: true });
const id = fc.stringMatching(/^[a-z0-9]{10}$/);
const told: fc.Arbitrary<Told> = fc.record(
  {
    at: fc.tuple(coordinate, coordinate),
    chosen: fc.array(id, { minLength: 1, maxLength: 90 }),
    drag: fc.record({ ids: fc.array(id, { maxLength: 90 }), by: fc.tuple(coordinate, coordinate) }),
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
