import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene, readThing, thingsOf } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { putBack } from './use-kept-edits.ts';

test('[B9] what was changed beside a locked thing is kept when the server has refused it all', () => {
  const server = boardOf(['locked', 'moved', 'gone', 'written'].map(words => noteOf(words)));
  const tab = new Y.Doc();
  Y.applyUpdate(tab, Y.encodeStateAsUpdate(server));
  changeThing(tab, thingId(0), { colour: 'pink' });
  changeThing(tab, thingId(1), { at: [9, 9, 200, 200, 0] });
  removeThings(tab, [thingId(2)]);
  writeThing(tab, thingId(3), 'written here');
  addThing(tab, thingId(4), noteOf('new'));
  const unsaved = new Map(
    [0, 1, 2, 3, 4].map(at => [thingId(at), readThing(thingId(at), thingsOf(tab).get(thingId(at)))]),
  );
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(server));
  changeThing(again, thingId(1), { colour: 'blue' });
  putBack(again, unsaved, new Set([thingId(0)]));
  const scene = readScene(again);
  expect(scene.get(thingId(0))).toMatchObject({ colour: 'yellow' });
  expect(scene.get(thingId(1))).toMatchObject({ at: [9, 9, 200, 200, 0] });
  expect([...scene.values()].flatMap(thing => ('text' in thing ? thing.text : []))).toEqual([
    'locked',
    'moved',
    'written here',
    'new',
  ]);
});
