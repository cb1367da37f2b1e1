import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import type { ToldThing } from '@multaqa/shared/facilitate/board/table/told-things';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, expect, test, vi } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { section } from '../board-report.tsx';

type Told = DialogueOutcomes['board'][number];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(async () => {
  await scene.leave();
  vi.unstubAllGlobals();
});

const [vote = ''] = sampleIds;
const [pumps, wells, gone, frame] = [thingId(1), thingId(2), thingId(3), thingId(4)];
const note = (id: string, text: string, more: Partial<ToldThing> = {}): ToldThing => ({
  ...{ id, kind: 'note', text, says: null, by: null },
  ...more,
});

async function show(of: Partial<Told>, things: readonly ToldThing[] | null) {
  vi.stubGlobal('fetch', async () =>
    things ? Response.json({ things }) : Response.json({ refusal: 'unknown' }, { status: 404 }),
  );
  const { own: _, ...seen } = seenAfter(ada, []);
  const { Body = () => null } = section;
  const outcome: Told[] = [{ room: `${session}/plenary`, votes: [], hasNamed: false, ...of }];
  scene = await renderDialogue(<Body outcome={outcome} />, seen);
}

const votes: Told['votes'] = [
  {
    ...{ vote, frame, at: 1_600_000_000_000, voted: 9 },
    result: {
      [wells]: { dots: 3, people: 3, clusters: { '': 3 } },
      [pumps]: { dots: 12, people: 8, clusters: { [vote]: 7, '': 5 } },
      [gone]: { dots: 1, people: 1, clusters: {} },
    },
  },
];

test('[B11] a counted vote is a table in words: the most dots first, clusters that are too small together', async () => {
  await show({ votes }, [
    note(wells, 'بئر لكل قرية'),
    note(pumps, 'Pumps'),
    note(frame, '', { kind: 'frame', says: 'gaps.need' }),
  ]);
  await scene.until(() => expect(document.querySelector('table')).not.toBeNull());
  expect(document.querySelector('caption')?.textContent).toMatch(/^Dots on “Needs”9 people gave dots/);
  const rows = [...document.querySelectorAll('tbody tr')].map(row =>
    [...row.children].map(cell => cell.textContent?.replace(/\s+/g, ' ')),
  );
  expect(rows.map(([, dots, people]) => [dots, people])).toEqual([
    ['12', '8'],
    ['3', '3'],
    ['1', '1'],
  ]);
  expect(rows[0]?.[0]).toContain('Everybody else5 dots');
  expect(rows[1]?.[0]).toContain('بئر لكل قرية');
  expect(rows[2]?.[0]).toBe('No longer on the board');
});

test('[B2] what was revealed with names stands under them, and nothing else does', async () => {
  await show({ hasNamed: true }, [
    note(pumps, 'Pumps', { by: cleo }),
    note(wells, 'Wells', { by: ben }),
    note(gone, 'Pipes', { by: cleo }),
    note(frame, 'Nobody wrote this'),
  ]);
  await scene.until(() => expect(document.querySelector('dl')).not.toBeNull());
  const told = [...document.querySelectorAll('dl > div')].map(one => [...one.children].map(part => part.textContent));
  expect(told).toEqual([
    ['Ben', 'Wells'],
    ['Cleo', 'Pumps', 'Pipes'],
  ]);
});

test('whoever may not see a board reads nothing of it', async () => {
  await show({ votes, hasNamed: true }, null);
  await scene.until(() => expect(document.querySelector('[role=status], table, dl')).toBeNull());
  expect(scene.text()).not.toContain('Dots');
});
