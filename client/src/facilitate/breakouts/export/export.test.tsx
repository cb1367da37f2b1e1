import type { Sent } from '@multaqa/shared/dialogue.samples';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { readWorkbook } from '../../../people/import/read-workbook.ts';
import { ExportButton } from './ExportItems.tsx';

const [, , , first = '', second = '', one = '', two = ''] = sampleIds;
const at = 9_000;
/** A grouping with Ben in its first room, and those of `others` in its second one. */
const prepared = (grouping: string, title: string, others: string[], ids: [string, string]): Sent => ({
  ...{ by: ada, kind: 'breakouts.prepare', at },
  input: {
    ...{ grouping, session, title, way: 'rotation', round: 1, sizes: [1, others.length], people: [ben, ...others] },
    rooms: ids.map((id, mark) => ({
      room: `${session}/${id}`,
      names: mark === 1 ? { en: '=Water' } : {},
      mark,
      cluster: null,
    })),
  },
});
const history = [
  prepared(first, 'Round one', [cleo], [one, two]),
  prepared(second, 'Round two', [], [sampleIds[0] ?? '', sampleIds[1] ?? '']),
];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
const saved: { name: string; file: Blob }[] = [];
afterEach(async () => {
  await scene.leave();
  vi.restoreAllMocks();
  saved.length = 0;
});

/** Presses the button and an entry of its menu; the file that the browser was handed. */
async function save(file: 'rooms' | 'rotation', entry: string): Promise<{ name: string; file: Blob }> {
  const { own: _, ...seen } = seenAfter(ada, history);
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: blobs.at(-1) as Blob });
  });
  const groupings = Object.values(seen.view.breakouts.plan?.groupings ?? {});
  scene = await renderDialogue(<ExportButton file={file} groupings={groupings} />, seen);
  await scene.press('Save as a table');
  await scene.until(() => expect(scene.find('[role=menuitem]', entry)).toBeDefined());
  await scene.after(() => scene.find('[role=menuitem]', entry)?.click());
  await scene.until(() => expect(saved).toHaveLength(1));
  return saved[0] as { name: string; file: Blob };
}

describe('rooms that are saved as a table', () => {
  test('have a row for everybody with a room and a column for each round; formulas are disarmed', async () => {
    const { name, file } = await save('rotation', 'Save as CSV');
    expect(name).toBe('rotation.csv');
    expect(await file.text()).toContain(`Cleo,Bonn,DE,"'=Water",`);
  });

  test('as a workbook hold the same, as texts', async () => {
    const { name, file } = await save('rooms', 'Save as Excel workbook');
    expect(name).toBe('rooms.xlsx');
    const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    expect(read.ok && read.rows).toEqual([
      ['Name', 'Municipality', 'Country', 'Round one', 'Round two'],
      ['Ben', 'Irbid', 'JO', 'Room 1', 'Room 1'],
      ['Cleo', 'Bonn', 'DE', '=Water', ''],
    ]);
  });
});
