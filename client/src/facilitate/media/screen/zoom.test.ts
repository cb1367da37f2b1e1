import { describe, expect, test } from 'vitest';
import { fitted, fittedSize, held, mostScale, panned, pinched, zoomedAt } from './zoom.ts';

const frame = { width: 1000, height: 500 };
const picture = { width: 1920, height: 1080 };

/** Which place of the picture lies under a point of the frame, both measured from their centres. */
const under = ({ scale, x, y }: typeof fitted, point: { x: number; y: number }) => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

describe('a shared screen', () => {
  test('is never cropped when it is fitted', () => {
    expect(fittedSize(frame, { width: 1600, height: 1000 })).toEqual({ width: 800, height: 500 });
    expect(fittedSize({ width: 300, height: 900 }, picture).width).toBe(300);
    expect(fittedSize(frame, { width: 0, height: 0 })).toEqual(frame);
  });

  test('keeps what lies under the finger there while it grows and shrinks', () => {
    const finger = { x: 120, y: -60 };
    const grown = zoomedAt(fitted, 4, finger, frame, picture);
    expect(under(grown, finger).x).toBeCloseTo(under(fitted, finger).x);
    expect(under(grown, finger).y).toBeCloseTo(under(fitted, finger).y);
    const more = zoomedAt(grown, 1.5, { x: -40, y: 10 }, frame, picture);
    expect(under(more, { x: -40, y: 10 }).x).toBeCloseTo(under(grown, { x: -40, y: 10 }).x);
  });

  test('cannot be lost beyond the edges', () => {
    const large = zoomedAt(fitted, 2, { x: 0, y: 0 }, frame, picture);
    const far = panned(large, { x: 99_999, y: -99_999 }, frame, picture);
    const whole = fittedSize(frame, picture);
    expect(far).toEqual({
      scale: 2,
      x: (whole.width * 2 - frame.width) / 2,
      y: -(whole.height * 2 - frame.height) / 2,
    });
  });

  test('stays in the middle while all of it is seen', () => {
    expect(panned(fitted, { x: 300, y: 200 }, frame, picture)).toEqual(fitted);
    expect(zoomedAt({ scale: 3, x: 400, y: 300 }, 0.01, { x: 200, y: 0 }, frame, picture)).toEqual(fitted);
  });

  test('grows no further than it can be read', () => {
    expect(zoomedAt(fitted, 1_000, { x: 0, y: 0 }, frame, picture).scale).toBe(mostScale);
    expect(held({ scale: 0, x: 0, y: 0 }, frame, picture)).toEqual(fitted);
  });

  test('follows two fingers that spread and wander', () => {
    const before = [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ] as const;
    const after = [
      { x: -90, y: 20 },
      { x: 110, y: 20 },
    ] as const;
    const start = zoomedAt(fitted, 2, { x: 0, y: 0 }, frame, picture);
    const end = pinched(start, before, after, frame, picture);
    expect(end.scale).toBeCloseTo(4);
    expect(under(end, { x: 10, y: 20 }).x).toBeCloseTo(under(start, { x: 0, y: 0 }).x);
    expect(under(end, { x: 10, y: 20 }).y).toBeCloseTo(under(start, { x: 0, y: 0 }).y);
    expect(pinched(start, [before[0], before[0]], after, frame, picture).scale).toBe(2);
  });
});
