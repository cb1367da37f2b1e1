import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { expect, test } from 'vitest';
import { afterTap, isVotable, ranked } from './results.ts';

test('[B6] things with dots are listed from the most to the fewest, also those that are off the board since', () => {
  const scene = readScene(boardOf([noteOf('one'), noteOf('two')]));
  const dots = (count: number, people = 1) => ({ dots: count, people, clusters: {} });
  const result = { [thingId(0)]: dots(2), [thingId(1)]: dots(2, 2), [thingId(9)]: dots(7) };
  expect(ranked(scene, result).map(({ id, thing }) => [id, thing !== null])).toEqual([
    [thingId(9), false],
    [thingId(1), true],
    [thingId(0), true],
  ]);
});

test('[B5] a tap adds a dot, and takes all back after the last one that one may put there', () => {
  expect([afterTap(0, 2, 3), afterTap(1, 2, 2), afterTap(2, 2, 1), afterTap(1, 2, 0), afterTap(0, 1, 0)]).toEqual([
    1, 2, 0, 0, 0,
  ]);
});

test('dots go on notes that stand by themselves, or on what lies in the frame', () => {
  const scene = readScene(
    boardOf([noteOf('note'), noteOf('part', { into: thingId(0) }), noteOf('inside', { frame: thingId(7) })]),
  );
  const votable = (frame: string | null) => [...scene.values()].map(thing => isVotable(thing, frame));
  expect([votable(null), votable(thingId(7))]).toEqual([
    [true, false, true],
    [false, false, true],
  ]);
});
