import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedWords } from './cloud-layout.ts';

const boxes = fc.array(fc.record({ px: fc.integer({ min: 12, max: 60 }), letters: fc.integer({ min: 1, max: 20 }) }), {
  maxLength: 60,
  size: 'max',
});

test('no word of a cloud stands on another one or beyond the edges, none is left out, and the picture is as high as they need', () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: 280, max: 1_400 }), (list, width) => {
      const words = list.map(({ px, letters }, at) => ({
        text: `w${at}`,
        px,
        width: Math.min(width, letters * px * 0.5),
        height: px * 1.2,
      }));
      const { placed, height } = placedWords(words, width);
      expect(placed.map(({ box }) => box.text).sort()).toEqual(words.map(({ text }) => text).sort());
      const edges = placed.map(({ box, x, y }) => ({
        left: x - box.width / 2,
        right: x + box.width / 2,
        top: y - box.height / 2,
        bottom: y + box.height / 2,
      }));
      for (const [at, one] of edges.entries()) {
        expect(one.left).toBeGreaterThan(-1e-6);
        expect(one.right).toBeLessThan(width + 1e-6);
        expect(one.top).toBeGreaterThan(-1e-6);
        expect(one.bottom).toBeLessThan(height + 1e-6);
        for (const other of edges.slice(at + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          expect(Math.min(across, down)).toBeLessThan(1e-6);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('the same words give the same picture, in whatever order they come', () => {
  const words = ['water', 'jobs', 'trust'].map((text, at) => ({ text, px: 30 - at * 6, width: 90, height: 36 }));
  expect(placedWords([...words].reverse(), 400)).toEqual(placedWords(words, 400));
});
