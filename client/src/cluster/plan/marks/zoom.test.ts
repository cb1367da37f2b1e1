import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, onScreen, panned, zoomed } from './zoom.ts';

const box = { width: 800, height: 500 };
const within = (length: number) => fc.double({ min: 0, max: length, noNaN: true });
const points = fc.record({ x: within(box.width), y: within(box.height) });
const steps = fc.array(
  fc.oneof(
    fc.record({ times: fc.double({ min: 0.2, max: 5, noNaN: true }), at: points }),
    fc.record({ by: fc.record({ x: fc.double({ min: -900, max: 900, noNaN: true }), y: within(900) }) }),
  ),
  { size: 'max', maxLength: 20 },
);

test('however one zooms and moves, nothing but the plane is seen', () => {
  fc.assert(
    fc.property(steps, all => {
      const zoom = all.reduce(
        (now, step) => ('by' in step ? panned(now, step.by, box) : zoomed(now, step.times, step.at, box)),
        everything,
      );
      const [start, end] = [onScreen(zoom, { x: 0, y: 0 }), onScreen(zoom, { x: box.width, y: box.height })];
      expect(Math.max(start.x, start.y)).toBeLessThanOrEqual(1e-6);
      expect(end.x).toBeGreaterThanOrEqual(box.width - 1e-6);
      expect(end.y).toBeGreaterThanOrEqual(box.height - 1e-6);
    }),
  );
});

test('what is under the pointer stays under it while it is enlarged', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 1, max: 5, noNaN: true }), (at, times) => {
      const seen = onScreen(zoomed(everything, times, at, box), at);
      expect(seen.x).toBeCloseTo(at.x, 6);
      expect(seen.y).toBeCloseTo(at.y, 6);
    }),
  );
});
