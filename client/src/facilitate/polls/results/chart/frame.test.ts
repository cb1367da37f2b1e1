import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted } from './fitted.ts';
import { frameOf, linesOf, placed, shortened } from './frame.ts';
import { measured } from './measure.ts';
import type { Telling } from './telling.ts';

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

describe('a picture on a stage', () => {
  const telling = { frame: frameOf(900, 'stage', 'ltr', 400) } as Telling;
  const lines = (count: number) => (own: Telling) => ({ height: count * own.frame.letters.label, body: null });

  test('keeps its letters where they fit, and has smaller ones where they do not', () => {
    expect(fitted(lines(10), telling).height).toBe(220);
    const drawn = fitted(lines(22), telling);
    expect(drawn.height).toBeLessThanOrEqual(400);
    expect(drawn.height).toBeGreaterThan(300);
  });

  test('never has letters too small to be read from afar: what is higher is scrolled', () => {
    expect(fitted(lines(1_000), telling).height / 1_000).toBeGreaterThan(15);
  });
});
