import { afterEach, expect, test } from 'vitest';
import { ada, seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { readCsv } from '../../../platform/tables/read-csv.ts';
import { NotesDialog, type NotesSource } from './NotesDialog.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await scene?.leave();
  scene = undefined;
});

async function open(source: NotesSource) {
  const put: (readonly string[])[] = [];
  const { own: _, ...seen } = seenAfter(ada, []);
  const dialog = (
    <NotesDialog
      source={source}
      readCells={text => readCsv(text, '\t')}
      readFile={async file => ({ rows: readCsv(await file.text()), isCut: false })}
      onPut={texts => put.push(texts)}
      onClose={() => {}}
    />
  );
  const shown = await renderDialogue(dialog, seen);
  scene = shown;
  const press = (words: string) =>
    shown.after(() => [...document.querySelectorAll('button')].find(one => one.textContent?.includes(words))?.click());
  return { put, press, until: shown.until };
}

test('a list that was pasted becomes a note for each line, or one note with everything', async () => {
  const { put, press, until } = await open({ kind: 'text', text: '- Water\n- Jobs\n- Roads' });
  await until(() => expect(document.body.textContent).toContain('3 notes on the board'));
  await press('3 notes on the board');
  await press('One note with everything');
  expect(put).toEqual([['Water', 'Jobs', 'Roads'], ['- Water\n- Jobs\n- Roads']]);
});

test('of a table the column that is meant is chosen, and can be another one', async () => {
  const rows = [
    ['Town', 'Idea'],
    ['Sfax', 'Wells for the schools'],
  ];
  const { put, press, until } = await open({ kind: 'rows', rows, isCut: false });
  await until(() => expect(document.querySelectorAll('input[type=radio]')).toHaveLength(3));
  await press('2 notes on the board');
  expect(put).toEqual([['Idea', 'Wells for the schools']]);
});

test('a whole spreadsheet says how much of it comes, and that it is not all where it was too long to be read', async () => {
  const text = Array.from({ length: 3_000 }, (_, at) => `row ${at}`).join('\n');
  const { until } = await open({ kind: 'text', text, isCut: true });
  await until(() =>
    expect(document.body.textContent).toContain('200 notes come at once. The other 2,800 stay here for afterwards.'),
  );
  expect(document.body.textContent).toContain('Only the beginning was read.');
  expect([...document.querySelectorAll('button')].map(one => one.textContent)).toContain('Copy the other 2,800');
});
