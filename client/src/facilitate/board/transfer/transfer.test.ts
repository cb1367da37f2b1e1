import { packInk } from '@multaqa/shared/facilitate/board/scene/ink';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyBoard, boardOf, noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { type ThingData, ThingData as ThingForm } from '@multaqa/shared/facilitate/board/scene/thing';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { session } from '../../../dialogue/dialogue.samples.ts';
import { readCsv } from '../../../platform/tables/read-csv.ts';
import { openBoard } from '../scene/open-board.ts';
import { carriedFrom, carriedType, placed, readCarried, wordsOf } from './carried.ts';
import { likelyColumn, listOf, mostNotes, notesFrom, textsFrom } from './notes-from.ts';
import { readPasted, rowsOf } from './pasted.ts';
import { putThings } from './target.ts';

const room = `${session}/plenary` as never;
const counter = () => {
  let at = 1_000_000;
  return () => {
    at += 1;
    return thingId(at);
  };
};
const sceneOf = (...things: ThingData[]) => readScene(boardOf(things));
const clipboard = (data: Record<string, string>, files: File[] = []) =>
  ({ getData: (type: string) => data[type] ?? '', files }) as unknown as DataTransfer;

describe('things that are carried', () => {
  test('come out as what went in, whatever is on the board, and hold on to each other', () => {
    fc.assert(
      fc.property(anyBoard, things => {
        const scene = sceneOf(...things);
        const carried = carriedFrom(scene, scene.keys(), room);
        if (!carried) {
          expect(scene.size).toBe(0);
          return;
        }
        const read = readCarried(JSON.stringify(carried));
        expect(read).toEqual(carried);
        const copies = placed(carried, { scene, at: [0, 0], newId: counter() });
        expect(copies).toHaveLength(scene.size);
        const ids = new Set(copies.map(([id]) => id));
        for (const [id, data] of copies) {
          expect(scene.has(id)).toBe(false);
          expect(ThingForm.safeParse(data).success).toBe(true);
          if (data.frame !== null) expect(ids.has(data.frame)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('bring along what lies in a chosen frame and what was merged into a chosen note', () => {
    const scene = sceneOf(
      { ...noteOf('Frame'), kind: 'frame' } as ThingData,
      noteOf('inside', { frame: thingId(0) }),
      noteOf('merged', { into: thingId(1) }),
      noteOf('elsewhere'),
    );
    const carried = carriedFrom(scene, [thingId(0)], room);
    expect(carried?.things.map(([id]) => id).sort()).toEqual([thingId(0), thingId(1), thingId(2)]);
    expect(carried && wordsOf(carried, 'en', 'ltr').split('\n').sort()).toEqual(['Frame', 'inside', 'merged']);
  });

  test('an arrow whose end was left behind goes where it pointed', () => {
    const arrow: ThingData = {
      ...plain,
      ...{ kind: 'arrow', colour: 'ink', text: '', says: null, heads: 'end', line: [-400, 100, 0, 0] },
      ...{ from: null, to: thingId(0) },
    };
    const scene = sceneOf(noteOf('target', { at: [0, 0, 200, 200, 0] }), arrow);
    const carried = carriedFrom(scene, [thingId(1)], room);
    const [[, copy]] = placed(carried as never, { scene, at: [-200, 100], newId: counter() }) as [[string, ThingData]];
    expect(copy).toMatchObject({ kind: 'arrow', to: null, line: [-400, 100, 0, 100] });
  });

  test('what others put on the clipboard is none', () => {
    for (const text of ['', '{', '[]', '{"format":"multaqa-board","version":1,"room":"x","things":[]}'])
      expect(readCarried(text)).toBeNull();
  });
});

describe('what is pasted', () => {
  test('things of a board come before pictures, pictures before words, and cells of a spreadsheet are no picture', () => {
    const carried = carriedFrom(sceneOf(noteOf('Ada')), [thingId(0)], room);
    const image = new File(['x'], 'map.png', { type: 'image/png' });
    const things = { [carriedType]: JSON.stringify(carried), 'text/plain': 'Ada' };
    expect(readPasted(clipboard(things, [image])).kind).toBe('things');
    expect(readPasted(clipboard({}, [image])).kind).toBe('images');
    expect(readPasted(clipboard({ 'text/plain': 'a\tb' }, [image])).kind).toBe('words');
    expect(readPasted(clipboard({}, [new File(['a'], 'list.csv')])).kind).toBe('table');
    expect(readPasted(clipboard({ 'text/plain': ' \n ' }))).toEqual({ kind: 'nothing' });
  });

  test('lines lose the signs of a list in both scripts, and nothing else', () => {
    const cells = (text: string) => text.split('\n').map(line => line.split('\t'));
    expect(rowsOf('- Water\r\n\r\n2. Jobs\n• 3 wells\n2020 was dry', cells).flat()).toEqual([
      ...['Water', 'Jobs', '3 wells', '2020 was dry'],
    ]);
    expect(rowsOf('١- بئر\n٢. مدرسة', cells).flat()).toEqual(['بئر', 'مدرسة']);
    expect(rowsOf('a\tb\nc\td', cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('cells keep their own lines, quotes and commas; a list that was copied here is the same again', () => {
    const cells = (text: string) => readCsv(text, '\t');
    const texts = ['He said "no"', 'two\nlines', 'ماء، كهرباء', 'a "b"\nc'];
    expect(rowsOf(listOf(texts), cells).flat()).toEqual(texts);
    expect(rowsOf('"two\nlines"\r\nمضخة', cells).flat()).toEqual(['two\nlines', 'مضخة']);
    expect(rowsOf('"a quotation" stays', cells).flat()).toEqual(['"a quotation" stays']);
    expect(readCsv('Town;Need\r\nSfax;"Water;\r\nwells"')).toEqual([
      ['Town', 'Need'],
      ['Sfax', 'Water;\r\nwells'],
    ]);
  });

  test('a column becomes notes: the one with the most words is meant, empty cells are left out, long ones are cut', () => {
    const rows = [
      ['1', 'Water is scarce', '2020'],
      ['2', '', '2021'],
      ['3', 'x'.repeat(5_000), '2022'],
    ];
    expect(likelyColumn(rows)).toBe(1);
    expect(textsFrom(rows, { column: 1, hasHeading: false }).map(text => text.length)).toEqual([
      15,
      limits.boardTextLength,
    ]);
    expect(textsFrom(rows, { column: 'all', hasHeading: true })[0]).toBe('2\n2021');
  });

  test('a whole spreadsheet becomes so many notes and no more, none on what is there, as one step of undo', () => {
    const doc = boardOf([noteOf('here', { at: [-100, -100, 200, 200, 0] })]);
    const board = openBoard(doc);
    const texts = Array.from({ length: 3_000 }, (_, at) => `row ${at}`);
    const notes = notesFrom(texts, {
      ...{ scene: board.scene(), at: [0, 0], direction: 'rtl', colour: 'yellow', newId: counter() },
    });
    expect(notes).toHaveLength(mostNotes);
    expect(putThings({ board, choose: () => {} }, notes)).toBe(true);
    expect(board.scene().size).toBe(mostNotes + 1);
    board.undo();
    expect(board.scene().size).toBe(1);
  });

  test('a board without room takes nothing at all', () => {
    const doc = boardOf(Array.from({ length: limits.boardThings - 1 }, () => noteOf('')));
    const board = openBoard(doc);
    const notes = notesFrom(['Ada', 'Ben'], {
      ...{ scene: board.scene(), at: [0, 0], direction: 'ltr', colour: 'yellow', newId: counter() },
    });
    expect(putThings({ board, choose: () => {} }, notes)).toBe(false);
    expect(board.scene().size).toBe(limits.boardThings - 1);
  });
});

test('a stroke is carried as it was drawn', () => {
  const { at, ink } = packInk([
    [0, 0, 0.5],
    [100, 50, 0.5],
  ]) ?? { at: [0, 0, 1, 1, 0], ink: '' };
  const stroke = { ...plain, kind: 'stroke', at, ink, colour: 'ink', pen: 'pen', thickness: 'm' } as ThingData;
  expect(carriedFrom(sceneOf(stroke), [thingId(0)], room)?.things[0]?.[1]).toMatchObject({ ink, at });
});
