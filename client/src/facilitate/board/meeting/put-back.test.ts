import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyThing, boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { isWritten } from '@multaqa/shared/facilitate/board/scene/thing';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { putBack, refusedIn } from './put-back.ts';

/** A copy of a board, as another tab has it. */
function copyOf(board: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
  return copy;
}

/** What a tab does to its copy of a board, as the server refuses it. */
function refusedUpdate(server: Y.Doc, act: (tab: Y.Doc) => void): Uint8Array {
  const tab = copyOf(server);
  const made: Uint8Array[] = [];
  tab.on('update', (update: Uint8Array) => made.push(update));
  act(tab);
  return Y.mergeUpdates(made);
}

const textsOf = (doc: Y.Doc) => [...readScene(doc).values()].flatMap(thing => ('text' in thing ? thing.text : []));
const number = fc.nat({ max: 5 });
/** Whatever comes has an id of its own, as on every screen. */
const actOf = (first: number) =>
  fc.oneof(
    fc.tuple(number, anyThing).map(
      ([at, thing]) =>
        (doc: Y.Doc) =>
          void addThing(doc, thingId(at + first), thing),
    ),
    fc.tuple(number, fc.string({ unit: 'grapheme', maxLength: 9 })).map(
      ([at, words]) =>
        (doc: Y.Doc) =>
          writeThing(doc, thingId(at), words),
    ),
    number.map(at => (doc: Y.Doc) => removeThings(doc, [thingId(at)])),
  );

describe('what the server has refused of a board', () => {
  test('[B13] is put back beside what is locked, without what others have done since', () => {
    const server = boardOf(['locked', 'moved', 'gone', 'written'].map(words => noteOf(words)));
    const update = refusedUpdate(server, tab => {
      changeThing(tab, thingId(0), { colour: 'pink' });
      changeThing(tab, thingId(1), { at: [9, 9, 200, 200, 0] });
      removeThings(tab, [thingId(2)]);
      writeThing(tab, thingId(3), 'written here');
      addThing(tab, thingId(4), noteOf('new'));
    });
    const again = copyOf(server);
    changeThing(again, thingId(1), { colour: 'blue' });
    expect(putBack(again, refusedIn(again, update), new Set([thingId(0)]))).toEqual([]);
    const scene = readScene(again);
    expect(scene.get(thingId(0))).toMatchObject({ colour: 'yellow' });
    expect(scene.get(thingId(1))).toMatchObject({ at: [9, 9, 200, 200, 0], colour: 'blue' });
    expect(textsOf(again)).toEqual(['locked', 'moved', 'written here', 'new']);
  });

  test('[B13] is left for its writer where it is words in what is locked, or a thing for which there is no room', () => {
    const server = boardOf(Array.from({ length: limits.boardThings - 1 }, (_, at) => noteOf(String(at))));
    const [fits, locked, crowded] = [limits.boardThings + 1, 3, limits.boardThings + 2].map(thingId);
    const update = refusedUpdate(server, tab => {
      removeThings(tab, [thingId(7)]);
      writeThing(tab, thingId(3), 'three and more');
      tab.transact(() => {
        for (const id of [fits, crowded]) if (id) addThing(tab, id, noteOf('new'));
      });
    });
    const again = copyOf(server);
    addThing(again, thingId(limits.boardThings + 5), noteOf('by somebody else'));
    const changes = refusedIn(again, update);
    expect(putBack(again, changes, new Set([thingId(3)]))).toEqual([crowded, locked]);
    expect(readScene(again).size).toBe(limits.boardThings);
    expect(changes.get(thingId(3))).toMatchObject({ text: 'three and more' });
  });

  test('[B13] is on the board or left: no word that somebody wrote is nowhere', () => {
    fc.assert(
      fc.property(
        fc.array(actOf(10), { maxLength: 12 }),
        fc.array(actOf(20), { maxLength: 12 }),
        fc.uniqueArray(number),
        (own, others, locks) => {
          const server = boardOf(['one', 'two', 'three'].map(words => noteOf(words)));
          const update = refusedUpdate(server, tab => {
            for (const one of own) one(tab);
          });
          const again = copyOf(server);
          for (const one of others) one(again);
          const before = readScene(again);
          const locked = new Set(locks.map(thingId));
          const changes = refusedIn(again, update);
          const left = new Set(putBack(again, changes, locked));
          const after = readScene(again);
          for (const [id, wanted] of changes) {
            if (locked.has(id)) expect(after.get(id)).toEqual(before.get(id));
            if (wanted && isWritten(wanted) && wanted.text && !left.has(id))
              expect(after.get(id)).toMatchObject({ text: wanted.text });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
