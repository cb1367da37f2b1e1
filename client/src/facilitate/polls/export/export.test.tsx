import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { readWorkbook } from '../../../people/import/read-workbook.ts';
import { sheetOf } from '../results/results.samples.ts';
import type { Shown } from '../results/told.ts';
import { plainColour } from './picture.tsx';
import { fileNameOf } from './result-file.ts';
import { SaveResult } from './SaveResult.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
const saved: { name: string; file: Blob }[] = [];
afterEach(async () => {
  await scene.leave();
  vi.restoreAllMocks();
  saved.length = 0;
});

/** Presses the button and an entry of its menu; the file that the browser was handed. */
async function save(shown: Shown, entry: string, ballots: { [person: string]: Ballot } | null = null) {
  const { own: _, ...seen } = seenAfter(ada, []);
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: blobs.at(-1) as Blob });
  });
  scene = await renderDialogue(<SaveResult shown={shown} under="12 votes" ballots={ballots} />, seen);
  await scene.press('Save');
  await scene.until(() => expect(scene.find('[role=menuitem]', entry)).toBeDefined());
  await scene.after(() => scene.find('[role=menuitem]', entry)?.click());
  await scene.until(() => expect(saved).toHaveLength(1));
  return saved[0] as { name: string; file: Blob };
}
const rowsOf = async (file: Blob) => {
  const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  return read.ok ? read.rows : null;
};

const single = { ...sheetOf({ kind: 'single' }), question: { en: 'What first? =Water/2' } };
const shown: Shown = { sheet: single, tally: { voters: 12, sums: { o1: 9, o3: 3 } } };
const groups = [
  { group: 'c1', name: '=Coast', mark: 0, tally: { voters: 6, sums: { o1: 6 } } },
  { group: 'others', name: 'Others', mark: null, tally: { voters: 6, sums: { o1: 3, o3: 3 } } },
];

describe('a result that is saved', () => {
  test('as CSV has votes and shares of each option; formulas are disarmed', async () => {
    const { name, file } = await save({ ...shown, split: { as: 'groups', groups } }, 'As CSV');
    expect(name).toBe('What-first-Water-2.csv');
    const text = await file.text();
    expect(text).toContain('Group,Option,Votes,Share');
    expect(text).toContain('All,Water,9,75%');
    expect(text).toContain(`"'=Coast",Water,6,100%`);
    expect(text).toContain('Others,Solar energy,3,50%');
  });

  test('as a workbook holds the same', async () => {
    const { name, file } = await save(shown, 'As Excel workbook');
    expect(name).toBe('What-first-Water-2.xlsx');
    expect(await rowsOf(file)).toEqual([
      ['Option', 'Votes', 'Share'],
      ['Water', '9', '75%'],
      ['Jobs', '0', '0%'],
      ['Solar energy', '3', '25%'],
    ]);
  });

  test('as a drawing holds the question, every option and its value, and needs no style sheet', async () => {
    const { name, file } = await save(shown, 'As a drawing (SVG)');
    expect(name).toBe('What-first-Water-2.svg');
    const drawing = new DOMParser().parseFromString(await file.text(), 'image/svg+xml');
    const words = [...drawing.querySelectorAll('text')].map(one => one.textContent);
    for (const word of ['What first? =Water/2', '12 votes', 'Water', '75%', 'Solar energy', '25%'])
      expect(words).toContain(word);
    expect(drawing.querySelectorAll('[class], [style], foreignObject, script')).toHaveLength(0);
  });

  test('tells who chose what where that may be told', async () => {
    const ballots = { [cleo]: { choose: ['o3'] }, [ben]: { choose: ['o1'] } };
    const { file } = await save(shown, 'Who chose what', ballots);
    expect(await rowsOf(file)).toEqual([
      ['Name', 'Municipality', 'Answer'],
      ['Ben', 'Irbid', 'Water'],
      ['Cleo', 'Bonn', 'Solar energy'],
    ]);
  });

  test('of a poll that does not tell has no such entry', async () => {
    scene = await renderDialogue(<SaveResult shown={shown} under="" />);
    await scene.press('Save');
    await scene.until(() => expect(scene.find('[role=menuitem]', 'As CSV')).toBeDefined());
    expect(scene.find('[role=menuitem]', 'Who chose what')).toBeUndefined();
  });
});

describe('a file of a result', () => {
  test('is called like the question, by letters and digits of any script', () => {
    expect(fileNameOf('بماذا نبدأ؟')).toBe('بماذا-نبدأ');
    expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
    expect(fileNameOf('???')).toBe('poll');
    expect([...fileNameOf('a'.repeat(300))]).toHaveLength(60);
  });

  test('has colours that every reader of SVG knows', () => {
    expect(plainColour('color(srgb 1 0.5 0 / 0.45)')).toBe('rgba(255, 128, 0, 0.45)');
    expect(plainColour('rgb(11, 107, 107)')).toBe('rgb(11, 107, 107)');
  });
});
