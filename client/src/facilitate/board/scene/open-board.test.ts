import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBoard } from './open-board.ts';
import { takeOff } from './take-off.ts';

const note = (text = ''): ThingData => ({
  ...{ kind: 'note', at: [0, 0, 200, 200, 0], colour: 'yellow', z: 1, text, says: null },
  ...{ group: null, frame: null, into: null, outcome: null, fixed: false, tags: [] },
});
const id = 'aaaaaaaaaa';

/** Two people at one board; what one writes is at the other's at once. */
function pair() {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  for (const [at, doc] of docs.entries())
    doc.on('update', (update, from) => {
      if (from !== 'line') Y.applyUpdate(docs[1 - at] as Y.Doc, update, 'line');
    });
  return { docs, ada: openBoard(docs[0]), ben: openBoard(docs[1]) };
}

const textOn = (doc: Y.Doc) => {
  const thing = readScene(doc).get(id);
  return thing && 'text' in thing ? thing.text : null;
};

describe('undo on a board', () => {
  test('takes back one step of one’s own, and brings it again', () => {
    const { ada, docs } = pair();
    ada.edit(doc => addThing(doc, id, note()));
    ada.edit(doc => changeThing(doc, id, { at: [50, 60, 200, 200, 0] }));
    ada.undo();
    expect(ada.scene().get(id)).toMatchObject({ at: [0, 0, 200, 200, 0] });
    ada.redo();
    expect(readScene(docs[1]).get(id)).toMatchObject({ at: [50, 60, 200, 200, 0] });
  });

  test('never undoes what others wrote: a note stays that somebody else has written in', () => {
    const { ada, ben, docs } = pair();
    ada.edit(doc => addThing(doc, id, note()));
    ben.edit(doc => writeThing(doc, id, 'Ben was here'));
    ada.undo();
    expect(textOn(docs[1])).toBe('Ben was here');
    ada.edit(doc => addThing(doc, 'bbbbbbbbbb', note()));
    ada.undo();
    expect([...ada.scene().keys()]).toEqual([id]);
  });

  test('never undoes what others wrote: a place that somebody else has chosen since stays', () => {
    const { ada, ben } = pair();
    ada.edit(doc => addThing(doc, id, note()));
    ada.edit(doc => changeThing(doc, id, { at: [1, 1, 200, 200, 0] }));
    ben.edit(doc => changeThing(doc, id, { at: [2, 2, 200, 200, 0] }));
    ada.undo();
    expect(ben.scene().get(id)).toMatchObject({ at: [2, 2, 200, 200, 0] });
  });

  test('brings back a note with everything that others have written in it', () => {
    const { ada, ben, docs } = pair();
    ada.edit(doc => addThing(doc, id, note('Ada, ')));
    ben.edit(doc => writeThing(doc, id, 'Ada, Ben'));
    ada.edit(doc => removeThings(doc, [id]));
    ada.undo();
    expect(textOn(docs[1])).toBe('Ada, Ben');
  });
});

describe('what was taken off', () => {
  const put = (board: ReturnType<typeof openBoard>) => board.edit(doc => void addThing(doc, id, note('Water')));

  test('comes back as it was, whatever was done since, and what was done since stays', () => {
    const { ada, docs } = pair();
    put(ada);
    const bringBack = takeOff(ada, [...ada.scene().values()]);
    ada.edit(doc => void addThing(doc, 'bbbbbbbbbb', note()));
    bringBack();
    expect(textOn(docs[1])).toBe('Water');
    expect(ada.scene().size).toBe(2);
    ada.undo();
    expect([...ada.scene().keys()]).toEqual(['bbbbbbbbbb']);
  });

  test('is not there twice, nor as it was, when undo had it back and somebody went on with it', () => {
    const { ada, ben, docs } = pair();
    put(ada);
    const bringBack = takeOff(ada, [...ada.scene().values()]);
    ada.undo();
    ben.edit(doc => writeThing(doc, id, 'Water for all'));
    bringBack();
    expect(textOn(docs[0])).toBe('Water for all');
  });
});

describe('a board', () => {
  test('keeps the same object for each thing that has not changed', () => {
    const { ada } = pair();
    ada.edit(doc => {
      addThing(doc, id, note());
      addThing(doc, 'bbbbbbbbbb', note());
    });
    const before = ada.scene();
    ada.edit(doc => changeThing(doc, id, { colour: 'pink' }));
    expect(ada.scene().get('bbbbbbbbbb')).toBe(before.get('bbbbbbbbbb'));
    expect(ada.scene().get(id)).not.toBe(before.get(id));
  });

  test('takes letters of one word as one step', () => {
    const { ada, docs } = pair();
    ada.edit(doc => addThing(doc, id, note()));
    for (const words of ['ب', 'بئ', 'بئر']) ada.edit(doc => writeThing(doc, id, words), `write ${id}`);
    ada.undo();
    expect(textOn(docs[1])).toBe('');
  });
});
