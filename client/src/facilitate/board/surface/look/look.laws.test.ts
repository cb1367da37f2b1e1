import { addThing, changeThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { overlap, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { byHeight } from '@multaqa/shared/facilitate/board/scene/scene';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrow, deskWith, idOf, note } from '../desk.samples.ts';

const letters = ['a', 'b', 'c', 'd', 'e'] as const;
const letter = fc.constantFrom(...letters);
const coordinate = fc.integer({ min: -900, max: 900 });
const step = fc.oneof(
  fc.record({
    ...{ do: fc.constant('put' as const), id: letter, x: coordinate, y: coordinate, z: fc.integer({ max: 9 }) },
    kind: fc.constantFrom('note' as const, 'frame' as const),
  }),
  fc.record({ do: fc.constant('join' as const), id: letter, from: letter, to: letter }),
  fc.record({ do: fc.constant('merge' as const), id: letter, to: letter }),
  fc.record({ do: fc.constant('remove' as const), id: letter }),
  fc.record({ do: fc.constant('drag' as const), id: letter, x: coordinate, y: coordinate }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function take({ doc, desk }: ReturnType<typeof deskWith>, one: Step): void {
  const id = idOf(one.id);
  const before = desk.board.scene().get(id);
  if (one.do === 'put')
    desk.board.edit(() => addThing(doc, id, { ...note(one.x, one.y, { z: one.z }), kind: one.kind } as ThingData));
  if (one.do === 'join') desk.board.edit(() => addThing(doc, id, arrow(idOf(one.from), idOf(one.to))));
  if (one.do === 'merge') desk.board.edit(() => changeThing(doc, id, { into: idOf(one.to) }));
  if (one.do === 'remove') desk.board.edit(() => removeThings(doc, [id]));
  if (one.do === 'drag' && before?.kind === 'note')
    desk.look.preview('ben', new Map([[id, { ...before, at: [one.x, one.y, 200, 200, 0] }]]));
}

describe('what a board draws', () => {
  test('whatever happens, the index finds what is in a part of the board, and heights are those of the things', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), coordinate, coordinate, (steps, x, y) => {
        const at = deskWith({});
        for (const one of steps) take(at, one);
        const { look, index, board } = at.desk;
        const scene = look.scene();
        const view = [x, y, 500, 400] as const;
        const seen = [...scene.values()].filter(
          thing => isDrawn(scene, thing) && overlap(widened(view, 16), thingBounds(scene, thing)),
        );
        expect(index.within(view).sort()).toEqual(seen.map(({ id }) => id).sort());
        for (const [id, thing] of scene) expect(scene.get(id)).toBe(thing);
        expect([...scene.values()]).toEqual([...scene.keys()].map(id => scene.get(id)));
        const byRank = [...scene.keys()].sort((one, other) => look.rank(one) - look.rank(other));
        expect(byRank).toEqual([...board.scene().values()].sort(byHeight).map(({ id }) => id));
        at.desk.close();
      }),
      { numRuns: 150 },
    );
  });

  test('who draws a thing is told when it changes, and when what it holds on to does; nobody else is', () => {
    const at = deskWith({
      [idOf('a')]: note(0, 0),
      [idOf('b')]: note(500, 0),
      [idOf('c')]: note(0, 500),
      [idOf('d')]: arrow(idOf('a'), idOf('b')),
    });
    const told: string[] = [];
    for (const one of ['a', 'b', 'c', 'd']) at.desk.look.subscribe(idOf(one), () => told.push(one));
    at.desk.board.edit(() => changeThing(at.doc, idOf('a'), { at: [10, 10, 200, 200, 0] }));
    expect(told.sort()).toEqual(['a', 'd']);
    told.length = 0;
    at.desk.board.edit(() => changeThing(at.doc, idOf('c'), { into: idOf('b') }));
    expect(told.sort()).toEqual(['b', 'c', 'd']);
    expect(at.desk.look.partsOf(idOf('b'))).toEqual([idOf('c')]);
  });

  test('what somebody drags is drawn where they drag it and is nowhere in the document', () => {
    const at = deskWith({ [idOf('a')]: note(0, 0) });
    let updates = 0;
    at.doc.on('update', () => {
      updates += 1;
    });
    take(at, { do: 'drag', id: 'a', x: 300, y: 40 });
    expect(at.desk.look.scene().get(idOf('a'))).toMatchObject({ at: [300, 40, 200, 200, 0] });
    expect(at.desk.board.scene().get(idOf('a'))).toMatchObject({ at: [0, 0, 200, 200, 0] });
    at.desk.look.preview('ben', null);
    expect(at.desk.look.scene().get(idOf('a'))).toMatchObject({ at: [0, 0, 200, 200, 0] });
    expect(updates).toBe(0);
  });

  test('only what is in sight is an element; from far nothing is but what is chosen', () => {
    const at = deskWith({ [idOf('a')]: note(0, 0), [idOf('b')]: note(50_000, 0) });
    const seen = () => at.desk.sight.now().things.map(({ id }) => id);
    expect(seen()).toEqual([idOf('a')]);
    at.desk.camera.set({ x: 49_900, y: 0, zoom: 1 });
    expect(seen()).toEqual([idOf('b')]);
    at.desk.choose([idOf('a')]);
    expect(seen()).toEqual([idOf('a'), idOf('b')]);
    at.desk.camera.set({ x: 0, y: 0, zoom: 0.1 });
    expect(at.desk.sight.now()).toMatchObject({ distance: 'far', things: [{ id: idOf('a') }] });
  });
});
