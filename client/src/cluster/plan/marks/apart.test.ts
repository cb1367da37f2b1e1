import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from './apart.ts';

const box = { width: 320, height: 340 };
const room = 25;
const coordinate = (length: number) => fc.double({ min: 0, max: length, noNaN: true });
const somewhere = fc.record({ x: coordinate(box.width), y: coordinate(box.height) });

test('marks are a finger apart and stay in the box, also when all of them belong to one point', () => {
  const crowds = fc.oneof(
    fc.array(somewhere, { size: 'max', maxLength: 40 }),
    // A row along an edge, which is where nothing pushes them out of it.
    fc.array(coordinate(box.width), { size: 'max', maxLength: 40 }).map(row => row.map(x => ({ x, y: box.height }))),
    fc.tuple(somewhere, fc.nat(40)).map(([point, count]) => Array.from({ length: count }, () => point)),
  );
  fc.assert(
    fc.property(crowds, points => {
      const placed = apart(points, box, room);
      for (const [at, one] of placed.entries()) {
        for (const other of placed.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(24);
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeLessThanOrEqual(box.height);
      }
    }),
    { numRuns: 60 },
  );
});
