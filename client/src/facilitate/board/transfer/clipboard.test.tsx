import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { boardOf, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { limits } from '@multaqa/shared/limits';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { openListeners } from '../../../platform/listeners.ts';
// What reads cells comes when it is needed; here it is there.
import '../../../platform/tables/read-csv.ts';
import { openBoard } from '../scene/open-board.ts';
import { openCamera } from '../surface/camera/open-camera.ts';
import { BoardTransfer } from './BoardTransfer.tsx';
import type { TransferDesk } from './target.ts';

let shown: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await shown?.leave();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

/** A board with two notes, of which the first is chosen, and whose element can have the focus. */
async function open({ locked = [] as readonly string[] } = {}) {
  const board = openBoard(boardOf([noteOf('One'), noteOf('Two', { at: [300, 0, 200, 200, 0] })]));
  const root = document.body.appendChild(document.createElement('div'));
  root.tabIndex = 0;
  let chosen: readonly string[] = [thingId(0)];
  const moved = openListeners();
  const desk: TransferDesk & { pointer: { now: [number, number] | null } } = {
    ...{ board, root: { now: root }, camera: openCamera(), view: () => [0, 0, 800, 600], ui: { subscribe: moved.add } },
    pointer: { now: null },
    chosen: () => chosen,
    choose(ids) {
      chosen = [...ids];
      moved.tell();
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
    files: [] as File[],
  };
  const happen = (kind: 'copy' | 'cut' | 'paste') =>
    rendered.after(() =>
      (document.activeElement ?? document.body).dispatchEvent(
        Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { clipboardData }),
      ),
    );
  const press = (name: string) =>
    rendered.after(() => [...document.querySelectorAll('button')].find(one => one.textContent === name)?.click());
  const words = () => [...board.scene().values()].map(thing => ('text' in thing ? thing.text : '')).sort();
  const { after, until } = rendered;
  return { board, desk, root, clipboard, clipboardData, happen, press, words, until, after };
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

test('a spreadsheet of ten thousand cells says what will happen, and comes in parts: nothing of it is lost', async () => {
  const { board, root, clipboard, happen, press, until } = await open();
  const rows = Array.from({ length: 450 }, (_, row) =>
    Array.from({ length: 23 }, (_, column) => (column === 4 ? `حاجة المدينة رقم ${row}` : `${row * column}`)).join(
      '\t',
    ),
  );
  clipboard.set('text/plain', rows.join('\n'));
  root.focus();
  await happen('paste');
  const said = (words: string) => until(() => expect(document.body.textContent).toContain(words));
  await said('200 notes come at once. The other 250 stay here for afterwards.');
  expect(board.scene().size).toBe(2);
  await press('200 notes on the board');
  await said('The other 50 stay here');
  await press('200 notes on the board');
  await said('50 lines');
  await press('50 notes on the board');
  await until(() => expect(document.querySelector('[role=dialog]')).toBeNull());
  const texts = [...board.scene().values()].map(thing => ('text' in thing ? thing.text : ''));
  expect(texts.filter(text => text.startsWith('حاجة المدينة'))).toHaveLength(450);
});

test('a board without room for a list leaves the list where it is', async () => {
  const { board, root, clipboard, happen, press, until } = await open();
  board.edit(doc => {
    for (let at = 0; at < limits.boardThings - 3; at += 1) addThing(doc, thingId(100 + at), noteOf(''));
  });
  clipboard.set('text/plain', 'Three\nFour');
  root.focus();
  await happen('paste');
  await until(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
  await press('2 notes on the board');
  expect(board.scene().size).toBe(limits.boardThings - 1);
  expect(document.querySelector('textarea')?.value).toBe('Three\nFour');
});

describe('an image that comes', () => {
  /** Pastes images, as a browser does, onto a board whose server has room for so many more. */
  async function paste(count: number, left = 200) {
    const opened = await open();
    vi.stubGlobal('fetch', async (path: string) =>
      Response.json({ file: path.split('/').at(-1), width: 400, height: 300, left }),
    );
    opened.clipboardData.files = Array.from({ length: count }, () => new File(['x'], 'map.png', { type: 'image/png' }));
    opened.root.focus();
    await opened.happen('paste');
    const images = () => [...opened.board.scene().values()].filter(thing => thing.kind === 'image');
    await opened.until(() => expect(images()).toHaveLength(count));
    const field = () => document.querySelector<HTMLInputElement>('form input');
    const write = (words: string) =>
      opened.after(() => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words);
        field()?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const key = (name: string) =>
      opened.after(() => field()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));
    return { ...opened, images, field, write, key, alts: () => images().map(({ alt }) => alt) };
  }

  test('is asked about once, beside it and without taking the keyboard; Enter keeps the words as one step of undo', async () => {
    const { board, root, field, write, alts, after, until } = await paste(1);
    await until(() => expect(field()).not.toBeNull());
    expect(document.activeElement).toBe(root);
    await write('خريطة الآبار');
    await after(() => field()?.form?.requestSubmit());
    expect([alts(), field()]).toEqual([['خريطة الآبار'], null]);
    board.undo();
    expect(alts()).toEqual(['']);
  });

  test('is left without words by Escape; going on keeps what was written, and the next one is asked about', async () => {
    const { desk, field, write, key, alts, after, until } = await paste(2);
    await until(() => expect(field()).not.toBeNull());
    await write('not this');
    await key('Escape');
    expect(alts()).toEqual(['', '']);
    await until(() => expect(field()?.value).toBe(''));
    await write('A well');
    await after(() => desk.choose([thingId(0)]));
    expect([alts().sort(), field()]).toEqual([['', 'A well'], null]);
  });
});
