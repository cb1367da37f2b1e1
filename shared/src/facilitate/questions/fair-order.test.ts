import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Backed, fairOrder } from './fair-order.ts';

const groups = ['red', 'blue', 'green', 'amber', 'violet'];

/** Up to five groups of one to six people, and questions with some of each group behind them. */
const rooms = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5, size: 'max' }),
    fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5, size: 'max' }), {
      maxLength: 14,
      size: 'max',
    }),
  )
  .map(([counts, shares]) => {
    const sizes = Object.fromEntries(counts.map((count, at) => [groups[at] ?? '', count]));
    const questions = shares.map((of, seq): Backed => {
      const support = counts.map((count, at) => [groups[at] ?? '', Math.round(count * (of[at] ?? 0))] as const);
      return { question: `q${seq}`, seq, support: Object.fromEntries(support.filter(([, backers]) => backers > 0)) };
    });
    return { sizes, questions };
  });
const all = 1_000;
const namesOf = (places: readonly { question: string }[]) => places.map(({ question }) => question);
const supporters = ({ support }: Backed) => Object.values(support).reduce((sum, count) => sum + count, 0);

describe('the fair order', () => {
  test('has every question once that somebody supports, and no other', () => {
    fc.assert(
      fc.property(rooms, ({ sizes, questions }) => {
        const backed = questions.filter(one => supporters(one) > 0);
        expect(namesOf(fairOrder(questions, sizes, all)).sort()).toEqual(namesOf(backed).sort());
      }),
    );
  });

  test('begins in the same way however many places are asked for', () => {
    fc.assert(
      fc.property(rooms, fc.nat(14), ({ sizes, questions }, places) => {
        expect(fairOrder(questions, sizes, places)).toEqual(fairOrder(questions, sizes, all).slice(0, places));
      }),
    );
  });

  test('does not depend on the order in which questions are given, nor on what groups are called', () => {
    fc.assert(
      fc.property(rooms, fc.gen(), ({ sizes, questions }, chance) => {
        const called = chance(() => fc.shuffledSubarray(groups, { minLength: 5 }));
        const rename = <Value>(record: Readonly<Record<string, Value>>) =>
          Object.fromEntries(
            Object.entries(record)
              .map(([group, value]) => [called[groups.indexOf(group)] ?? '', value] as const)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          );
        const mixed = chance(() => fc.shuffledSubarray(questions, { minLength: questions.length }));
        const renamed = mixed.map(one => ({ ...one, support: rename(one.support) }));
        expect(namesOf(fairOrder(renamed, rename(sizes), all))).toEqual(namesOf(fairOrder(questions, sizes, all)));
      }),
      { numRuns: 300 },
    );
  });

  test('with one group is the order by support, what was asked first coming first of equals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 20, size: 'max' }), counts => {
        const questions = counts.map((count, seq): Backed => ({ question: `q${seq}`, seq, support: { '': count } }));
        const expected = questions
          .filter(one => supporters(one) > 0)
          .sort((a, b) => supporters(b) - supporters(a) || a.seq - b.seq);
        const order = fairOrder(questions, { '': 9 }, all);
        expect(namesOf(order)).toEqual(namesOf(expected));
        expect(order.every(({ why }) => why === 'most')).toBe(true);
      }),
    );
  });

  test('gives something to every group whose people all support one question within as many places as there are groups', () => {
    fc.assert(
      fc.property(rooms, ({ sizes, questions }) => {
        const count = Object.keys(sizes).length;
        const first = new Set(namesOf(fairOrder(questions, sizes, count)));
        for (const [group, size] of Object.entries(sizes)) {
          if (!questions.some(({ support }) => support[group] === size)) continue;
          const got = questions.filter(({ question, support }) => first.has(question) && (support[group] ?? 0) > 0);
          expect(got.length, group).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('puts a question no later when all of one more group support it', () => {
    fc.assert(
      fc.property(rooms, fc.nat(13), ({ sizes, questions }, at) => {
        const chosen = questions[at % Math.max(1, questions.length)];
        if (!chosen) return;
        const { red = 1 } = sizes;
        const more = questions.map(one => (one === chosen ? { ...one, support: { ...one.support, red } } : one));
        const place = (list: readonly Backed[]) => {
          const found = namesOf(fairOrder(list, sizes, all)).indexOf(chosen.question);
          return found < 0 ? all : found;
        };
        expect(place(more)).toBeLessThanOrEqual(place(questions));
      }),
      { numRuns: 500 },
    );
  });

  test('says whose turn it is where a question comes before one with more support', () => {
    const questions: Backed[] = [
      { question: 'first', seq: 1, support: { red: 9 } },
      { question: 'second', seq: 2, support: { red: 8 } },
      { question: 'third', seq: 3, support: { blue: 3 } },
    ];
    expect(fairOrder(questions, { red: 9, blue: 3 }, all)).toEqual([
      { question: 'first', why: 'most' },
      { question: 'third', why: 'turn', group: 'blue', backers: 3 },
      { question: 'second', why: 'most' },
    ]);
  });
});
