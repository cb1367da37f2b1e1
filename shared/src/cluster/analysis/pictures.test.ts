import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chances } from '../../kernel/chances.ts';
import { type Distances, distancesOf } from './distance.ts';
import { plotOf } from './plot.ts';
import { usualSettings } from './profile.ts';
import { rosterOf } from './profiles.samples.ts';
import { treeOf } from './tree.ts';

const between = (points: readonly (readonly [number, number])[]): Distances => {
  const flat = Float64Array.from(points.flatMap(([x, y]) => points.map(([a, b]) => Math.hypot(x - a, y - b))));
  return { size: points.length, flat, at: (i, j) => flat[i * points.length + j] as number, parts: () => [] };
};

test('points of a plane come back with their distances, and the farthest on each axis on its positive side', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 3, max: 20 }), (seed, size) => {
      const next = chances(seed);
      const distances = between(Array.from({ length: size }, () => [3 * next(), next()] as const));
      const points = plotOf(distances);
      points.forEach((one, i) => {
        points.forEach((two, j) => {
          expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeCloseTo(distances.at(i, j), 3);
        });
      });
      for (const axis of ['x', 'y'] as const) {
        const values = points.map(point => point[axis]);
        expect(Math.max(...values)).toBeGreaterThanOrEqual(-Math.min(...values) - 1e-6);
      }
    }),
    { numRuns: 40 },
  );
});

test('the picture does not depend on who comes first; people who are all alike are one point', () => {
  const people = rosterOf(25, 4);
  const [there, back] = [people, [...people].reverse()].map(list =>
    plotOf(distancesOf(list, usualSettings.weights, [])),
  );
  there?.forEach(({ x, y }, at) => {
    const same = back?.[people.length - 1 - at];
    expect([same?.x, same?.y]).toEqual([expect.closeTo(x, 4), expect.closeTo(y, 4)]);
  });
  expect(
    plotOf(
      between([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ),
  ).toEqual(Array(3).fill({ x: 0, y: 0 }));
  expect(plotOf(between([]))).toEqual([]);
});

/** Average linkage as its definition says, in the cube of the number of people. */
function plainHeights({ size, at }: Distances): number[] {
  let groups = Array.from({ length: size }, (_, person) => [person]);
  const heights: number[] = [];
  while (groups.length > 1) {
    const pairs = groups.flatMap((one, i) => groups.slice(i + 1).map(two => ({ one, two })));
    const mean = ({ one, two }: { one: number[]; two: number[] }) =>
      one.flatMap(i => two.map(j => at(i, j))).reduce((sum, distance) => sum + distance, 0) / one.length / two.length;
    const least = pairs.reduce((best, pair) => (mean(pair) < mean(best) ? pair : best));
    heights.push(mean(least));
    groups = [...groups.filter(group => group !== least.one && group !== least.two), [...least.one, ...least.two]];
  }
  return heights;
}

test('the tree joins what average linkage joins, at the same heights, and everybody ends in it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 14 }), (seed, size) => {
      const next = chances(seed);
      const distances = between(Array.from({ length: size }, () => [next(), next()] as const));
      const merges = treeOf(distances);
      merges.forEach(({ height }, at) => {
        expect(height).toBeCloseTo(plainHeights(distances)[at] ?? Number.NaN, 9);
      });
      expect(merges).toHaveLength(size - 1);
      expect(merges.at(-1)?.people ?? 1).toBe(size);
      const joined = merges.flatMap(({ a, b }) => [a, b]);
      expect(new Set(joined).size).toBe(joined.length);
      merges.forEach(({ a, b }, at) => {
        expect(Math.max(a, b)).toBeLessThan(size + at);
      });
    }),
    { numRuns: 60 },
  );
});
