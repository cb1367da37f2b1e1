import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flawsOf, optionsOf, readBallot, Sheet } from '../sheet.ts';
import { emptyTally, plus, tallyOf } from '../tally.ts';
import { optionIds } from './kind.ts';
import { ballotOf, castOf, hostileTexts, sheetOf } from './kinds.samples.ts';
import { Ballot, Design, kindNames, kindOf } from './kinds.ts';

const together = (sheet: Sheet, ballots: readonly Ballot[]) =>
  ballots.map(ballot => tallyOf(sheet, ballot)).reduce((one, other) => plus(one, other), emptyTally);

describe.each(kindNames)('a poll of kind %s', kind => {
  const sheet = sheetOf(kind);
  const cast = castOf([kind]);

  test('can be prepared and launched: its sheet is read as it is, and has no flaw', () => {
    fc.assert(
      fc.property(sheet, one => {
        expect(Sheet.parse(one)).toEqual(one);
        expect(Design.parse(one.design)).toEqual(one.design);
        expect(flawsOf(one)).toEqual([]);
      }),
    );
    expect(Design.parse(kindOf({ kind }).start)).toEqual(kindOf({ kind }).start);
  });

  test('every ballot that its sheet allows is read as it is, also among ballots of all kinds', () => {
    fc.assert(
      fc.property(
        sheet.chain(one => fc.tuple(fc.constant(one), ballotOf(one))),
        ([one, ballot]) => {
          expect(readBallot(one, ballot)).toEqual(ballot);
          expect(Ballot.parse(ballot)).toEqual(ballot);
        },
      ),
    );
  });

  test('marks are positive whole numbers, under keys of its options or under what was written', () => {
    fc.assert(
      fc.property(cast, ({ sheet: one, ballots }) => {
        for (const ballot of ballots)
          for (const [key, amount] of kindOf(one.design).marks(one.design, optionsOf(one), ballot)) {
            expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
            expect(
              key.startsWith('t:') || key.startsWith('w:') || optionsOf(one).includes(key.split('.')[0] ?? ''),
            ).toBe(true);
          }
      }),
    );
  });

  test('a ballot says a thing once: no sum is above the number of voters', () => {
    fc.assert(
      fc.property(cast, ({ sheet: one, ballots }) => {
        const { voters, sums } = together(one, ballots);
        expect(voters).toBe(ballots.length);
        expect(Object.values(sums).every(sum => sum > 0 && sum <= voters)).toBe(true);
      }),
    );
  });

  test('taking a ballot away is the inverse of counting it, in whatever order', () => {
    fc.assert(
      fc.property(cast, ({ sheet: one, ballots }) => {
        const all = together(one, ballots);
        expect(together(one, ballots.toReversed())).toEqual(all);
        expect(ballots.map(ballot => tallyOf(one, ballot)).reduce((sum, each) => plus(sum, each, -1), all)).toEqual(
          emptyTally,
        );
      }),
    );
  });

  test('who agrees with an option is among those who say something of it, and these are voters', () => {
    fc.assert(
      fc.property(cast, ({ sheet: one, ballots }) => {
        const { voters, sums } = together(one, ballots);
        const agreement = kindOf(one.design).agreement?.(one.design, optionsOf(one), sums, voters) ?? {};
        for (const { agrees, votes } of Object.values(agreement)) {
          expect(agrees).toBeLessThanOrEqual(votes);
          expect(votes).toBeLessThanOrEqual(voters);
        }
      }),
    );
  });

  test('a ballot that names an option of another sheet is refused', () => {
    fc.assert(
      fc.property(cast, fc.constantFrom(...optionIds), ({ sheet: one, ballots }, gone) => {
        const fewer = { ...one, options: one.options.filter(({ option }) => option !== gone) };
        for (const ballot of ballots)
          if (JSON.stringify(ballot).includes(`"${gone}"`) && optionsOf(one).includes(gone))
            expect(readBallot(fewer, ballot)).toBeNull();
      }),
    );
  });

  test('no JSON is read as a ballot that cannot be counted', () => {
    const keys = fc.constantFrom('choose', 'answer', 'rate', 'rank', 'give', 'place', 'write', '__proto__');
    const values = fc.constantFrom('o1', 'yes', null, 5, 4.5, -1, 1e9, ...hostileTexts);
    const deep = fc.oneof(
      values,
      fc.array(values),
      fc.dictionary(fc.constantFrom('o1', 'o2', 'o21', '__proto__'), fc.oneof(values, fc.array(values))),
    );
    fc.assert(
      fc.property(sheet, fc.oneof(fc.dictionary(keys, deep), fc.jsonValue()), (one, junk) => {
        const ballot = readBallot(one, junk);
        if (ballot) expect(Object.values(tallyOf(one, ballot).sums).every(Number.isSafeInteger)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('each kind', () => {
  const bare = (design: Design, count: number) => ({
    design,
    options: optionIds.slice(0, count).map(option => ({ option, names: {} })),
  });

  test('points: a hundred in steps of five, not a point more', () => {
    const three = bare({ kind: 'points' }, 3);
    expect(readBallot(three, { give: { o1: 95, o2: 5 } })).not.toBeNull();
    for (const give of [{ o1: 95 }, { o1: 100, o2: 5 }, { o1: 98, o2: 2 }, { o1: 105, o2: -5 }, {}])
      expect(readBallot(three, { give })).toBeNull();
  });

  test('points: every ballot gives a hundred', () => {
    fc.assert(
      fc.property(castOf(['points']), ({ sheet, ballots }) => {
        const { voters, sums } = together(sheet, ballots);
        const given = Object.entries(sums).reduce((all, [key, count]) => all + Number(key.split('.')[1]) * count, 0);
        expect(given).toBe(100 * voters);
      }),
    );
  });

  test('ranking: nothing twice, and no more than there are places', () => {
    const top = bare({ kind: 'ranking', top: 2 }, 4);
    expect(readBallot(top, { rank: ['o4', 'o1'] })).not.toBeNull();
    for (const rank of [['o1', 'o1'], ['o1', 'o2', 'o3'], []]) expect(readBallot(top, { rank })).toBeNull();
  });

  test('multiple: nothing twice, between least and most', () => {
    const two = bare({ kind: 'multiple', min: 1, max: 2 }, 4);
    expect(readBallot(two, { choose: ['o4', 'o1'] })).not.toBeNull();
    for (const choose of [['o1', 'o1'], ['o1', 'o2', 'o3'], []]) expect(readBallot(two, { choose })).toBeNull();
    expect(flawsOf({ ...sheetWith({ kind: 'multiple', min: 3, max: 2 }) })).toContain('range');
    expect(flawsOf({ ...sheetWith({ kind: 'multiple', min: 1, max: 9 }) })).toContain('range');
  });

  test('scale: not beyond its ends', () => {
    const five = bare({ kind: 'scale', from: 1, to: 5 }, 2);
    expect(readBallot(five, { rate: { o1: 5, o2: null } })).not.toBeNull();
    for (const rate of [{ o1: 6 }, { o1: 0 }, {}]) expect(readBallot(five, { rate })).toBeNull();
  });

  test('quiz: the right answer is not in what is concealed, and a quiz needs one', () => {
    const quiz = kindOf({ kind: 'quiz' });
    expect(quiz.conceal?.({ kind: 'quiz', right: ['o2'] })).toEqual({ kind: 'quiz', right: [] });
    expect(flawsOf(sheetWith({ kind: 'quiz', right: ['o9'] }))).toContain('no-right-answer');
  });

  test('cloud: a comma makes two entries, and the same word twice counts once', () => {
    const two = bare({ kind: 'cloud', entries: 2 }, 0);
    expect(readBallot(two, { write: ['water، jobs', 'roads'] })).toBeNull();
    expect(tallyOf(two, { write: ['Water', 'water'] }).sums).toEqual({ 'w:water\nwater': 1 });
    expect(tallyOf(two, { write: ['الماء، ماء'] }).voters).toBe(1);
  });

  const sheetWith = (design: Design): Sheet => ({
    question: { en: 'What first?' },
    hint: {},
    labels: {},
    names: 'shown',
    results: 'live',
    weight: 'person',
    split: null,
    seconds: null,
    ...bare(design, 3),
  });
});
