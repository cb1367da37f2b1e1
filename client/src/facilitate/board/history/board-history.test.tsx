import { addThing, changeThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { restoreScene } from '@multaqa/shared/facilitate/board/scene/restore';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ada, seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import type { VersionedDocument } from '../../../documents/history/use-versions.ts';
import { openBoard } from '../scene/open-board.ts';
import { BoardHistory } from './BoardHistory.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await scene?.leave();
  scene = undefined;
});

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('the versions of a board', () => {
  test('say what has come, gone and changed since, and bring the board back in one step of undo', async () => {
    const doc = boardOf([noteOf('Water'), noteOf('Jobs'), noteOf('Roads')]);
    const older = copyOf(doc);
    const board = openBoard(doc);
    doc.transact(() => {
      removeThings(doc, [thingId(0)]);
      changeThing(doc, thingId(1), { colour: 'pink' });
      addThing(doc, thingId(7), noteOf('Schools'));
      addThing(doc, thingId(8), noteOf('Trees'));
    });
    const kinds: string[] = [];
    const document: VersionedDocument = {
      doc,
      versions: async () => [
        { version: 'one', kind: 'named', title: 'Before the break', person: ada, writtenAt: 1_700_000_000_000 },
      ],
      version: async () => copyOf(older),
      authors: async () => null,
      async nameVersion(_version, kind) {
        kinds.push(kind);
        return null;
      },
    };
    const { own: _, ...seen } = seenAfter(ada, []);
    scene = await renderDialogue(
      <BoardHistory
        document={document}
        access="write"
        onBack={() => {}}
        onRestore={before => board.edit(changed => restoreScene(changed, before))}
      />,
      seen,
    );
    const shown = scene;
    await shown.until(() => expect(shown.text()).toContain('Before the break'));
    await shown.press('Before the break');
    await shown.until(() => expect(shown.text()).toContain('2 things have come since.'));
    expect(shown.text()).toContain('1 thing has gone since.');
    expect(shown.text()).toContain('1 thing has changed since.');
    expect(shown.find('img')?.getAttribute('alt')).toBe('The board as it was');
    const now = JSON.stringify([...readScene(doc).keys()].sort());
    await shown.press('Restore');
    await shown.until(() => expect(shown.find('[role=dialog]')).toBeDefined());
    await shown.after(() => [...window.document.querySelectorAll<HTMLElement>('[role=dialog] button')].at(-1)?.click());
    await shown.until(() => expect(readScene(doc).get(thingId(0))).toMatchObject({ text: 'Water' }));
    expect(readScene(doc).get(thingId(1))).toMatchObject({ colour: 'yellow' });
    expect(kinds).toEqual(['restored']);
    board.undo();
    expect(JSON.stringify([...readScene(doc).keys()].sort())).toBe(now);
  });
});
