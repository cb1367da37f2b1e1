import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardOf, noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { templates } from '@multaqa/shared/facilitate/board/templates/templates';
import { expect, test } from 'vitest';
import { kindWithin, titleOf } from './outcome-of.ts';

const frame = (says: string | null): ThingData => ({
  ...plain,
  ...{ kind: 'frame', at: [0, 0, 500, 500, 0], colour: 'white', text: '', says },
});

test('a note becomes what its frame is for, and an idea elsewhere', () => {
  const kindIn = (says: string | null) => {
    const scene = readScene(boardOf([frame(says), noteOf('in it', { frame: thingId(0) })]));
    const note = scene.get(thingId(1));
    return note && kindWithin(scene, note);
  };
  expect(['gaps.need', 'gaps.resource', 'gaps.support', 'practice.done', null].map(kindIn)).toEqual([
    ...['gap', 'practice', 'support', 'practice', 'idea'],
  ]);
  const frames = Object.values(templates).flatMap(pieces =>
    pieces.flatMap(piece => (piece.kind === 'frame' ? piece.says : [])),
  );
  for (const says of frames) expect(kindIn(says)).toBeTypeOf('string');
});

test('a long note has a title of whole words and keeps all of its words; merged notes are lines', () => {
  expect(titleOf(['Repair shop\nin every town', 'شباك واحد'])).toEqual({
    title: 'Repair shop',
    lines: ['in every town', 'شباك واحد'],
  });
  const long = 'word '.repeat(60).trim();
  const { title, lines } = titleOf([long]);
  expect(title.length).toBeLessThanOrEqual(142);
  expect([title.endsWith('word …'), lines]).toEqual([true, [long]]);
});
