import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBox, anyScene, idAt, noteAt, point, sceneOf } from './geometry.samples.ts';
import {
  boundsOf,
  boxOf,
  cornersOf,
  distance,
  encloses,
  lineOf,
  middleOf,
  moved,
  unionOf,
  widened,
} from './geometry.ts';
import { isAt, isLassoed, isTaken, topmostAt } from './hit.ts';
import { arrowEnds, borderTowards, isInOutline, thingBounds } from './outline.ts';
import {
  boxBetween,
  degreesTowards,
  handleAt,
  handles,
  laidAlong,
  resized,
  resizedTogether,
  turned,
} from './resize.ts';
import { byHeight } from './scene.ts';
import { Box, isBoxed, Line } from './thing.ts';

const runs = { numRuns: 150 };
const handle = fc.constantFrom(...handles);
const degrees = fc.integer({ min: -720, max: 720 });
const largeBox = anyBox.map(([left, top, width, height, turn]) => boxOf(left, top, width + 40, height + 40, turn));
const near = (one: readonly number[], other: readonly number[], by = 0.05) => {
  for (const [at, value] of one.entries()) expect(Math.abs(value - (other[at] ?? NaN))).toBeLessThanOrEqual(by);
};

describe('boxes', () => {
  test('whatever is calculated is a box and a line that a board takes', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e300, 0, -0));
    fc.assert(
      fc.property(wild, wild, wild, wild, wild, (a, b, c, d, e) => {
        expect(Box.safeParse(boxOf(a, b, c, d, e)).success).toBe(true);
        expect(Line.safeParse(lineOf([a, b], [c, d])).success).toBe(true);
      }),
    );
  });

  test('turned and turned back is where it was', () => {
    fc.assert(
      fc.property(anyBox, point, degrees, (box, around, by) => {
        const back = turned(turned(box, around, by), around, -by);
        near(back.slice(0, 4), box, 0.1);
        expect((back[4] - box[4] + 360) % 360).toBeCloseTo(0, 5);
      }),
      runs,
    );
  });

  test('moved keeps its size and its turn; all corners lie on the rim of the rectangle around it', () => {
    fc.assert(
      fc.property(anyBox, point, (box, way) => {
        expect(moved(box, way).slice(2)).toEqual(box.slice(2));
        const around = boundsOf(box);
        for (const corner of cornersOf(box)) expect(encloses(widened(around, 0.01), [...corner, 0, 0])).toBe(true);
      }),
      runs,
    );
  });

  test('a box between two points holds both, whichever comes first', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const box = boxBetween(from, to, 8);
        for (const end of [from, to]) expect(encloses(widened(boundsOf(box), 0.02), [...end, 0, 0])).toBe(true);
      }),
      runs,
    );
  });
});

describe('a handle that is pulled', () => {
  const opposite = (one: (typeof handles)[number]) => handles[(handles.indexOf(one) + 4) % 8] ?? one;

  test('leaves the opposite side where it is, however the box is turned, and never makes it smaller than the least', () => {
    fc.assert(
      fc.property(largeBox, handle, point, fc.boolean(), (box, which, to, keeps) => {
        const after = resized(box, which, to, { keeps, least: 20 });
        near(handleAt(after, opposite(which)), handleAt(box, opposite(which)), 0.1);
        expect(Math.min(after[2], after[3])).toBeGreaterThanOrEqual(Math.min(20, box[2], box[3]) - 0.02);
      }),
      runs,
    );
  });

  test('comes to the pointer where the box can follow', () => {
    const box = boxOf(0, 0, 100, 50, 30);
    near(handleAt(resized(box, 'se', [300, 200], { keeps: false, least: 8 }), 'se'), [300, 200]);
  });

  test('keeps proportions where that is asked for', () => {
    fc.assert(
      fc.property(largeBox, handle, point, (box, which, to) => {
        const [, , width, height] = resized(box, which, to, { keeps: true, least: 1 });
        expect(Math.abs(width / height / (box[2] / box[3]) - 1)).toBeLessThan(0.05);
      }),
      runs,
    );
  });

  test('lets several grow by one factor', () => {
    fc.assert(
      fc.property(fc.array(largeBox, { minLength: 2, maxLength: 6 }), point, (boxes, to) => {
        const whole = unionOf(boxes.map(boundsOf)) ?? [0, 0, 1, 1];
        const after = boxes.map(box => laidAlong(box, whole, resizedTogether(boxes, whole, 'se', to, { least: 1 })));
        const factors = after.map((box, at) => box[2] / (boxes[at]?.[2] ?? 1));
        const [first = 0] = factors;
        for (const [at, factor] of factors.entries())
          expect(Math.abs(factor - first) * (boxes[at]?.[2] ?? 0)).toBeLessThan(0.2 + first * 0.1);
        near((unionOf(after.map(boundsOf)) ?? []).slice(0, 2), whole.slice(0, 2), 0.1);
      }),
      runs,
    );
  });

  test('turns several round one middle: they stay as far from each other', () => {
    fc.assert(
      fc.property(fc.array(largeBox, { minLength: 2, maxLength: 4 }), degrees, (boxes, by) => {
        const whole = unionOf(boxes.map(boundsOf)) ?? [0, 0, 1, 1];
        const to = turned([...whole, 0], middleOf(whole), by);
        const after = boxes.map(box => laidAlong(box, whole, to));
        for (const [at, box] of after.entries()) {
          near(box, turned(boxes[at] ?? box, middleOf(whole), by), 0.2);
          const [one, other] = [boxes[0] ?? box, after[0] ?? box];
          expect(
            Math.abs(distance(middleOf(box), middleOf(other)) - distance(middleOf(boxes[at] ?? box), middleOf(one))),
          ).toBeLessThan(0.2);
        }
      }),
      runs,
    );
  });

  test('turns towards the pointer, by whole steps where these are asked for', () => {
    expect(degreesTowards([0, 0], [0, -10], 0)).toBe(0);
    expect(degreesTowards([0, 0], [10, 0], 0)).toBe(90);
    expect(degreesTowards([0, 0], [10, 1], 15)).toBe(90);
    expect(degreesTowards([0, 0], [-0.01, -10], 15)).toBe(0);
  });
});

describe('arrows', () => {
  test('an end that is attached lies on the border of what it is attached to; what is gone leaves the line', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        for (const arrow of scene.values()) {
          if (arrow.kind !== 'arrow') continue;
          const ends = arrowEnds(scene, arrow);
          for (const [at, id] of [arrow.from, arrow.to].entries()) {
            const [thing, end] = [id ? scene.get(id) : null, ends[at] ?? [0, 0]];
            if (!thing || !isBoxed(thing)) near(end, arrow.line.slice(at * 2, at * 2 + 2));
            else {
              const middle = middleOf(thing.at);
              const along = (part: number) =>
                isInOutline(thing, [middle[0] + (end[0] - middle[0]) * part, middle[1] + (end[1] - middle[1]) * part]);
              expect([along(0.99), along(1.01)]).toEqual([true, false]);
            }
          }
        }
      }),
      runs,
    );
  });

  test('an end at a merged note holds on to the note that it is a part of now', () => {
    const scene = sceneOf(noteAt([0, 0, 100, 100, 0], { into: idAt(1) }), noteAt([500, 0, 100, 100, 0]), {
      ...noteAt([0, 0, 1, 1, 0]),
      kind: 'arrow',
      line: [-300, 50, 0, 0],
      from: null,
      to: idAt(0),
      heads: 'end',
    } as never);
    const arrow = scene.get(idAt(2));
    expect(arrow?.kind === 'arrow' && arrowEnds(scene, arrow)[1]).toEqual([500, 50]);
  });

  test('the way out of a thing meets its border also from its very middle', () => {
    fc.assert(
      fc.property(anyBox, box => {
        const note = noteAt(box);
        if (isBoxed(note))
          expect(distance(borderTowards(note, middleOf(box)), middleOf(box))).toBeCloseTo(box[2] / 2, 3);
      }),
      runs,
    );
  });
});

describe('what is under a pointer', () => {
  test('the topmost of what is there, and no other', () => {
    fc.assert(
      fc.property(anyScene, point, (scene, at) => {
        const under = [...scene.values()].filter(thing => isAt(scene, thing, at, 4)).sort(byHeight);
        expect(topmostAt(scene, scene.values(), at, 4)).toBe(under.at(-1) ?? null);
        for (const thing of under)
          if (thing.kind !== 'frame')
            expect(encloses(widened(thingBounds(scene, thing), 4.1), [...at, 0, 0])).toBe(true);
      }),
      runs,
    );
  });

  test('a frame is there by its border and its name alone', () => {
    const scene = sceneOf({ ...noteAt([0, 0, 400, 300, 0]), kind: 'frame' } as never);
    const at = (x: number, y: number) => topmostAt(scene, scene.values(), [x, y], 4) !== null;
    expect([at(200, 150), at(2, 150), at(200, -20), at(200, -60)]).toEqual([false, true, true, false]);
  });

  test('a corner of the box of a diamond is no part of it', () => {
    const diamond = { ...noteAt([0, 0, 100, 100, 0]), kind: 'shape', shape: 'diamond', fill: 'filled' } as never;
    const scene = sceneOf(diamond);
    expect(topmostAt(scene, scene.values(), [10, 10], 0)).toBeNull();
    expect(topmostAt(scene, scene.values(), [50, 10], 0)).not.toBeNull();
  });

  test('a rectangle and a way round everything take everything', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const far = 9_000;
        const way = cornersOf([-far, -far, 2 * far, 2 * far, 0]);
        for (const thing of scene.values()) {
          expect(isTaken(scene, thing, [-far, -far, 2 * far, 2 * far])).toBe(true);
          expect(isLassoed(scene, thing, way)).toBe(true);
          expect(
            isLassoed(
              scene,
              thing,
              way.map(corner => [corner[0] + 4 * far, corner[1]] as const),
            ),
          ).toBe(false);
        }
      }),
      runs,
    );
  });
});
