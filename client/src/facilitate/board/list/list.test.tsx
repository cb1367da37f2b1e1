import { addThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { boundsOf, encloses } from '@multaqa/shared/facilitate/board/scene/geometry';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyBoard, boardOf, noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { isBoxed, type ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ada, seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { openBoard } from '../scene/open-board.ts';
import { BoardList } from './BoardList.tsx';
import { movedBy, movedInto } from './moves.ts';
import { filtered, rowsOf } from './rows.ts';

const frame = (text: string, at: [number, number, number, number, number]): ThingData => ({
  ...plain,
  ...{ kind: 'frame', at, colour: 'teal', text, says: null },
});
const reading = { direction: 'ltr' as const, said: (key: string) => key };

describe('the rows of a board', () => {
  test('are all its things, each once, what lies in a frame after it', () => {
    fc.assert(
      fc.property(anyBoard, things => {
        const scene = readScene(boardOf(things));
        const rows = rowsOf(scene, reading);
        expect(new Set(rows.map(({ thing }) => thing.id))).toEqual(new Set(scene.keys()));
        expect(rows.length).toBe(scene.size);
        for (const row of rows) {
          const holder = rows.find(({ thing }) => thing.id === row.frame);
          if (holder) expect(rows.indexOf(holder)).toBeLessThan(rows.indexOf(row));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('are found by what they say in any spelling, with the frames they lie in', () => {
    const scene = readScene(
      boardOf([
        frame('Needs', [0, 0, 900, 900, 0]),
        noteOf('مدرسةٌ في أريحا', { at: [50, 50, 200, 200, 0], frame: thingId(0) }),
        noteOf('Wells', { at: [300, 50, 200, 200, 0], frame: thingId(0), tags: ['Water'] }),
        noteOf('merged', { into: thingId(2) }),
      ]),
    );
    const rows = rowsOf(scene, reading);
    expect(rows.map(({ level }) => level)).toEqual([1, 2, 2, 3]);
    const found = (words: string) => filtered(rows, words).map(({ thing }) => thing.id);
    expect(found('مدرسه اريحا')).toEqual([thingId(0), thingId(1)]);
    expect(found('WATER')).toEqual([thingId(0), thingId(2)]);
    expect(found('nowhere')).toEqual([]);
  });
});

describe('moving by keyboard', () => {
  const scene = readScene(
    boardOf([
      frame('Needs', [0, 0, 900, 900, 0]),
      noteOf('in', { at: [24, 24, 200, 200, 0], frame: thingId(0) }),
      noteOf('out', { at: [2_000, 0, 200, 200, 0] }),
    ]),
  );

  test('into a frame is a free place within it, and out of it beside it', () => {
    const into = movedInto(scene, thingId(2), thingId(0), 'ltr').get(thingId(2)) as { at: never; frame: string };
    expect(into.frame).toBe(thingId(0));
    expect(encloses([0, 0, 900, 900], boundsOf(into.at))).toBe(true);
    const out = movedInto(scene, thingId(1), null, 'rtl').get(thingId(1)) as { at: never; frame: null };
    expect([out.frame, encloses([0, 0, 900, 900], boundsOf(out.at))]).toEqual([null, false]);
  });

  test('a thing that leaves a frame step by step belongs to it no more', () => {
    expect(movedBy(scene, thingId(1), [-300, 0]).get(thingId(1))).toMatchObject({ frame: null });
    expect(movedBy(scene, thingId(1), [40, 0]).get(thingId(1))).not.toHaveProperty('frame');
  });
});

let shown: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await shown?.leave();
  shown = undefined;
  vi.restoreAllMocks();
});

async function open(things: readonly ThingData[], locked: readonly string[] = []) {
  // Here nothing has a size: as much is drawn as a list of this height would show.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
  const doc = boardOf(things);
  const board = openBoard(doc);
  const { own: _, ...seen } = seenAfter(ada, []);
  const rendered = await renderDialogue(
    <BoardList board={board} access="write" locked={new Set(locked)} onBack={() => {}} />,
    seen,
  );
  shown = rendered;
  const row = (words: string) =>
    [...document.querySelectorAll<HTMLElement>('[role=row]')].find(one => one.textContent?.includes(words));
  const press = (words: string, key: string, more: KeyboardEventInit = {}) =>
    rendered.after(() => {
      row(words)?.focus();
      row(words)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    });
  const focused = () => document.activeElement?.textContent ?? '';
  /** Waits for what is drawn a moment later; a check that fails within React's own turn would take that turn along. */
  const until = (drawn: () => void) =>
    vi.waitFor(async () => {
      await rendered.after(() => {});
      drawn();
    });
  await until(() => expect(document.querySelector('[role=row]')).not.toBeNull());
  return { doc, board, row, press, focused, until, after: rendered.after };
}

describe('the list', () => {
  const three = ['One', 'Two', 'Three'].map((text, at) => noteOf(text, { at: [at * 300, 0, 200, 200, 0] }));

  test('goes from row to row by arrow keys, moves with Alt, and removes with a way back', async () => {
    const { board, press, focused, until } = await open(three);
    await press('One', 'ArrowDown');
    await until(() => expect(focused()).toContain('Two'));
    await press('Two', 'ArrowRight', { altKey: true });
    const moved = board.scene().get(thingId(1));
    expect(moved && isBoxed(moved) && moved.at[0]).toBe(340);
    await press('Two', 'Delete');
    expect(board.scene().has(thingId(1))).toBe(false);
    board.undo();
    expect(board.scene().has(thingId(1))).toBe(true);
  });

  test('writes a thing: its words, colour and tags as one step of undo', async () => {
    const { board, press, until, after } = await open(three);
    await press('Two', 'Enter');
    await until(() => expect(document.querySelector('[role=dialog] textarea')).not.toBeNull());
    const fill = (selector: string, value: string) =>
      after(() => {
        const field = document.querySelector<HTMLInputElement>(selector);
        const type = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(field, value);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await fill('[role=dialog] textarea', 'بئر');
    await fill('[role=dialog] input', 'water، #jobs, water');
    await after(() => document.querySelector<HTMLElement>('[role=dialog] [type=submit]')?.click());
    expect(board.scene().get(thingId(1))).toMatchObject({ text: 'بئر', tags: ['water', 'jobs'] });
    board.undo();
    expect(board.scene().get(thingId(1))).toMatchObject({ text: 'Two', tags: [] });
  });

  test('leaves alone what hosts have locked, and keeps the focus in the list when others remove a thing', async () => {
    const { doc, board, press, focused, until, after } = await open(three, [thingId(0)]);
    await press('One', 'Delete');
    await press('One', 'ArrowRight', { altKey: true });
    expect(board.scene().get(thingId(0))).toMatchObject({ at: [0, 0, 200, 200, 0] });
    await press('One', 'ArrowDown');
    await until(() => expect(focused()).toContain('Two'));
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    removeThings(theirs, [thingId(1)]);
    addThing(theirs, thingId(9), noteOf('Four', { at: [900, 0, 200, 200, 0] }));
    await after(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs)));
    await until(() => expect(focused()).toContain('Three'));
    await until(() => expect(document.body.textContent).toContain('Four'));
  });

  test('draws as many rows as are in sight of thousands', async () => {
    const { row } = await open(
      Array.from({ length: 3_000 }, (_, at) => noteOf(`note ${at}`, { at: [0, at * 9, 9, 9, 0] })),
    );
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60);
    expect(row('note 0')?.getAttribute('aria-rowindex')).toBe('1');
    expect(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')).toBe('3000');
  });
});
