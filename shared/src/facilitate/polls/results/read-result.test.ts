import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionId } from '../kinds/kind.ts';
import { castOf, hostileTexts } from '../kinds/kinds.samples.ts';
import { type Ballot, type Design, kindNames, type Result } from '../kinds/kinds.ts';
import { optionsOf } from '../sheet.ts';
import { emptyTally, plus, tallyOf } from '../tally.ts';
import { resultOf } from './read-result.ts';

const sheet = (design: Design, count = 3) => ({
  design,
  options: Array.from({ length: count }, (_, at) => ({ option: `o${at + 1}`, names: {} })),
});
const after = (one: ReturnType<typeof sheet>, ...ballots: Ballot[]): Result =>
  resultOf(
    one,
    ballots.map(ballot => tallyOf(one, ballot)).reduce((all, tally) => plus(all, tally), emptyTally),
  );
const values = ({ items }: Result) => items.map(({ value }) => value);
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('a result', () => {
  test.each(kindNames)('of %s: has every option once, and values that are numbers or nothing', kind => {
    fc.assert(
      fc.property(castOf([kind]), ({ sheet: one, ballots }) => {
        const result = after(one as ReturnType<typeof sheet>, ...ballots);
        expect(result.kind).toBe(kind);
        expect(result.voters).toBe(ballots.length);
        expect(result.items.map(({ option }) => option)).toEqual(optionsOf(one));
        for (const value of values(result)) expect(value === null || Number.isFinite(value)).toBe(true);
        if (result.unit === 'share')
          for (const value of values(result)) expect(value === null || (value >= 0 && value <= 1 + 1e-9)).toBe(true);
      }),
    );
  });

  test('single: shares are of those who voted, and sum to one', () => {
    const result = after(
      sheet({ kind: 'single' }),
      { choose: ['o1'] },
      { choose: ['o1'] },
      { choose: ['o3'] },
      { choose: ['o1'] },
    );
    expect(values(result)).toEqual([0.75, 0, 0.25]);
    fc.assert(
      fc.property(castOf(['single', 'quiz']), ({ sheet: one, ballots }) => {
        const shares = values(after(one as ReturnType<typeof sheet>, ...ballots)).map(Number);
        expect(sum(shares)).toBeCloseTo(ballots.length > 0 ? 1 : 0, 9);
      }),
    );
  });

  test('quiz: the share of right answers is told, and is not while they are concealed', () => {
    const ballots: Ballot[] = [{ choose: ['o1'] }, { choose: ['o2'] }, { choose: ['o3'] }, { choose: ['o2'] }];
    expect(after(sheet({ kind: 'quiz', right: ['o2', 'o3'] }), ...ballots)).toMatchObject({ right: 0.75 });
    expect(after(sheet({ kind: 'quiz', right: [] }), ...ballots)).toMatchObject({ right: null });
  });

  test('yes-no: yes, no and abstentions sum to those who answered a statement', () => {
    const result = after(
      sheet({ kind: 'yes-no' }),
      { answer: { o1: 'yes', o2: 'no' } },
      { answer: { o1: 'abstain', o2: 'yes' } },
      { answer: { o1: 'yes' } },
    );
    expect(result).toMatchObject({
      items: [
        { yes: 2, no: 0, abstain: 1, answered: 3, value: 2 / 3 },
        { yes: 1, no: 1, abstain: 0, answered: 2, value: 1 / 2 },
        { answered: 0, value: null },
      ],
    });
  });

  test('scale: mean, median and distribution leave out who cannot say', () => {
    const one = sheet({ kind: 'scale', from: 1, to: 5 }, 1);
    const rated = (...rates: (number | null)[]) => after(one, ...rates.map(rate => ({ rate: { o1: rate } })));
    expect(rated(1, 2, 5, null)).toMatchObject({ items: [{ value: 8 / 3, median: 2, answered: 3, none: 1 }] });
    expect(rated(1, 2, 4, 5)).toMatchObject({ items: [{ value: 3, median: 3 }] });
    expect(rated(1, 1, 5, 5)).toMatchObject({ items: [{ median: 3 }] });
    expect(rated(null)).toMatchObject({ items: [{ value: null, median: null, none: 1 }] });
  });

  test('scale: the median is the middle of what was answered', () => {
    const rates = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 15, size: 'max' });
    fc.assert(
      fc.property(rates, list => {
        const one = sheet({ kind: 'scale', from: 0, to: 10 }, 1);
        const sorted = list.toSorted((a, b) => a - b);
        const middle =
          ((sorted[Math.floor((list.length - 1) / 2)] ?? 0) + (sorted[Math.floor(list.length / 2)] ?? 0)) / 2;
        const result = after(one, ...list.map(rate => ({ rate: { o1: rate } })));
        expect(result).toMatchObject({
          items: [{ median: middle, value: expect.closeTo(sum(list) / list.length, 9) }],
        });
      }),
    );
  });

  test('ranking: who is first on every ballot has the most that there is, and complete ballots share the same sum', () => {
    const one = sheet({ kind: 'ranking', top: 0 });
    expect(values(after(one, { rank: ['o2', 'o1', 'o3'] }, { rank: ['o2', 'o3', 'o1'] }))).toEqual([1.5, 3, 1.5]);
    expect(values(after(one, { rank: ['o2'] }))).toEqual([0, 3, 0]);
    const complete = fc.array(fc.shuffledSubarray(['o1', 'o2', 'o3'], { minLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(complete, ballots => {
        expect(sum(values(after(one, ...ballots.map(rank => ({ rank })))).map(Number))).toBeCloseTo(6, 9);
      }),
    );
  });

  test('points: the means of all options sum to a hundred', () => {
    fc.assert(
      fc.property(castOf(['points']), ({ sheet: one, ballots }) => {
        const means = values(after(one as ReturnType<typeof sheet>, ...ballots)).map(Number);
        expect(sum(means)).toBeCloseTo(ballots.length > 0 ? 100 : 0, 9);
      }),
    );
  });

  test('placement: the mean lies between what people chose, and every dot is somebody’s', () => {
    const one = sheet({ kind: 'placement' }, 1);
    const result = after(one, { place: { o1: [0, 10] } }, { place: { o1: [20, 10] } }, { place: { o1: [20, 10] } });
    expect(result).toMatchObject({
      items: [
        {
          answered: 3,
          mean: { x: 40 / 3, y: 10 },
          dots: [
            { x: 0, y: 10, count: 1 },
            { x: 20, y: 10, count: 2 },
          ],
        },
      ],
    });
  });

  test('text: what was written comes back as it was, whatever it was', () => {
    const one = sheet({ kind: 'text', answers: 5 }, 0);
    const result = after(one, ...hostileTexts.map(text => ({ write: [text] })));
    expect(result).toMatchObject({ kind: 'text' });
    if (result.kind === 'text') expect(result.texts.map(({ text }) => text).sort()).toEqual([...hostileTexts].sort());
  });

  test('cloud: spellings meet, and most people’s is shown', () => {
    const one = sheet({ kind: 'cloud', entries: 3 }, 0);
    const result = after(
      one,
      { write: ['الماء', 'jobs'] },
      { write: ['ماء'] },
      { write: ['الماء'] },
      { write: ['__proto__'] },
    );
    expect(result).toMatchObject({
      words: [
        { text: 'الماء', count: 3, share: 0.75 },
        { text: '__proto__', count: 1 },
        { text: 'jobs', count: 1 },
      ],
    });
  });

  test('cloud: the spelling of most people is shown, whichever comes first in an alphabet', () => {
    const one = sheet({ kind: 'cloud', entries: 1 }, 0);
    const shown = (...entries: string[]) => after(one, ...entries.map(entry => ({ write: [entry] })));
    expect(shown('Water', 'water', 'water')).toMatchObject({ words: [{ text: 'water', count: 3 }] });
    expect(shown('Water', 'Water', 'water')).toMatchObject({ words: [{ text: 'Water', count: 3 }] });
  });

  test('cloud: no entry is lost or counted twice', () => {
    fc.assert(
      fc.property(castOf(['cloud']), ({ sheet: one, ballots }) => {
        const result = after(one as ReturnType<typeof sheet>, ...ballots);
        const marks = ballots.flatMap(ballot => Object.keys(tallyOf(one, ballot).sums));
        if (result.kind === 'cloud') expect(sum(result.words.map(({ count }) => count))).toBe(marks.length);
      }),
    );
  });

  test('means of options are what a person would count from the ballots', () => {
    fc.assert(
      fc.property(castOf(['scale']), ({ sheet: one, ballots }) => {
        const result = after(one as ReturnType<typeof sheet>, ...ballots);
        const rated = (option: OptionId) =>
          ballots.flatMap(ballot =>
            'rate' in ballot && typeof ballot.rate[option] === 'number' ? [ballot.rate[option]] : [],
          );
        for (const { option, value } of result.items)
          expect(value).toEqual(
            rated(option).length > 0 ? expect.closeTo(sum(rated(option)) / rated(option).length, 9) : null,
          );
      }),
    );
  });
});
