import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { section } from './polls-report.tsx';
import { sheetOf } from './results/results.samples.ts';

type Outcome = DialogueOutcomes['polls'];
type Run = Outcome[number];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const [first = '', second = '', poll = ''] = sampleIds;
const statements = sheetOf({ kind: 'yes-no' }, 2);
const yes = (one: number, two: number, voters: number) => ({
  voters,
  sums: { 'o1.yes': one, 'o1.no': voters - one, 'o2.yes': two, 'o2.no': voters - two },
});
const run = (also: Partial<Run>): Run => ({
  ...{ run: first, poll, session, sheet: statements, launchedAt: 1_600_000_000_000, present: 14, voters: 12 },
  ...{ tally: yes(9, 3, 12), split: null },
  ...also,
});

async function told(outcome: Outcome) {
  const { own: _, ...seen } = seenAfter(ada, []);
  const { Figures = () => null, Body = () => null } = section;
  scene = await renderDialogue(
    <>
      <Figures outcome={outcome} />
      <Body outcome={outcome} />
    </>,
    seen,
  );
  return scene.text();
}

describe('polls in the report', () => {
  test('have their question, the turnout, what it promised, and the result', async () => {
    const text = await told([run({})]);
    for (const words of ['What first?', '12 of 14 voted · with names', 'Water', '75%']) expect(text).toContain(words);
  });

  test('run again are compared with the first time, once', async () => {
    const text = await told([run({}), run({ run: second, launchedAt: 1_600_000_500_000, tally: yes(12, 3, 12) })]);
    expect(text.match(/Compared with/g)).toHaveLength(1);
    expect(text).toContain('▲ 25 points');
  });

  test('are divided as they were prepared, with what every group can accept', async () => {
    const split: Run['split'] = {
      by: 'language',
      groups: [
        { group: 'ar', tally: yes(6, 0, 6) },
        { group: 'others', tally: yes(4, 3, 6) },
      ],
    };
    const text = await told([run({ split })]);
    for (const words of ['By language', 'Arabic', 'Others', 'What every group can accept'])
      expect(text).toContain(words);
  });

  test('with too few ballots tell why there is no result, and those without any voter are left out', async () => {
    const secret = { ...statements, names: 'never' as const };
    const text = await told([
      run({ sheet: secret, tally: null, voters: 0, present: 6 }),
      run({ run: second, voters: 0, present: 0, tally: { voters: 0, sums: {} } }),
    ]);
    expect(text).toContain('Fewer than five people voted');
    expect(text).toContain('anonymous');
    expect(document.querySelectorAll('article')).toHaveLength(1);
  });
});
