import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { thingsOf, touchedBy } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyThing, boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Contents, limitsOfUpdates, readContents } from './decode.ts';
import { entriesOf } from './entries.ts';

type Act = (doc: Y.Doc) => void;
const id = fc.nat({ max: 5 }).map(thingId);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(id, anyThing).map(
    ([at, thing]): Act =>
      doc =>
        void addThing(doc, at, thing),
  ),
  fc.tuple(id, fc.string({ unit: 'grapheme', maxLength: 9 })).map(
    ([at, words]): Act =>
      doc =>
        writeThing(doc, at, words),
  ),
  fc.tuple(id, fc.integer({ min: -5, max: 5 })).map(
    ([at, z]): Act =>
      doc =>
        changeThing(doc, at, { z }),
  ),
  id.map(
    (at): Act =>
      doc =>
        removeThings(doc, [at]),
  ),
);

function readOf(bytes: Uint8Array): Contents {
  const contents = readContents(bytes, limitsOfUpdates);
  if (!contents) throw new Error('it is an update');
  return contents;
}
const keysOf = (doc: Y.Doc, update: Uint8Array) =>
  entriesOf(doc, readOf(update))?.map(({ root, key }) => `${root} ${key}`);

/** What changes on a board when an update is put in. */
function changedBy(doc: Y.Doc, update: Uint8Array): Set<string> {
  const changed = new Set<string>();
  const look = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const one of touchedBy(events)) changed.add(`things ${one}`);
  };
  thingsOf(doc).observeDeep(look);
  Y.applyUpdate(doc, update);
  thingsOf(doc).unobserveDeep(look);
  return changed;
}

describe('the entries that an update writes into', () => {
  it('are all that it changes and nothing that its writer has not touched, also what two people wrote apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat({ max: 1 }), does: act, meets: fc.boolean() }), { maxLength: 25 }),
        acts => {
          const server = boardOf([noteOf('Ada')]);
          const pens = [0, 1].map(() => {
            const pen = new Y.Doc();
            Y.applyUpdate(pen, Y.encodeStateAsUpdate(server));
            return pen;
          });
          for (const { who, does, meets } of acts) {
            const pen = pens[who] as Y.Doc;
            pen.transact(() => does(pen));
            if (!meets) continue;
            const update = Y.encodeStateAsUpdate(pen, Y.encodeStateVector(server));
            const entries = new Set(keysOf(server, update));
            for (const changed of changedBy(server, update)) expect([...entries]).toContain(changed);
            // What is there already touches nothing.
            expect(readOf(update).deletions.length >= 0 && keysOf(server, new Uint8Array([0, 0]))).toEqual([]);
            Y.applyUpdate(pen, Y.encodeStateAsUpdate(server, Y.encodeStateVector(pen)));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are one each for a move, a word, a removal and a new thing', () => {
    const server = boardOf([noteOf('one'), noteOf('two'), noteOf('three')]);
    const after = (change: Act) => {
      const pen = new Y.Doc();
      Y.applyUpdate(pen, Y.encodeStateAsUpdate(server));
      const before = Y.encodeStateVector(pen);
      pen.transact(() => change(pen));
      return keysOf(server, Y.encodeStateAsUpdate(pen, before));
    };
    const changes: [at: number, Act][] = [
      [0, doc => changeThing(doc, thingId(0), { at: [9, 9, 200, 200, 0] })],
      [1, doc => writeThing(doc, thingId(1), 'twofold')],
      [2, doc => removeThings(doc, [thingId(2)])],
      [3, doc => void addThing(doc, thingId(3), noteOf('four'))],
    ];
    for (const [at, change] of changes) expect(after(change)).toEqual([`things ${thingId(at)}`]);
  });

  it('are unknown where it rests on what is not there', () => {
    const server = boardOf([noteOf('one')]);
    const pen = new Y.Doc();
    Y.applyUpdate(pen, Y.encodeStateAsUpdate(server));
    pen.transact(() => addThing(pen, thingId(7), noteOf('new')));
    const before = Y.encodeStateVector(pen);
    writeThing(pen, thingId(7), 'newer');
    expect(keysOf(server, Y.encodeStateAsUpdate(pen, before))).toBeUndefined();
  });
});
