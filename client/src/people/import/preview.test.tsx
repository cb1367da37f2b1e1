import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { seenAfter } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { type ImportRow, rowOf } from './import-rows.ts';
import { Preview } from './Preview.tsx';
import { parseTable } from './parse-table.ts';

const idOf = (at: number) => `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`;

function Scene({ csv }: { csv: string }) {
  const [rows, setRows] = useState<readonly ImportRow[]>(() => {
    const table = parseTable(csv);
    return table.ok
      ? table.lines.map((line, at) => rowOf(line, idOf(at), ['en'], { status: 'open', needs: [], fields: [] }))
      : [];
  });
  return <Preview rows={rows} ignored={[]} onRows={setRows} onBack={() => {}} onDone={() => {}} />;
}

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const cell = (label: string) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
const write = (label: string, words: string) =>
  scene.after(() => {
    const field = cell(label);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const filter = () => scene.after(() => document.querySelector<HTMLElement>('input[type=checkbox]')?.click());
const rowCount = () => document.querySelectorAll('tbody tr').length;

test('a row that is being mended stays where it is until the filter is used again', async () => {
  scene = await renderDialogue(<Scene csv={'name,town,country\n,Nablus,PS\nBen,Aqaba,JO\n,Bonn,DE'} />);
  await filter();
  expect(rowCount()).toBe(2);
  await write('Name 2', 'P');
  expect(cell('Name 2')).not.toBeNull();
  await write('Name 2', 'Petra Long');
  expect(cell('Name 2')?.value).toBe('Petra Long');
  expect(rowCount()).toBe(2);
  await filter();
  expect(rowCount()).toBe(3);
  await filter();
  expect(rowCount()).toBe(1);
});

test('the filter can be lifted when everything is mended, and shows what becomes wrong meanwhile', async () => {
  scene = await renderDialogue(
    <Scene csv={'name,town,country,email\n,Nablus,PS,a@example.org\nBen,Aqaba,JO,b@example.org'} />,
  );
  await filter();
  await write('Name 2', 'Petra Long');
  expect(scene.text()).toContain('2 rows are ready');
  expect(rowCount()).toBe(1);
  await filter();
  expect(rowCount()).toBe(2);
});

test('published clusters stay as they are, and the preview says so', async () => {
  const at = 1_700_000_000_000;
  const arrangement = idOf(77);
  const clusters = [{ cluster: 'c1', names: {}, size: 2 }];
  const proposed = {
    arrangement,
    title: 'One',
    origin: 'hand',
    settings: usualSettings,
    clusters,
    people: [ben, cleo],
  };
  const table = <Scene csv={'name,town,country\nPetra Long,Nablus,PS'} />;
  scene = await renderDialogue(
    table,
    seenAfter(ada, [
      { by: ada, kind: 'cluster.propose', input: proposed, at },
      { by: ada, kind: 'cluster.publish', input: { arrangement }, at },
    ]),
  );
  expect(scene.text()).toContain('The published clusters stay as they are.');
  await scene.leave();
  scene = await renderDialogue(table, seenAfter(ada));
  expect(scene.text()).not.toContain('The published clusters');
});

test('people who are there already get their answers from the list, and nothing else of them changes', async () => {
  scene = await renderDialogue(
    <Scene csv={'name,email,town,country,vision\nCleo,cleo@example.org,Bonn,DE,A green river'} />,
    seenAfter(ada),
  );
  expect(scene.text()).toContain('Somebody in the dialogue already has this e-mail.');
  await filter();
  await scene.press('Update 1 person');
  const card = { person: cleo, name: 'Cleo', municipality: 'Bonn', vision: 'A green river' };
  expect(scene.sent.map(({ kind }) => kind)).toEqual(['people.edit']);
  expect(scene.sent[0]?.input).toMatchObject(card);
});
