import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  between,
  type Camera,
  fitted,
  pushed,
  resized,
  type Size,
  toBoard,
  toScreen,
  viewOf,
  zoomedAt,
  zooms,
} from './camera.ts';

const coordinate = fc.double({ min: -50_000, max: 50_000, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: zooms.least, max: zooms.most, noNaN: true }),
});
const pixel: fc.Arbitrary<Point> = fc.tuple(
  fc.double({ min: 0, max: 3_000, noNaN: true }),
  fc.double({ min: 0, max: 2_000, noNaN: true }),
);
const size: fc.Arbitrary<Size> = fc.tuple(fc.integer({ min: 200, max: 3_000 }), fc.integer({ min: 200, max: 2_000 }));

const near = (one: Point, other: Point) => {
  expect(one[0]).toBeCloseTo(other[0], 3);
  expect(one[1]).toBeCloseTo(other[1], 3);
};

describe('the camera of a board', () => {
  test('a place of the board is at one pixel, and this pixel shows that place', () => {
    fc.assert(fc.property(camera, pixel, (now, at) => near(toScreen(now, toBoard(now, at)), at)));
  });

  test('the place under the pointer stays there while one comes nearer or steps back', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 0.001, max: 50, noNaN: true }), (now, at, zoom) => {
        const next = zoomedAt(now, at, zoom);
        near(toBoard(next, at), toBoard(now, at));
        expect(next.zoom).toBeGreaterThanOrEqual(zooms.least);
        expect(next.zoom).toBeLessThanOrEqual(zooms.most);
      }),
    );
  });

  test('the board follows the finger pixel by pixel', () => {
    fc.assert(
      fc.property(camera, pixel, pixel, (now, at, by) =>
        near(toScreen(pushed(now, by), toBoard(now, at)), [at[0] + by[0], at[1] + by[1]]),
      ),
    );
  });

  test('what is to be shown is in sight, unless it is larger than one can step back', () => {
    const bounds: fc.Arbitrary<Bounds> = fc.tuple(
      coordinate,
      coordinate,
      fc.integer({ min: 1, max: 6_000 }),
      fc.integer({ min: 1, max: 4_000 }),
    );
    fc.assert(
      fc.property(bounds, size, (shown, room) => {
        const [left, top, width, height] = viewOf(fitted(shown, room), room);
        expect(left).toBeLessThanOrEqual(shown[0] + 0.01);
        expect(top).toBeLessThanOrEqual(shown[1] + 0.01);
        expect(left + width).toBeGreaterThanOrEqual(shown[0] + shown[2] - 0.01);
        expect(top + height).toBeGreaterThanOrEqual(shown[1] + shown[3] - 0.01);
      }),
    );
  });

  test('the middle stays in the middle when the screen gets another size', () => {
    fc.assert(
      fc.property(camera, size, size, (now, before, after) =>
        near(
          toBoard(resized(now, before, after), [after[0] / 2, after[1] / 2]),
          toBoard(now, [before[0] / 2, before[1] / 2]),
        ),
      ),
    );
  });

  test('a way begins where one is and ends where one goes', () => {
    fc.assert(
      fc.property(camera, camera, size, (from, to, room) => {
        near(toScreen(between(from, to, room, 0), [from.x, from.y]), [0, 0]);
        near(toScreen(between(from, to, room, 1), [to.x, to.y]), [0, 0]);
      }),
    );
  });
});
