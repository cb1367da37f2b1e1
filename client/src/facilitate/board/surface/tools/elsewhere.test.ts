import { type Bounds, encloses, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgeTowards } from './Elsewhere.tsx';

const far = fc.integer({ min: -20_000, max: 20_000 });
const view: Bounds = [100, 100, 1_000, 500];

test('the way to what is out of sight is shown at the edge behind which it is', () => {
  fc.assert(
    fc.property(far, far, (x, y) => {
      fc.pre(!encloses([-100, -100, 1_400, 900], [x, y, 200, 200]));
      const { across, down, degrees } = edgeTowards(view, [x, y, 200, 200]);
      const at: Point = [100 + (across / 100) * 1_000, 100 + (down / 100) * 500];
      // On the edge, and on the way from the middle.
      expect(Math.max(Math.abs(across - 50), Math.abs(down - 50))).toBeCloseTo(50);
      const way: Point = [x + 100 - 600, y + 100 - 350];
      expect((at[0] - 600) * way[1]).toBeCloseTo((at[1] - 350) * way[0], 3);
      expect(Math.sign(at[0] - 600) * Math.sign(way[0])).toBeGreaterThanOrEqual(0);
      expect(Math.cos((degrees * Math.PI) / 180) * way[0] + Math.sin((degrees * Math.PI) / 180) * way[1]).toBeCloseTo(
        Math.hypot(...way),
      );
    }),
  );
});
