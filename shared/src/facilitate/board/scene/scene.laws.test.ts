import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aligned, alignments, distributed } from './arrange.ts';
import {
  framesAfter,
  frameUnder,
  grouped,
  inFrame,
  movedTogether,
  movingWith,
  ungrouped,
  withGroups,
} from './company.ts';
import type { ThingChange } from './edits.ts';
import { anyBox, anyScene, idAt, noteAt, point, sceneOf, someIds } from './geometry.samples.ts';
import { type Bounds, boundsOf, overlap, unionOf } from './geometry.ts';
import { heights, inOrder, onTop, reordered } from './order.ts';
import { thingBounds } from './outline.ts';
import { blockOf, freePlace } from './places.ts';
import { frameOf, inReadingOrder } from './reading.ts';
import { byHeight, type Scene } from './scene.ts';
import { snap } from './snap.ts';
import { isBoxed, type Thing, type ThingId } from './thing.ts';

const runs = { numRuns: 150 };
const after = (scene: Scene, changes: ReadonlyMap<ThingId, ThingChange>): Scene =>
  new Map([...scene].map(([id, thing]) => [id, { ...thing, ...changes.get(id) } as Thing]));
const sizes = (scene: Scene) => [...scene.values()].map(thing => (isBoxed(thing) ? thing.at.slice(2) : null));
const direction = fc.constantFrom('ltr' as const, 'rtl' as const);

describe('aligning and distributing', () => {
  const loose = fc
    .array(anyBox, { minLength: 3, maxLength: 8 })
    .map(boxes => sceneOf(...boxes.map(box => noteAt(box))));

  test('keeps every size and turn, moves nothing that is fixed, and nothing that was not chosen or comes along', () => {
    fc.assert(
      fc.property(anyScene, someIds, fc.constantFrom(...alignments), (scene, ids, side) => {
        for (const changes of [aligned(scene, ids, side), distributed(scene, ids, 'down')]) {
          expect(sizes(after(scene, changes))).toEqual(sizes(scene));
          const moving = movingWith(scene, withGroups(scene, ids));
          for (const id of changes.keys()) expect([moving.has(id), scene.get(id)?.fixed]).toEqual([true, false]);
        }
      }),
      runs,
    );
  });

  test('puts all on one line, and a second time changes nothing to speak of', () => {
    fc.assert(
      fc.property(loose, scene => {
        const once = after(scene, aligned(scene, scene.keys(), 'left'));
        const lefts = [...once.values()].map(thing => thingBounds(once, thing)[0]);
        expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(0.05);
      }),
      runs,
    );
  });

  test('makes the room between things the same and leaves the outer ones', () => {
    fc.assert(
      fc.property(loose, scene => {
        const once = after(scene, distributed(scene, scene.keys(), 'across'));
        const all = [...once.values()].map(thing => thingBounds(once, thing));
        all.sort((one, other) => one[0] + one[2] / 2 - other[0] - other[2] / 2);
        const gaps = all.slice(1).map((bounds, at) => bounds[0] - (all[at]?.[0] ?? 0) - (all[at]?.[2] ?? 0));
        // Where things overlap much, a wide one may pass another: what is promised is the same room between them in their old order.
        if (gaps.every(gap => gap >= 0)) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.1);
      }),
      runs,
    );
  });
});

describe('groups and frames', () => {
  test('things of one group are chosen together; dissolved, each is alone', () => {
    fc.assert(
      fc.property(anyScene, someIds, (scene, ids) => {
        const chosen = withGroups(scene, ids);
        expect(withGroups(scene, chosen)).toEqual(chosen);
        const together = after(scene, grouped(scene, ids, 'newgroupaa'));
        const one = [...together.values()].find(({ group }) => group === 'newgroupaa');
        if (one) expect(withGroups(together, [one.id]).size).toBe(grouped(scene, ids, 'newgroupaa').size);
        const apart = after(scene, ungrouped(scene, ids));
        for (const id of chosen) expect(apart.get(id)?.group).toBeNull();
      }),
      runs,
    );
  });

  test('what lies in a frame moves with it, by the same way; what is fixed stays', () => {
    fc.assert(
      fc.property(anyScene, someIds, point, (scene, ids, way) => {
        const then = after(scene, movedTogether(scene, ids, way));
        for (const id of ids) {
          const frame = scene.get(id);
          if (frame?.kind !== 'frame' || frame.fixed) continue;
          for (const thing of inFrame(scene, id)) {
            const [from, to] = [thing, then.get(thing.id)];
            if (!to || !isBoxed(from) || !isBoxed(to)) continue;
            expect(Math.abs(to.at[0] - from.at[0] - (thing.fixed ? 0 : way[0]))).toBeLessThan(0.02);
          }
        }
      }),
      runs,
    );
  });

  test('a thing lies in the topmost frame under its middle; a frame lies in none; its company stays', () => {
    const frame = { ...noteAt([0, 0, 500, 500, 0]), kind: 'frame' } as Thing;
    const scene = sceneOf(
      frame,
      { ...frame, z: 2 },
      noteAt([100, 100, 50, 50, 0]),
      noteAt([900, 0, 9, 9, 0], { frame: idAt(0) }),
    );
    expect(frameUnder(scene, [100, 100, 50, 50])).toBe(idAt(1));
    expect(framesAfter(scene, scene.keys())).toEqual(new Map([[idAt(2), { frame: idAt(1) }]]));
    expect(framesAfter(scene, [idAt(3)])).toEqual(new Map([[idAt(3), { frame: null }]]));
  });
});

describe('the order of heights', () => {
  test('is total: any two things are one above the other, and never both', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        for (const one of scene.values())
          for (const other of scene.values())
            expect(Math.sign(byHeight(one, other)) + Math.sign(byHeight(other, one))).toBe(0);
        for (const one of scene.values()) expect(one.z).toBeLessThan(onTop(scene));
      }),
      runs,
    );
  });

  test('front is above, back below everything of its layer; the chosen and the others keep their order among themselves', () => {
    fc.assert(
      fc.property(anyScene, someIds, fc.constantFrom(...heights), (scene, ids, height) => {
        const [before, then] = [inOrder(scene), inOrder(after(scene, reordered(scene, ids, height)))];
        for (const isChosen of [true, false])
          for (const isFrame of [true, false]) {
            const part = (all: Thing[]) =>
              all
                .filter(({ id, kind }) => ids.includes(id) === isChosen && (kind === 'frame') === isFrame)
                .map(({ id }) => id);
            expect(part(then)).toEqual(part(before));
          }
        const layer = then.filter(({ kind }) => kind !== 'frame');
        const end = height === 'front' ? layer.at(-1) : layer[0];
        const isAmong = layer.some(({ id }) => ids.includes(id));
        if (isAmong && (height === 'front' || height === 'back')) expect(ids).toContain(end?.id);
      }),
      runs,
    );
  });

  test('a thousand steps up and down never lose the order for want of numbers', () => {
    let scene = sceneOf(...Array.from({ length: 4 }, (_, at) => noteAt([0, 0, 9, 9, 0], { z: at })));
    for (let step = 0; step < 1_000; step += 1)
      scene = new Map(after(scene, reordered(scene, [idAt(step % 2)], step % 3 === 0 ? 'up' : 'down')));
    const numbers = inOrder(scene).map(({ z }) => z);
    expect(new Set(numbers).size).toBe(4);
    expect(inOrder(after(scene, reordered(scene, [idAt(3)], 'back')))[0]?.id).toBe(idAt(3));
  });

  test('one step passes exactly the next one', () => {
    const scene = sceneOf(...[1, 2, 3].map(z => noteAt([0, 0, 9, 9, 0], { z })));
    const order = (changes: ReadonlyMap<ThingId, ThingChange>) =>
      inOrder(after(scene, changes)).map(({ id }) => Number(id));
    expect(order(reordered(scene, [idAt(0)], 'up'))).toEqual([1, 0, 2]);
    expect(order(reordered(scene, [idAt(2)], 'down'))).toEqual([0, 2, 1]);
    expect(order(reordered(scene, [idAt(0)], 'down'))).toEqual([0, 1, 2]);
  });
});

describe('reading order', () => {
  test('has everything once, whatever frames say, and does not depend on who came first', () => {
    fc.assert(
      fc.property(anyScene, direction, (scene, way) => {
        const read = inReadingOrder(scene, way);
        expect(new Set(read)).toEqual(new Set(scene.values()));
        expect(read.length).toBe(scene.size);
        expect(inReadingOrder(new Map([...scene].reverse()), way)).toEqual(read);
        for (const [at, thing] of read.entries()) {
          const frame = frameOf(scene, thing);
          if (frame) expect(read.findIndex(({ id }) => id === frame)).toBeLessThan(at);
        }
      }),
      runs,
    );
  });

  test('rows are read in the direction of the language', () => {
    const boxes = [
      [0, 0],
      [300, 10],
      [0, 300],
      [300, 290],
    ].map(([x = 0, y = 0]) => noteAt([x, y, 200, 200, 0]));
    const order = (way: 'ltr' | 'rtl') => inReadingOrder(sceneOf(...boxes), way).map(({ id }) => Number(id));
    expect([order('ltr'), order('rtl')]).toEqual([
      [0, 1, 2, 3],
      [1, 0, 3, 2],
    ]);
  });
});

describe('places', () => {
  const rectangles = fc.array(anyBox.map(boundsOf), { maxLength: 30 });

  test('a free place overlaps nothing that is there', () => {
    fc.assert(
      fc.property(rectangles, point, direction, (taken, wanted, way) => {
        const [left, top] = freePlace(taken, [200, 200], wanted, { gap: 20, direction: way });
        for (const one of taken) expect(overlap(one, [left, top, 200, 200])).toBe(false);
      }),
      runs,
    );
  });

  test('a block of places overlaps itself nowhere, and is mirrored for rtl', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), count => {
        const places = blockOf(count, [200, 150], 20, 'ltr');
        const boxes = places.map(([x, y]): Bounds => [x, y, 200, 150]);
        for (const [at, one] of boxes.entries())
          for (const other of boxes.slice(at + 1)) expect(overlap(one, other)).toBe(false);
        const [, , width = 0, height = 0] = unionOf(boxes) ?? [];
        if (count > 8) expect(Math.max(width / height, height / width)).toBeLessThan(2);
        const [first] = blockOf(count, [200, 150], 20, 'rtl');
        expect(first?.[0]).toBe(width - 200);
      }),
      runs,
    );
  });

  test('what snaps lies in line with a neighbour by less than the reach, and a guide shows it', () => {
    fc.assert(
      fc.property(anyBox.map(boundsOf), rectangles, (moving, neighbours) => {
        const { by, guides } = snap(moving, neighbours, 8);
        for (const way of by) expect(Math.abs(way)).toBeLessThanOrEqual(8);
        if (by[0] !== 0) expect(guides.some(({ axis }) => axis === 'x')).toBe(true);
        if (by[1] !== 0) expect(guides.some(({ axis }) => axis === 'y')).toBe(true);
        const again = snap([moving[0] + by[0], moving[1] + by[1], moving[2], moving[3]], neighbours, 8);
        if (guides.length === 2) expect(Math.hypot(...again.by)).toBeLessThan(0.01);
      }),
      runs,
    );
  });
});
