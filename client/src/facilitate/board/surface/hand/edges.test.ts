// @vitest-environment happy-dom
import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deskWith, idOf, note } from '../desk.samples.ts';
import { atEdges, type Room, roomAfter, roomOf, speedAt } from './edges.ts';
import { moving } from './move.ts';
import type { Press } from './press.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const size = [1_000, 800] as const;
const within: fc.Arbitrary<Point> = fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 800 }));
const free: Room = [500, 400, 500, 400];

describe('the speed of the view at its edge', () => {
  test('is none in the middle, and grows towards each edge and beyond it', () => {
    expect(speedAt([500, 400], size, free)).toEqual([0, 0]);
    expect(speedAt([60, 740], size, free)).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 40 }), (x, further) => {
        const [one, other] = [speedAt([x + further, 400], size, free), speedAt([x, 400], size, free)];
        expect(other[0]).toBeLessThanOrEqual(one[0]);
        expect(other[0]).toBeLessThanOrEqual(0);
        expect(other[1]).toBe(0);
      }),
    );
  });

  test('is the same on both sides, to the right as to the left and down as up', () => {
    fc.assert(
      fc.property(within, ([x, y]) => {
        const [right, down] = speedAt([x, y], size, free);
        expect(speedAt([1_000 - x, 800 - y], size, free)).toEqual([0 - right, 0 - down]);
      }),
    );
  });

  test('is none where something was taken in hand, also at an edge, until the hand goes towards that', () => {
    fc.assert(
      fc.property(within, at => {
        const room = roomOf(at, size);
        expect(speedAt(at, size, room)).toEqual([0, 0]);
        const [x, y] = at;
        if (x > 4 && x < 900) expect(speedAt([Math.min(44, x) / 2, y], size, room)[0]).toBeLessThan(0);
        // Who has been in the middle meanwhile moves the view from the whole rim.
        expect(speedAt([20, 400], size, roomAfter(room, roomOf([500, 400], size)))[0]).toBeLessThan(0);
      }),
    );
  });
});

/** A desk with a note in hand at 150,150 or elsewhere; `at` says where the pointer is then. */
function inHand(from: readonly [number, number] = [150, 150]) {
  const { desk, doc } = deskWith({ [idOf('a')]: note(100, 100) });
  desk.choose([idOf('a')]);
  const at = (x: number, y: number): Press => ({
    ...{ pixel: [x, y], at: [x + desk.camera.now().x, y + desk.camera.now().y], kind: 'mouse', pressure: 0.5 },
    ...{ shift: false, alt: false, control: true },
  });
  const begin = at(...from);
  return { desk, doc, at, grip: atEdges(desk, begin, moving(desk, begin)) };
}

describe('a thing that is carried to the edge', () => {
  const left = (desk: ReturnType<typeof inHand>['desk'], where: 'look' | 'board') =>
    (desk[where].scene().get(idOf('a')) as { at: number[] }).at[0] ?? 0;

  test('stays under the pointer while the view moves, and is dropped where it is then', () => {
    const { desk, at, grip } = inHand();
    grip.move(at(990, 400), [], []);
    vi.advanceTimersByTime(1_000);
    const { x } = desk.camera.now();
    expect(x).toBeGreaterThan(200);
    expect(left(desk, 'look')).toBeCloseTo(x + 990 - 50, 1);
    expect(left(desk, 'board')).toBe(100);
    grip.up(at(990, 400));
    expect(left(desk, 'board')).toBeCloseTo(x + 990 - 50, 1);
    vi.advanceTimersByTime(1_000);
    expect(desk.camera.now().x).toBe(x);
  });

  test('is as before when it comes to nothing, and the view stands at once', () => {
    const { desk, at, grip } = inHand();
    grip.move(at(150, 799), [], []);
    vi.advanceTimersByTime(300);
    grip.cancel();
    const before = desk.camera.now();
    vi.advanceTimersByTime(1_000);
    expect(desk.camera.now()).toEqual(before);
    expect(before.y).toBeGreaterThan(0);
    expect(left(desk, 'look')).toBe(100);
  });

  test('moves the view no more when it is carried back', () => {
    const { desk, at, grip } = inHand();
    grip.move(at(990, 400), [], []);
    vi.advanceTimersByTime(300);
    grip.move(at(500, 400), [], []);
    const before = desk.camera.now();
    vi.advanceTimersByTime(1_000);
    expect(desk.camera.now()).toEqual(before);
  });

  test('moves the view no sooner than it has been away from the edge at which it was taken', () => {
    const { desk, at, grip } = inHand([3, 150]);
    const before = desk.camera.now();
    grip.move(at(2, 150), [], []);
    vi.advanceTimersByTime(1_000);
    expect(before.x - desk.camera.now().x).toBeLessThan(60);
    const slow = desk.camera.now().x;
    grip.move(at(500, 150), [], []);
    grip.move(at(2, 150), [], []);
    vi.advanceTimersByTime(1_000);
    expect(slow - desk.camera.now().x).toBeGreaterThan(300);
  });
});
