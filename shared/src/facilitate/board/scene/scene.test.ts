import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../../limits.ts';
import { addThing, changeThing, difference, removeThings, textOf, writeThing } from './edits.ts';
import { isDrawn, mergedNotes } from './merged.ts';
import { dataOf, differenceOf, restoreScene } from './restore.ts';
import { anyBoard, anyThing, boardOf, noteOf, thingId } from './scene.samples.ts';
import { byHeight, readScene, thingsOf } from './scene.ts';

const sceneOf = (doc: Y.Doc) => Object.fromEntries([...readScene(doc)].map(([id, thing]) => [id, dataOf(thing)]));
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('things in a document', () => {
  test('are read as they were put there', () => {
    fc.assert(
      fc.property(anyBoard, board => {
        const expected = Object.fromEntries(board.map((thing, at) => [thingId(at), thing]));
        expect(sceneOf(boardOf(board))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('reading is total: whatever stands in a board’s place draws nothing and throws nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 8 }), fc.string(), (said, id) => {
        const doc = boardOf([noteOf('Water')]);
        const map = new Y.Map<unknown>(Object.entries(said));
        thingsOf(doc).set(id, map);
        doc.getMap('things').set('aaaaaaaaaa', 'no map' as never);
        expect(readScene(doc).get(thingId(0))).toMatchObject({ text: 'Water' });
      }),
    );
  });

  test('who wrote a thing is told by the server alone: nobody signs for somebody else', () => {
    const doc = boardOf([noteOf('Water')]);
    thingsOf(doc).get(thingId(0))?.set('by', 'somebody else');
    expect(readScene(doc).get(thingId(0))?.by).toBeNull();
    const server = copyOf(doc);
    server.clientID = 1;
    thingsOf(server).get(thingId(0))?.set('by', 'ada');
    expect(readScene(copyOf(server)).get(thingId(0))?.by).toBe('ada');
  });

  test(`a board has ${limits.boardThings} things and no more, and one that is full can be changed`, () => {
    const doc = boardOf(Array.from({ length: limits.boardThings }, () => noteOf('')));
    expect(addThing(doc, 'zzzzzzzzzz', noteOf('one more'))).toBe(false);
    expect(addThing(doc, thingId(3), noteOf('in its place'))).toBe(true);
    expect(readScene(doc).size).toBe(limits.boardThings);
  });

  test('heights order all things the same way everywhere, frames below everything else', () => {
    fc.assert(
      fc.property(anyBoard, fc.infiniteStream(fc.nat()), (board, chance) => {
        const things = [...readScene(boardOf(board)).values()];
        const shuffled = things.map(thing => ({ thing, at: chance.next().value })).sort((a, b) => a.at - b.at);
        const order = [...things].sort(byHeight);
        expect(shuffled.map(({ thing }) => thing).sort(byHeight)).toEqual(order);
        const isFrame = order.map(({ kind }) => kind === 'frame');
        expect(isFrame.lastIndexOf(true)).toBeLessThan(isFrame.includes(false) ? isFrame.indexOf(false) : order.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('merged notes', () => {
  test('are parts of a note that stands alone: of one that is a part itself, or gone, nothing is', () => {
    const into = (at: number) => noteOf('', { into: thingId(at) });
    const scene = readScene(boardOf([noteOf(''), into(0), into(1), into(9), into(4)]));
    const drawn = [...scene.values()].filter(thing => isDrawn(scene, thing)).map(({ id }) => id);
    expect(drawn.sort()).toEqual([0, 2, 3, 4].map(thingId));
    expect([...mergedNotes(scene)].map(([id, parts]) => [id, parts.map(part => part.id)])).toEqual([
      [thingId(0), [thingId(1)]],
    ]);
  });
});

describe('changes', () => {
  test('two people change two properties of one thing, and both stay', () => {
    const ada = boardOf([noteOf('Water')]);
    const ben = copyOf(ada);
    changeThing(ada, thingId(0), { colour: 'pink', tags: ['water'] });
    changeThing(ben, thingId(0), { at: [5, 5, 300, 200, 0] });
    writeThing(ben, thingId(0), 'Water in Sfax');
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
    expect(sceneOf(ada)).toEqual(sceneOf(ben));
    expect(readScene(ben).get(thingId(0))).toMatchObject({
      ...{ colour: 'pink', tags: ['water'], at: [5, 5, 300, 200, 0], text: 'Water in Sfax' },
    });
  });

  test('two people drop one thing: both see the whole place that one of them chose', () => {
    const ada = boardOf([noteOf('')]);
    const ben = copyOf(ada);
    changeThing(ada, thingId(0), { at: [10, 20, 200, 200, 0] });
    changeThing(ben, thingId(0), { at: [70, 80, 300, 300, 45] });
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
    const at = JSON.stringify((readScene(ada).get(thingId(0)) as { at: unknown }).at);
    expect([JSON.stringify([10, 20, 200, 200, 0]), JSON.stringify([70, 80, 300, 300, 45])]).toContain(at);
    expect(sceneOf(ada)).toEqual(sceneOf(ben));
  });

  test('what says the same again writes nothing, and what is gone is not changed', () => {
    const doc = boardOf([noteOf('Water')]);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    changeThing(doc, thingId(0), { at: [0, 0, 200, 200, 0], frame: null, tags: [] });
    writeThing(doc, thingId(0), 'Water');
    changeThing(doc, thingId(7), { colour: 'pink' });
    expect(updates).toBe(0);
    removeThings(doc, [thingId(0)]);
    writeThing(doc, thingId(0), 'late');
    expect(readScene(doc).size).toBe(0);
  });

  test('writing makes the text what it says, and cuts no character in half', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const doc = boardOf([noteOf(before)]);
        const updates: Uint8Array[] = [];
        doc.on('update', update => void updates.push(update));
        doc.transact(() => writeThing(doc, thingId(0), after));
        expect(textOf(doc, thingId(0))?.toString()).toBe(after);
        expect(copyOf(doc).getMap('things').toJSON()).toEqual(doc.getMap('things').toJSON());
        const { at, gone, come } = difference(before, after);
        expect(before.slice(0, at) + come + before.slice(at + gone)).toBe(after);
      }),
    );
    expect(difference('a😀b', 'a😁b')).toEqual({ at: 1, gone: 2, come: '😁' });
  });
});

describe('restoring', () => {
  test('makes a board what it was, whatever has been done since, and touches nothing that is the same', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, anyThing, (older, now, both) => {
        const before = readScene(boardOf([both, ...older]));
        const doc = boardOf([both, ...now]);
        const kept = thingsOf(doc).get(thingId(0));
        doc.transact(() => restoreScene(doc, before));
        const after = readScene(doc);
        expect(differenceOf(before, after)).toEqual({ added: [], removed: [], changed: [] });
        expect(thingsOf(doc).get(thingId(0))).toBe(kept);
      }),
      { numRuns: 60 },
    );
  });
});

describe('boards that people change apart', () => {
  const deed = fc.oneof(
    fc.record({ act: fc.constant('add' as const), on: fc.nat(11), thing: anyThing }),
    fc.record({ act: fc.constant('change' as const), on: fc.nat(11), thing: anyThing }),
    fc.record({ act: fc.constant('write' as const), on: fc.nat(11), thing: anyThing }),
    fc.record({ act: fc.constant('remove' as const), on: fc.nat(11), thing: anyThing }),
    fc.record({ act: fc.constant('meet' as const), on: fc.nat(11), thing: anyThing }),
  );

  test('are alike once everything has come everywhere, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), deed), { maxLength: 60 }), history => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        const meet = (one: Y.Doc, other: Y.Doc) => {
          Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
          Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
        };
        for (const [who, { act, on, thing }] of history) {
          const doc = docs[who] as Y.Doc;
          const { kind: _, text, ...change } = { text: 'written', ...thing };
          if (act === 'add') addThing(doc, thingId(on), thing);
          if (act === 'change') changeThing(doc, thingId(on), change as never);
          if (act === 'write') writeThing(doc, thingId(on), text);
          if (act === 'remove') removeThings(doc, [thingId(on)]);
          if (act === 'meet') meet(doc, docs[(who + 1) % 3] as Y.Doc);
        }
        const [ada, ben, cleo] = docs as [Y.Doc, Y.Doc, Y.Doc];
        for (const [one, other] of [
          [ada, ben],
          [ben, cleo],
          [cleo, ada],
          [ada, ben],
        ] as const)
          meet(one, other);
        expect(sceneOf(ben)).toEqual(sceneOf(ada));
        expect(sceneOf(cleo)).toEqual(sceneOf(ada));
      }),
      { numRuns: 100 },
    );
  });
});
