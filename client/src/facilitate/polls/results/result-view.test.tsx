import type { Design, KindName } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { kindNames, kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { afterEach, describe, expect, test } from 'vitest';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { ResultView } from './ResultView.tsx';
import { sheetOf } from './results.samples.ts';
import type { Shown } from './told.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const draw = async (shown: Shown) => {
  scene = await renderDialogue(<ResultView {...shown} size="panel" />);
  return scene;
};
const cells = () =>
  [...document.querySelectorAll('tr')].map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent));
const single = sheetOf({ kind: 'single' });
const tally = (sums: { [key: string]: number }, voters: number) => ({ voters, sums });

/** What a tally of each kind can hold, of four voters. */
const sums: { [Kind in KindName]: { [key: string]: number } } = {
  single: { o1: 3, o2: 1 },
  multiple: { o1: 3, o2: 4 },
  'yes-no': { 'o1.yes': 3, 'o1.no': 1, 'o2.abstain': 4 },
  scale: { 'o1.5': 2, 'o1.2': 1, 'o1.none': 1 },
  ranking: { 'o1.1': 3, 'o2.1': 1, 'o2.2': 3 },
  points: { 'o1.60': 4, 'o2.40': 4 },
  placement: { 'o1.3.17': 2, 'o1.5.17': 2 },
  text: { 't:__proto__': 1, 't:More trust': 3 },
  cloud: { 'w:water\nWater': 3, 'w:مياه\nالمياه': 1 },
  quiz: { o1: 3, o2: 1 },
};
const designs: Partial<{ [Kind in KindName]: Design }> = { quiz: { kind: 'quiz', right: ['o1'] } };

describe('the result of a poll', () => {
  test.each(kindNames)(
    'of kind %s is there as a picture or as cards, and as a table for whoever cannot see it',
    async kind => {
      const design = designs[kind] ?? kindOf({ kind }).start;
      const { most } = kindOf({ kind }).options;
      const { find, text } = await draw({ sheet: sheetOf(design, Math.min(3, most)), tally: tally(sums[kind], 4) });
      if (kind === 'text') {
        expect([...document.querySelectorAll('li')].map(one => one.textContent)).toEqual([
          'More trust3 times',
          '__proto__',
        ]);
        return;
      }
      expect(find('svg[role=img]')?.getAttribute('aria-label')).toContain('table');
      expect(cells().length).toBeGreaterThan(2);
      expect(text()).not.toMatch(/NaN|undefined|Infinity|poll-results/);
      for (const part of document.querySelectorAll('svg *'))
        for (const { name, value } of part.attributes) expect(`${name} ${value}`).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  test('has what the table says: votes and shares of each option', async () => {
    await draw({ sheet: single, tally: tally({ o1: 3, o3: 1 }, 4) });
    expect(cells()).toEqual([
      ['Option', 'Votes', 'Share'],
      ['Water', '3', '75%'],
      ['Jobs', '0', '0%'],
      ['Solar energy', '1', '25%'],
    ]);
  });

  test('can be shown as a table, and as a picture again', async () => {
    const { find, press } = await draw({ sheet: single, tally: tally({ o1: 4 }, 4) });
    await press('Show as a table');
    expect(find('svg[role=img]')).toBeUndefined();
    await press('Show as a picture');
    expect(find('svg[role=img]')).toBeDefined();
  });

  test('of nobody says that there is none yet', async () => {
    const { text } = await draw({ sheet: single, tally: tally({}, 0) });
    expect(text()).toBe('No answers yet');
  });

  const groups = [
    { group: 'c1', name: 'Coast', mark: 0, tally: tally({ 'o1.yes': 5, 'o2.yes': 5, 'o2.no': 1, 'o3.no': 6 }, 6) },
    { group: 'c2', name: 'Inland', mark: 1, tally: tally({ 'o1.yes': 5, 'o1.no': 1, 'o2.no': 6, 'o3.no': 6 }, 6) },
  ];
  const statements = sheetOf({ kind: 'yes-no' });

  test('divided by groups names each of them with its voters', async () => {
    const { text } = await draw({ sheet: statements, tally: tally({}, 12), split: { as: 'groups', groups } });
    expect(text()).toContain('Coast');
    expect(text()).toContain('6 votes');
    expect(cells().slice(1, 3)).toEqual([
      ['Coast', 'Water', '5', '0', '0', '100%'],
      ['Coast', 'Jobs', '5', '1', '0', '83%'],
    ]);
  });

  test('as consent has what every group accepts before what divides', async () => {
    const { text } = await draw({ sheet: statements, tally: tally({}, 12), split: { as: 'consent', groups } });
    const words = text();
    const at = ['What every group can accept', 'Water', 'What divides', 'Jobs', 'In between', 'Solar energy'].map(one =>
      words.indexOf(one),
    );
    expect(at.every(one => one >= 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(cells()[1]).toEqual(['Water', '100%', '83%', '17%']);
  });

  test('compared with an earlier run tells the change in points of per cent', async () => {
    await draw({
      sheet: single,
      tally: tally({ o1: 3, o2: 1 }, 4),
      before: { sheet: single, tally: tally({ o1: 1, o2: 3 }, 4) },
    });
    expect(cells().slice(0, 2)).toEqual([
      ['Option', 'Before', 'After', 'Change'],
      ['Water', '25%', '75%', '▲ 50 points'],
    ]);
  });

  test('where each municipality has the same weight counts municipalities, in parts of them too', async () => {
    const sheet = { ...single, weight: 'municipality' as const };
    await draw({ sheet, tally: tally({ o1: 2.5, o2: 0.5 }, 3) });
    expect(cells().slice(0, 2)).toEqual([
      ['Option', 'Municipalities', 'Share'],
      ['Water', '2.5', '83%'],
    ]);
  });

  test('of hundreds of answers shows the first ones, and the others when somebody asks for them', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`t:Answer ${at}`, 1]));
    const { press } = await draw({ sheet: sheetOf({ kind: 'text', answers: 1 }, 0), tally: tally(many, 300) });
    expect(document.querySelectorAll('li').length).toBeLessThan(100);
    await press('Show 240 more answers');
    expect(document.querySelectorAll('li')).toHaveLength(300);
  });

  test('grows to the newest tally and ends there', async () => {
    const { find, until } = await draw({ sheet: single, tally: tally({ o1: 3, o2: 1 }, 4) });
    await until(() => expect(find('svg')?.textContent).toContain('75%'));
  });
});
