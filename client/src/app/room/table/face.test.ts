import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceIn } from './face.ts';
import { leastMiddle, uprightFrom } from './plan-table.ts';

const box = fc
  .record({
    width: fc.integer({ min: leastMiddle.uprightWidth, max: 1_800 }),
    height: fc.integer({ min: leastMiddle.height, max: 1_000 }),
  })
  .filter(({ width, height }) => height >= uprightFrom || width >= leastMiddle.width);

test('who speaks has a face with its ring inside the middle, and room for words below or beside it', () => {
  fc.assert(
    fc.property(box, fc.constantFrom('picture' as const, 'initials' as const), (size, shows) => {
      const { width, height, words } = faceIn(size, shows);
      const [across, down] = [width + 18, height + 18];
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(36);
      expect(across + (words === 'beside' ? 60 : 0)).toBeLessThanOrEqual(size.width + 1);
      expect(down + (words === 'below' ? 60 : 0)).toBeLessThanOrEqual(size.height + 1);
    }),
  );
});
