import { boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { afterEach, expect, test } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { openBoard } from '../scene/open-board.ts';
import { BoardTransfer } from './BoardTransfer.tsx';
import type { TransferDesk } from './target.ts';

let shown: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await shown?.leave();
  document.body.innerHTML = '';
});

/** A board with two notes, of which the first is chosen, and whose element can have the focus. */
async function open({ locked = [] as readonly string[] } = {}) {
  const board = openBoard(boardOf([noteOf('One'), noteOf('Two', { at: [300, 0, 200, 200, 0] })]));
  const root = document.body.appendChild(document.createElement('div'));
  root.tabIndex = 0;
  let chosen: readonly string[] = [thingId(0)];
  const desk: TransferDesk & { pointer: { now: [number, number] | null } } = {
    ...{ board, root: { now: root }, camera: { show: () => {} }, view: () => [0, 0, 800, 600] },
    pointer: { now: null },
    chosen: () => chosen,
    choose(ids) {
      chosen = [...ids];
    },
    mayChange: ({ id }) => !locked.includes(id),
  };
  const { own: _, ...seen } = seenAfter(ada, []);
  const rendered = await renderDialogue(<BoardTransfer desk={desk} room={`${session}/plenary`} />, seen);
  shown = rendered;
  const clipboard = new Map<string, string>();
  const clipboardData = {
    getData: (type: string) => clipboard.get(type) ?? '',
    setData: (type: string, text: string) => void clipboard.set(type, text),
    files: [],
  };
  const happen = (kind: 'copy' | 'cut' | 'paste') =>
    rendered.after(() =>
      (document.activeElement ?? document.body).dispatchEvent(
        Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { clipboardData }),
      ),
    );
  const words = () => [...board.scene().values()].map(thing => ('text' in thing ? thing.text : '')).sort();
  return { board, desk, root, clipboard, happen, words, until: rendered.until };
}

test('what is copied is pasted once more, and is words for everything that is no board', async () => {
  const { board, root, clipboard, happen, words, until } = await open();
  root.focus();
  await happen('copy');
  expect(clipboard.get('text/plain')).toBe('One');
  await happen('paste');
  await until(() => expect(words()).toEqual(['One', 'One', 'Two']));
  board.undo();
  expect(words()).toEqual(['One', 'Two']);
});

test('what is cut is gone, and what hosts have locked stays', async () => {
  const free = await open();
  free.root.focus();
  await free.happen('cut');
  expect(free.words()).toEqual(['Two']);
  await shown?.leave();
  const held = await open({ locked: [thingId(0)] });
  held.root.focus();
  await held.happen('cut');
  expect(held.words()).toEqual(['One', 'Two']);
});

test('words that are pasted become a note on the board, and nothing while they belong elsewhere', async () => {
  const { desk, root, clipboard, happen, words, until } = await open();
  clipboard.set('text/plain', 'Three');
  const field = root.appendChild(document.createElement('textarea'));
  field.focus();
  await happen('paste');
  field.blur();
  await happen('paste');
  expect(words()).toEqual(['One', 'Two']);
  desk.pointer.now = [400, 300];
  await happen('paste');
  await until(() => expect(words()).toEqual(['One', 'Three', 'Two']));
});
