import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../limits.ts';
import { type InkPoint, inkPoints, packInk, unpackInk } from './ink.ts';

const runs = { numRuns: 150 };

describe('ink', () => {
  const hand = fc.array(
    fc.tuple(
      fc.double({ min: -900, max: 900, noNaN: true }),
      fc.double({ min: -900, max: 900, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { minLength: 1, maxLength: 80 },
  );
  const awayFrom = (points: readonly InkPoint[], [x, y]: InkPoint) =>
    Math.min(...points.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y)));

  test('an unpacked stroke begins and ends where the hand did, and every point of it is one of the hand’s', () => {
    fc.assert(
      fc.property(hand, points => {
        const packed = packInk(points);
        if (!packed) throw new Error('a stroke with points is packed');
        const drawn = inkPoints(packed);
        for (const one of drawn) expect(awayFrom(points, one)).toBeLessThan(0.5);
        expect(awayFrom(points.slice(0, 1), drawn[0] ?? [1e9, 0, 0])).toBeLessThan(0.5);
        expect(awayFrom(points.slice(-1), drawn.at(-1) ?? [1e9, 0, 0])).toBeLessThan(0.5);
      }),
      runs,
    );
  });

  test('a stroke of any length finds room, and a straight one takes next to none', () => {
    const scrawl = Array.from(
      { length: 30_000 },
      (_, at): InkPoint => [(at * 37) % 801, (at * 53) % 607, (at % 16) / 15],
    );
    expect(packInk(scrawl)?.ink.length).toBeLessThanOrEqual(limits.boardInkLength);
    const straight = Array.from({ length: 500 }, (_, at): InkPoint => [at, at, 0.5]);
    expect(packInk(straight)?.ink.length).toBeLessThan(20);
    expect(packInk([[NaN, 0, 0]])).toBeNull();
  });

  test('any letters at all are read without complaint, and give numbers that can be drawn', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 300 })), letters => {
        const { points, width, height } = unpackInk(letters);
        for (const value of [width, height, ...points.flat()]) expect(Number.isFinite(value)).toBe(true);
        expect(points.length).toBeLessThanOrEqual(letters.length);
      }),
      runs,
    );
  });
});
