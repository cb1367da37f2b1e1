import { outcomeInput } from '@multaqa/shared/facilitate/notes/notes.samples';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { readWorkbook } from '../../../people/import/read-workbook.ts';
import { ExportRegister } from './ExportRegister.tsx';

const [one = '', two = ''] = sampleIds;
const registered = (outcome: string, at: number, more: object): Registered => ({
  ...outcomeInput(outcome, `${session}/plenary`, more),
  at,
  changedAt: at,
});
const outcomes = [
  registered(two, 2, {
    ...{ kind: 'commitment', title: '=HYPERLINK("https://example.org")', text: '+1', owner: cleo, due: '2026-12-01' },
    ...{ people: [ben, cleo], municipality: 'صفاقس' },
    translation: { language: 'ar', title: 'التزام', text: 'نص', older: false },
  }),
  registered(one, 1, { title: 'Repair shop' }),
];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
const saved: { name: string; file: Blob }[] = [];
afterEach(async () => {
  await scene.leave();
  vi.restoreAllMocks();
  saved.length = 0;
});

/** Presses the button and an entry of its menu; the file that the browser was handed. */
async function save(entry: string): Promise<{ name: string; file: Blob }> {
  const { own: _, ...seen } = seenAfter(ada, []);
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: blobs.at(-1) as Blob });
  });
  scene = await renderDialogue(<ExportRegister outcomes={outcomes} />, seen);
  await scene.press('Save as a file');
  await scene.until(() => expect(scene.find('[role=menuitem]', entry)).toBeDefined());
  await scene.after(() => scene.find('[role=menuitem]', entry)?.click());
  await scene.until(() => expect(saved).toHaveLength(1));
  return saved[0] as { name: string; file: Blob };
}

describe('a register that is saved', () => {
  test('as CSV has a row for each outcome in the order of kinds; formulas are disarmed', async () => {
    const { name, file } = await save('Table (CSV)');
    expect(name).toBe('Outcomes.csv');
    const [head, first, second] = (await file.text()).split('\r\n');
    expect(head).toContain('Kind,Title,Text,Owner,Due');
    expect(first).toContain('Good practice,Repair shop');
    expect(second).toContain(`Commitment,"'=HYPERLINK(""https://example.org"")","'+1",Cleo,2026-12-01`);
    expect(second).toContain('العربية,التزام,نص');
  });

  test('as a workbook holds texts alone', async () => {
    const { file } = await save('Excel workbook');
    const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    expect(read.ok && read.rows[2]?.slice(0, 3)).toEqual(['Commitment', '=HYPERLINK("https://example.org")', '+1']);
  });

  test('as data holds what the register holds', async () => {
    const { file } = await save('Data (JSON)');
    expect(JSON.parse(await file.text())).toEqual({ format: 'multaqa-register', version: 1, outcomes });
  });
});
