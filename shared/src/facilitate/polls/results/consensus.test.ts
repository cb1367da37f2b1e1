import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotOf, sheetOf } from '../kinds/kinds.samples.ts';
import { kindNames, kindOf } from '../kinds/kinds.ts';
import { emptyTally, plus, tallyOf } from '../tally.ts';
import { consensusOf } from './consensus.ts';

const statements = {
  design: { kind: 'yes-no' as const },
  options: ['o1', 'o2', 'o3'].map(option => ({ option, names: {} })),
};
/** A group in which so many of ten say yes to each statement, the others no. */
const saying = (group: string, ...yes: number[]) => ({
  group,
  tally: {
    voters: 10,
    sums: Object.fromEntries(
      yes.flatMap((count, at) => [
        [`o${at + 1}.yes`, count],
        [`o${at + 1}.no`, 10 - count],
      ]),
    ),
  },
});

describe('what every group can accept', () => {
  test('comes before what a majority likes and one group refuses', () => {
    const found = consensusOf(statements, [saying('a', 10, 7, 1), saying('b', 10, 7, 1), saying('c', 1, 7, 1)]);
    expect(found?.map(({ option }) => option)).toEqual(['o2', 'o1', 'o3']);
    expect(found?.map(({ isCommon }) => isCommon)).toEqual([true, false, false]);
    expect(found?.[1]?.divisiveness).toBeCloseTo(0.9, 9);
  });

  test('is the product over groups of (1 + A) / (2 + n)', () => {
    const found = consensusOf(statements, [saying('a', 9, 0, 0), saying('b', 5, 0, 0)]);
    expect(found?.[0]?.consent).toBeCloseTo((10 / 12) * (6 / 12), 9);
  });

  test('needs two groups, and a kind that asks for consent', () => {
    expect(consensusOf(statements, [saying('a', 1, 2, 3)])).toBeNull();
    expect(
      consensusOf({ ...statements, design: { kind: 'cloud', entries: 1 }, options: [] }, [saying('a'), saying('b')]),
    ).toBeNull();
  });

  const asked = kindNames.filter(kind => kindOf({ kind }).agreement);
  const groups = fc
    .constantFrom(...asked)
    .chain(kind => sheetOf(kind))
    .chain(sheet =>
      fc.record({
        sheet: fc.constant(sheet),
        cells: fc
          .array(fc.array(ballotOf(sheet), { maxLength: 8, size: 'max' }), { minLength: 2, maxLength: 4, size: 'max' })
          .map(all =>
            all.map((ballots, at) => ({
              group: `g${at}`,
              tally: ballots.map(ballot => tallyOf(sheet, ballot)).reduce((one, other) => plus(one, other), emptyTally),
            })),
          ),
      }),
    );

  test('consent and divisiveness lie between 0 and 1, every option is there once, the most accepted first', () => {
    fc.assert(
      fc.property(groups, ({ sheet, cells }) => {
        const found = consensusOf(sheet, cells) ?? [];
        expect(found.map(({ option }) => option).sort()).toEqual(sheet.options.map(({ option }) => option).sort());
        for (const { consent, divisiveness } of found) {
          expect(consent > 0 && consent < 1).toBe(true);
          expect(divisiveness >= 0 && divisiveness <= 1).toBe(true);
        }
        expect(found.map(({ consent }) => consent)).toEqual(found.map(({ consent }) => consent).sort((a, b) => b - a));
      }),
    );
  });

  test('one more agreement in any group never lowers an option', () => {
    const yes = fc.array(fc.nat(9), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(yes, yes, (one, other) => {
        const consent = (cells: Parameters<typeof consensusOf>[1]) =>
          consensusOf(statements, cells)?.find(({ option }) => option === 'o1')?.consent ?? 0;
        const more = one.with(0, (one[0] ?? 0) + 1);
        expect(consent([saying('a', ...more), saying('b', ...other)])).toBeGreaterThan(
          consent([saying('a', ...one), saying('b', ...other)]),
        );
      }),
    );
  });
});
