import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf, linesOf, placed, shortened } from './frame.ts';
import { measured } from './measure.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcمياه'), minLength: 1, maxLength: 12, size: 'max' }), {
  minLength: 1,
  maxLength: 12,
  size: 'max',
});

describe('text in a chart', () => {
  test('every line fits, and nothing is lost as long as there are lines enough', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 600 }), (list, width) => {
        const lines = linesOf(list.join(' '), 15, width, 400);
        expect(lines.every(line => measured(line, 15) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
      }),
    );
  });

  test('what does not fit into the last line ends in an ellipsis, and is not wider', () => {
    fc.assert(
      fc.property(words, list => {
        const lines = linesOf(list.join(' '), 15, 80, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.every(line => measured(line, 15) <= 80)).toBe(true);
        if (linesOf(list.join(' '), 15, 80, 400).length > 2) expect(lines.at(-1)).toMatch(/…$/);
      }),
    );
    expect(shortened('Water', 15, 500)).toBe('Water');
  });

  test('from right to left, what begins at the start ends at the right edge', () => {
    expect(placed(frameOf(300, 'panel', 'ltr'), 20, 50)).toBe(20);
    expect(placed(frameOf(300, 'panel', 'rtl'), 20, 50)).toBe(230);
  });
});
