import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ada, ben } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { type Revealed, revealOn } from './reveal.ts';
import { removeThings } from './scene/edits.ts';
import { boundsOf, overlap } from './scene/geometry.ts';
import { anyBoard, boardOf, noteOf, plain, thingId } from './scene/scene.samples.ts';
import { readScene, thingsOf } from './scene/scene.ts';
import { isBoxed } from './scene/thing.ts';

const firstOfRevealed = 100;
const notes = (count: number): Revealed[] =>
  Array.from({ length: count }, (_, at) => ({
    thing: thingId(firstOfRevealed + at),
    jot: { note: ada, person: at % 2 ? ada : ben, text: `note ${at}`, colour: 'pink' },
  }));
/** As the server writes: under one of its own client ids. */
function asServer(doc: Y.Doc): Y.Doc {
  doc.clientID = 1;
  return doc;
}
const beside = { names: 'shown', frame: null } as const;

describe('revealed notes', () => {
  test('[B4] come once: what is done again changes nothing, and a note that somebody removed stays away', () => {
    fc.assert(
      fc.property(anyBoard, fc.integer({ min: 1, max: 9 }), (things, count) => {
        const doc = asServer(boardOf(things));
        revealOn(doc, beside, notes(count));
        removeThings(doc, [thingId(firstOfRevealed)]);
        const before = Y.encodeStateAsUpdate(doc);
        revealOn(doc, beside, notes(count));
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
        expect(readScene(doc).has(thingId(firstOfRevealed))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('lie on nothing, neither on each other nor on what is there', () => {
    fc.assert(
      fc.property(anyBoard, fc.integer({ min: 1, max: 12 }), (things, count) => {
        const doc = asServer(boardOf(things));
        revealOn(doc, beside, notes(count));
        const boxed = [...readScene(doc).values()].filter(isBoxed);
        const fresh = boxed.filter(({ id }) => id >= thingId(firstOfRevealed));
        expect(fresh).toHaveLength(count);
        for (const one of fresh)
          for (const other of boxed)
            if (other !== one) expect(overlap(boundsOf(one.at), boundsOf(other.at))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('[B2] say whose they are only where names are shown, and only in the hand of the server', () => {
    const bys = (names: 'shown' | 'hidden', client: number) => {
      const doc = new Y.Doc();
      doc.clientID = client;
      revealOn(doc, { names, frame: null }, notes(2));
      return [...readScene(doc).values()].map(({ by }) => by);
    };
    expect([bys('shown', 1), bys('hidden', 1), bys('shown', 5_000)]).toEqual([
      [ben, ada],
      [null, null],
      [null, null],
    ]);
  });

  test('lie in their frame, which grows where they do not fit; a frame that is gone counts as none', () => {
    const frame = { ...plain, ...{ kind: 'frame' as const, colour: 'white' as const, text: 'Needs', says: null } };
    const doc = asServer(boardOf([{ ...frame, at: [1_000, 0, 500, 300, 0] }]));
    revealOn(doc, { names: 'shown', frame: thingId(0) }, notes(5));
    const scene = readScene(doc);
    const around = scene.get(thingId(0));
    if (around?.kind !== 'frame') throw new Error('the frame is gone');
    for (const thing of scene.values())
      if (thing.kind === 'note') {
        const [x, y, width, height] = thing.at;
        expect([thing.frame, x >= 1_000, x + width <= 1_500, y + height <= around.at[1] + around.at[3]]).toEqual([
          thingId(0),
          true,
          true,
          true,
        ]);
      }
    const other = asServer(boardOf([noteOf('there')]));
    revealOn(other, { names: 'shown', frame: thingId(9) }, notes(1));
    expect([...readScene(other).values()].map(thing => thing.frame)).toEqual([null, null]);
  });

  test('come also where the board is full: what is written is not lost', () => {
    const doc = asServer(new Y.Doc());
    doc.transact(() => {
      for (let at = 0; at < limits.boardThings; at += 1) thingsOf(doc).set(thingId(10_000 + at), new Y.Map());
    });
    revealOn(doc, beside, notes(2));
    expect(readScene(doc).size).toBe(2);
  });
});
