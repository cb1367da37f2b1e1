import { ballotOf, castOf, sheetOf } from '@multaqa/shared/facilitate/polls/kinds/kinds.samples';
import { suppressed } from '@multaqa/shared/facilitate/polls/results/splits';
import { emptyTally, plus, type Tally, tallyOf } from '@multaqa/shared/facilitate/polls/tally';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type BoxedBallots,
  ballotsOfText,
  type CountPiece,
  lastCount,
  tallyBallots,
  textOfBallots,
  withBallots,
} from './counting.ts';
import { numberOf } from './oprf.ts';

const number = (at: number) => numberOf(at.toString(16).padStart(64, '0'));
const groups = [null, 'north', 'south', '__proto__'];

/** A sheet of any kind that is divided by groups, and ballots in a box. */
const boxed = castOf(undefined, 40).map(({ sheet, ballots }) => ({
  sheet: { ...sheet, names: 'never' as const, split: 'cluster' as const },
  box: withBallots(
    new Map(),
    new Map(ballots.map((ballot, at) => [number(at), { group: groups[at % 4] ?? null, ballot }])),
  ),
}));

/** What the log makes of pieces, one after another. */
function together(pieces: readonly CountPiece[]) {
  let all = emptyTally;
  const of: { [group: string]: Tally } = Object.create(null);
  for (const piece of pieces) {
    all = plus(all, read(piece.tally));
    for (const { group, tally } of piece.groups) of[group] = plus(of[group] ?? emptyTally, read(tally));
  }
  return { all, of };
}
const read = ({ voters, sums }: CountPiece['tally']): Tally => ({ voters, sums: Object.fromEntries(sums) });
const inOrder = (cells: [string, Tally][]) => cells.toSorted(([a], [b]) => (a < b ? -1 : 1));

it('the pieces of a count are together what the ballots say, however short a piece is', () => {
  fc.assert(
    fc.property(boxed, fc.integer({ min: 100, max: 4_000 }), ({ sheet, box }, bytes) => {
      const pieces = lastCount(sheet, box, bytes);
      expect(pieces.map(({ piece }) => piece)).toEqual(pieces.map((_, at) => at));
      expect(pieces.map(({ step }) => step).lastIndexOf('piece')).toBe(pieces.length - 2);
      expect(pieces.every(({ ballots }) => ballots === box.size)).toBe(true);
      const isTold = box.size >= limits.smallestCell;
      const { all, of } = together(pieces);
      expect(all).toEqual(isTold ? tallyBallots(sheet, box.values()) : emptyTally);
      const cells: { [group: string]: Tally } = Object.create(null);
      for (const { group, ballot } of isTold ? box.values() : [])
        if (group !== null) cells[group] = plus(cells[group] ?? emptyTally, tallyOf(sheet, ballot));
      expect(inOrder(Object.entries(of))).toEqual(inOrder(suppressed(cells).map(({ group, tally }) => [group, tally])));
    }),
    { numRuns: 200 },
  );
});

it('a piece takes as many bytes as it may, unless one sum alone takes more', () => {
  fc.assert(
    fc.property(boxed, ({ sheet, box }) => {
      for (const { tally, groups: some } of lastCount(sheet, box, 2_000)) {
        const sums = tally.sums.length + some.reduce((sum, one) => sum + one.tally.sums.length, 0);
        if (sums > 1) expect(Buffer.byteLength(JSON.stringify({ tally, some }))).toBeLessThan(2_200);
      }
    }),
    { numRuns: 100 },
  );
});

it('the order in which ballots came leaves no trace', () => {
  const shuffled = boxed.chain(({ sheet, box }) =>
    fc.record({
      sheet: fc.constant(sheet),
      entries: fc.constant([...box]),
      order: fc.shuffledSubarray([...box], { minLength: box.size, maxLength: box.size }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ sheet, entries, order }) => {
      let one: BoxedBallots = new Map();
      for (const entry of order) one = withBallots(one, new Map([entry]));
      expect(textOfBallots(one)).toBe(textOfBallots(new Map(entries)));
      expect(lastCount(sheet, one, 500)).toEqual(lastCount(sheet, new Map(entries), 500));
    }),
    { numRuns: 100 },
  );
});

it('what is kept is read again, and the ballot that was put last is the one of a paper', () => {
  const changed = sheetOf('ranking').chain(sheet => fc.record({ before: ballotOf(sheet), after: ballotOf(sheet) }));
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      const first = withBallots(new Map(), new Map([[number(1), { group: null, ballot: before }]]));
      const last = withBallots(first, new Map([[number(1), { group: 'north', ballot: after }]]));
      expect([...ballotsOfText(textOfBallots(last))]).toEqual([[number(1), { group: 'north', ballot: after }]]);
    }),
  );
  expect([...ballotsOfText(null)]).toEqual([]);
});
