import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../limits.ts';
import { castOf } from '../kinds/kinds.samples.ts';
import { emptyTally, plus, type Tally, tallyOf } from '../tally.ts';
import { others, suppressed } from './splits.ts';

type Cells = { [group: string]: Tally };
const together = (tallies: readonly Tally[]) => tallies.reduce((all, tally) => plus(all, tally), emptyTally);
const cell = (voters: number): Tally => ({ voters, sums: { o1: voters } });
const cellsOf = (sizes: { [group: string]: number }): Cells =>
  Object.fromEntries(Object.entries(sizes).map(([group, voters]) => [group, cell(voters)]));

/** Ballots of a poll, dealt to groups by chance. */
const dealt: fc.Arbitrary<Cells> = castOf(undefined, 40).chain(({ sheet, ballots }) =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', others, 'Sfax/TN'), {
      minLength: ballots.length,
      maxLength: ballots.length,
      size: 'max',
    })
    .map(groups => {
      const cells: Cells = {};
      for (const [at, ballot] of ballots.entries()) {
        const group = groups[at] ?? '';
        cells[group] = plus(cells[group] ?? emptyTally, tallyOf(sheet, ballot));
      }
      return cells;
    }),
);
const sizes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '', others), fc.nat(14)).map(cellsOf);

/** Everything that somebody can compute who knows the whole and what is told: sums of told groups, and what they leave. */
function known(whole: Tally, told: readonly Tally[]): Tally[] {
  const sums = Array.from({ length: 2 ** told.length }, (_, bits) =>
    together(told.filter((__, at) => (bits >> at) & 1)),
  );
  return [...sums, ...sums.map(part => plus(whole, part, -1))];
}

describe('a result divided by groups', () => {
  test('whoever knows the whole and all that is told learns of no group that has one to four voters', () => {
    fc.assert(
      fc.property(fc.oneof(sizes, dealt), cells => {
        const whole = together(Object.values(cells));
        const told = suppressed(cells).map(({ tally }) => tally);
        for (const { voters } of known(whole, told))
          expect(voters === 0 || voters >= limits.smallestCell || voters === whole.voters).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('the groups sum to the whole, or nothing is told', () => {
    fc.assert(
      fc.property(fc.oneof(sizes, dealt), cells => {
        const told = suppressed(cells);
        if (told.length > 0) expect(together(told.map(({ tally }) => tally))).toEqual(together(Object.values(cells)));
      }),
    );
  });

  test('a group that is told by its name is told as it is', () => {
    fc.assert(
      fc.property(fc.oneof(sizes, dealt), cells => {
        for (const { group, tally } of suppressed(cells)) if (group !== others) expect(tally).toEqual(cells[group]);
      }),
    );
  });

  test('groups of five or more are all told where none is smaller', () => {
    expect(suppressed(cellsOf({ b: 7, a: 5 })).map(({ group }) => group)).toEqual(['a', 'b']);
  });

  test('a lone small group takes the smallest other one with it', () => {
    expect(suppressed(cellsOf({ a: 9, b: 6, c: 2 }))).toEqual([
      { group: 'a', tally: cell(9) },
      { group: others, tally: cell(8) },
    ]);
  });

  test('one group alone is the whole, and no division', () => {
    expect(suppressed(cellsOf({ a: 9 }))).toEqual([]);
    expect(suppressed(cellsOf({ a: 4, b: 4, c: 1 }))).toEqual([]);
    expect(suppressed({})).toEqual([]);
  });

  test('the order in which groups were filled is not told', () => {
    fc.assert(
      fc.property(sizes, cells => {
        const turned = Object.fromEntries(Object.entries(cells).toReversed());
        expect(suppressed(turned)).toEqual(suppressed(cells));
      }),
    );
  });
});
