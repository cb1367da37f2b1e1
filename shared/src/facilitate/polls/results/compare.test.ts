import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castOf } from '../kinds/kinds.samples.ts';
import type { Design } from '../kinds/kinds.ts';
import { emptyTally, plus, tallyOf } from '../tally.ts';
import { comparedTo } from './compare.ts';

const run = (design: Design, sums: { [key: string]: number }, voters: number, options = ['o1', 'o2']) => ({
  sheet: { design, options: options.map(option => ({ option, names: {} })) },
  tally: { voters, sums },
});

describe('before and after', () => {
  test('the change of an option is the difference of its shares or means', () => {
    const single = { kind: 'single' } as const;
    expect(comparedTo(run(single, { o1: 1, o2: 3 }, 4), run(single, { o1: 3, o2: 1 }, 4))).toEqual([
      { option: 'o1', before: 0.25, after: 0.75, change: 0.5 },
      { option: 'o2', before: 0.75, after: 0.25, change: -0.5 },
    ]);
    const scale = { kind: 'scale', from: 1, to: 5 } as const;
    expect(comparedTo(run(scale, { 'o1.2': 2 }, 2), run(scale, { 'o1.4': 1, 'o1.5': 1 }, 2))?.[0]).toMatchObject({
      change: 2.5,
    });
  });

  test('an option that was not there before has no change', () => {
    const single = { kind: 'single' } as const;
    const before = run(single, { o1: 4 }, 4, ['o1']);
    expect(comparedTo(before, run(single, { o2: 2 }, 4))?.[1]).toEqual({
      option: 'o2',
      before: null,
      after: 0.5,
      change: null,
    });
  });

  test('different kinds, other ends of a scale, rankings of other lengths and kinds without values are not compared', () => {
    const scale = { kind: 'scale', from: 1, to: 5 } as const;
    expect(comparedTo(run({ kind: 'single' }, {}, 0), run({ kind: 'quiz', right: ['o1'] }, {}, 0))).toBeNull();
    expect(comparedTo(run(scale, {}, 0), run({ ...scale, to: 7 }, {}, 0))).toBeNull();
    expect(
      comparedTo(run({ kind: 'ranking', top: 0 }, {}, 0), run({ kind: 'ranking', top: 0 }, {}, 0, ['o1'])),
    ).toBeNull();
    expect(comparedTo(run({ kind: 'placement' }, {}, 0), run({ kind: 'placement' }, {}, 0))).toBeNull();
    expect(
      comparedTo(run({ kind: 'text', answers: 1 }, {}, 0, []), run({ kind: 'text', answers: 1 }, {}, 0, [])),
    ).toBeNull();
  });

  test('the same result has changed nowhere', () => {
    fc.assert(
      fc.property(castOf(), ({ sheet, ballots }) => {
        const tally = ballots
          .map(ballot => tallyOf(sheet, ballot))
          .reduce((one, other) => plus(one, other), emptyTally);
        const changes = comparedTo({ sheet, tally }, { sheet, tally }) ?? [];
        expect(changes.every(({ change }) => change === null || change === 0)).toBe(true);
      }),
    );
  });
});
