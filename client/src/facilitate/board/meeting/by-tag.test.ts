import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyBoard, boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { isBoxed } from '@multaqa/shared/facilitate/board/scene/thing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTag } from './by-tag.ts';

const placesOf = (notes: Parameters<typeof noteOf>[1][], direction: 'ltr' | 'rtl') => {
  const scene = readScene(boardOf(notes.map(more => noteOf('note', more))));
  const changes = byTag([...scene.values()].filter(isBoxed), direction);
  return notes.map((_, at) => changes.get(thingId(at)));
};
const at = (x: number, y: number) => ({ at: [x, y, 200, 200, 0] as [number, number, number, number, number] });

test('things stand in columns by their first tag, the largest first, those without one last, both ways round', () => {
  const notes = [
    { ...at(0, 0), tags: [] },
    { ...at(50, 300), tags: ['water'] },
    { ...at(400, 10), tags: ['jobs', 'water'] },
    { ...at(90, 20), tags: ['water'] },
  ];
  expect(placesOf(notes, 'ltr')).toEqual([at(520, 0), at(0, 220), at(260, 0), at(0, 0)]);
  expect(placesOf(notes, 'rtl')).toEqual([at(-120, 0), at(400, 220), at(140, 0), at(400, 0)]);
});

test('every thing has a place of its own', () => {
  fc.assert(
    fc.property(anyBoard, things => {
      const boxed = [...readScene(boardOf(things)).values()].filter(isBoxed);
      const changes = byTag(boxed, 'ltr');
      expect(changes.size).toBe(boxed.length);
      const corners = [...changes.values()].map(change => JSON.stringify('at' in change && change.at?.slice(0, 2)));
      expect(new Set(corners).size).toBe(boxed.length);
    }),
    { numRuns: 50 },
  );
});
