import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Carry, letGo, taken, towardsNext } from './carry.ts';
import { anyBox, anyScene, point, someIds } from './geometry.samples.ts';
import { boundsOf, unionOf } from './geometry.ts';
import type { Scene } from './scene.ts';
import { Box, isBoxed, Line, type ThingId } from './thing.ts';

const runs = { numRuns: 120 };
const hand: fc.Arbitrary<(scene: Scene, ids: readonly ThingId[]) => Carry> = fc.oneof(
  point.map(by => (_: Scene, ids: readonly ThingId[]) => ({ ids, by })),
  anyBox.map(box => (scene: Scene, ids: readonly ThingId[]) => ({ ids, whole: aroundOf(scene, ids), box })),
  fc
    .tuple(point, fc.constantFrom('from' as const, 'to' as const))
    .map(([at, end]) => (_: Scene, ids: readonly ThingId[]) => ({ ids: ids.slice(0, 1), end, at, hold: null })),
);

function aroundOf(scene: Scene, ids: readonly ThingId[]) {
  const boxes = ids.flatMap(id => {
    const thing = scene.get(id);
    return thing && isBoxed(thing) ? [boundsOf(thing.at)] : [];
  });
  return unionOf(boxes) ?? ([0, 0, 1, 1] as const);
}

describe('what somebody has in hand', () => {
  test('is let go as something that a board takes, whatever is done with it, and changes nothing but places', () => {
    fc.assert(
      fc.property(anyScene, someIds, hand, (scene, ids, makes) => {
        for (const change of letGo(scene, makes(scene, ids)).values()) {
          const {
            at,
            line,
            from: _,
            to: __,
            ...others
          } = { at: undefined, line: undefined, from: null, to: null, ...change };
          expect(Box.optional().safeParse(at).success && Line.optional().safeParse(line).success).toBe(true);
          expect(others).toEqual({});
        }
      }),
      runs,
    );
  });

  test('changes no box before the hand has moved', () => {
    fc.assert(
      fc.property(anyScene, someIds, hand, (scene, ids, makes) => {
        for (const [id, change] of letGo(scene, taken(scene, makes(scene, ids)))) {
          const thing = scene.get(id);
          if (!thing || !isBoxed(thing)) continue;
          for (const [place, value] of ((change as { at?: Box }).at ?? thing.at).entries())
            expect(Math.abs(value - (thing.at[place] ?? Number.NaN))).toBeLessThan(0.02);
        }
      }),
      runs,
    );
  });

  test('arrives at the last word, by frames that come nearer each time', () => {
    fc.assert(
      fc.property(anyScene, someIds, hand, (scene, ids, makes) => {
        const to = makes(scene, ids);
        let at = taken(scene, to);
        for (let frame = 0; frame < 60; frame += 1) at = towardsNext(at, to, 0.34);
        expect(at).toBe(to);
      }),
      runs,
    );
  });
});
