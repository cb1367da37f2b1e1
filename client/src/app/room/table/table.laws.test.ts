import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chairs, type Sitting, seatPeople } from './chairs.ts';
import { fittingName, leastMiddle, planTable, type SeatWords } from './plan-table.ts';

const words: fc.Arbitrary<SeatWords> = fc
  .record({ name: fc.integer({ min: 24, max: 260 }), town: fc.integer({ min: 20, max: 200 }) })
  .map(({ name, town }) => ({ name, town, short: Math.round(name * 0.6), first: Math.round(name * 0.5) }));
const box = fc.record({ width: fc.integer({ min: 320, max: 2_560 }), height: fc.integer({ min: 180, max: 1_440 }) });
const line = fc.constantFrom(18, 22, 36);
const seats = (most: number) => fc.array(words, { minLength: 1, maxLength: most, size: 'max' });
const near = 0.02;

describe('the plan of a table', () => {
  test('keeps all cells, discs with their words, inside the box and clear of each other', () => {
    fc.assert(
      fc.property(seats(45), box, line, (people, size, height) => {
        const { spots, cell } = planTable(people, size, { line: height });
        expect(spots.length).toBeGreaterThan(0);
        for (const [at, { inline, block }] of spots.entries()) {
          expect(inline).toBeGreaterThanOrEqual(-near);
          expect(block).toBeGreaterThanOrEqual(-near);
          expect(inline + cell.width).toBeLessThanOrEqual(size.width + near);
          expect(block + cell.height).toBeLessThanOrEqual(size.height + near);
          for (const other of spots.slice(at + 1)) {
            const apart = [Math.abs(inline - other.inline) - cell.width, Math.abs(block - other.block) - cell.height];
            expect(Math.max(...apart)).toBeGreaterThanOrEqual(-near);
          }
        }
      }),
    );
  });

  test('has a place for each of six, wherever it has any', () => {
    fc.assert(
      fc.property(seats(6), box, line, (people, size, height) => {
        expect(planTable(people, size, { line: height }).spots).toHaveLength(people.length);
      }),
    );
  });

  test('leaves the middle to who speaks', () => {
    fc.assert(
      fc.property(seats(45), box, line, (people, size, height) => {
        const { spots, cell, middle } = planTable(people, size, { line: height });
        expect(middle.width).toBeGreaterThanOrEqual(leastMiddle.uprightWidth);
        expect(middle.height).toBeGreaterThanOrEqual(leastMiddle.height);
        for (const { inline, block } of spots) {
          const apart = [
            Math.abs(inline + cell.width / 2 - size.width / 2) - (cell.width + middle.width) / 2,
            Math.abs(block + cell.height / 2 - size.height / 2) - (cell.height + middle.height) / 2,
          ];
          expect(Math.max(...apart)).toBeGreaterThanOrEqual(-near);
        }
      }),
    );
  });

  test('is the same on both sides: whoever sits in front, the first and the last are equally far away', () => {
    fc.assert(
      fc.property(seats(45), box, (people, size) => {
        const { spots, cell } = planTable(people, size, { line: 18 });
        const mirrored = spots.map(({ inline, block }) => ({ inline: size.width - inline - cell.width, block }));
        const round = [...mirrored.slice(0, 1), ...mirrored.slice(1).reverse()];
        for (const [at, spot] of spots.entries()) {
          expect(round[at]?.inline).toBeCloseTo(spot.inline, 0);
          expect(round[at]?.block).toBeCloseTo(spot.block, 0);
        }
      }),
    );
  });

  test('gives everybody a place and a name on a desk, and up to twenty a place on a phone', () => {
    const named = { name: 110, short: 86, first: 70, town: 70 };
    const of = (count: number, size: { width: number; height: number }) => {
      const plan = planTable(Array(count).fill(named), size, { line: 18 });
      return { places: plan.spots.length, lines: plan.cell.lines, names: fittingName(named, plan.cell) };
    };
    const desk = { width: 1_080, height: 700 };
    const phone = { width: 360, height: 280 };
    expect(of(20, desk)).toEqual({ places: 20, lines: 2, names: 'name' });
    expect(of(40, desk)).toEqual({ places: 40, lines: 1, names: 'first' });
    expect(of(40, { width: 1_900, height: 1_000 })).toEqual({ places: 40, lines: 2, names: 'name' });
    expect(of(3, phone)).toEqual({ places: 3, lines: 1, names: 'first' });
    // A desk at twice its size, with a panel beside the stage.
    expect(of(22, { width: 300, height: 390 })).toMatchObject({ places: 22 });
    expect(of(20, phone)).toEqual({ places: 20, lines: 0, names: 'first' });
  });
});

const person = fc.record({ key: fc.uuid(), group: fc.constantFrom('Bonn', 'Irbid', 'Nablus', 'Sfax', 'Tunis') });
/** Oneself first, then group after group. */
const company = (most: number) =>
  fc
    .uniqueArray(person, { minLength: 3, maxLength: most, size: 'max', selector: ({ key }) => key })
    .map(([me, ...others]) => [me as Sitting, ...others.sort((a, b) => a.group.localeCompare(b.group))]);
const keysOf = (chairs: Chairs) => chairs.filter(key => key !== null);

describe('the chairs', () => {
  /** People come and go one after the other: the chairs before and after each step. */
  function histories(check: (step: { before: Chairs; after: Chairs; people: Sitting[]; isLeaving: boolean }) => void) {
    const moves = fc.array(fc.nat(), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(company(40), fc.integer({ min: 3, max: 40 }), moves, (everybody, first, steps) => {
        const here = new Set(everybody.slice(0, first).map(({ key }) => key));
        const present = () => everybody.filter(({ key }) => here.has(key));
        let chairs = seatPeople([], present());
        for (const step of steps) {
          const { key } = everybody[1 + (step % (everybody.length - 1))] as Sitting;
          const isLeaving = here.delete(key);
          if (!isLeaving) here.add(key);
          const before = chairs;
          chairs = seatPeople(chairs, present());
          check({ before, after: chairs, people: present(), isLeaving });
        }
      }),
    );
  }

  test('seat everybody who is here once, in their order, from oneself on', () => {
    histories(({ after, people }) => expect(keysOf(after)).toEqual(people.map(({ key }) => key)));
  });

  test('do not move when somebody leaves', () => {
    histories(({ before, after, people, isLeaving }) => {
      const isSpreadAnew = people.length < 3 || before.length > 2 * people.length + 4;
      if (isLeaving && !isSpreadAnew) expect(after).toHaveLength(before.length);
      if (isLeaving && !isSpreadAnew)
        for (const [at, key] of after.entries()) expect([null, before[at]]).toContain(key);
    });
  });

  test('move nobody by more than one place when somebody comes and a chair is free', () => {
    histories(({ before, after, people, isLeaving }) => {
      if (isLeaving || people.length < 4 || !before.includes(null)) return;
      expect(after).toHaveLength(before.length);
      for (const key of keysOf(before)) {
        expect(Math.abs(after.indexOf(key) - before.indexOf(key))).toBeLessThanOrEqual(1);
      }
    });
  });

  test('move nobody at all when a free chair is where the newcomer belongs', () => {
    const [ada, ben, cleo, dina] = ['ada', 'ben', 'cleo', 'dina'].map(key => ({ key, group: 'Sfax' })) as [
      Sitting,
      Sitting,
      Sitting,
      Sitting,
    ];
    const all = [ada, ben, cleo, dina];
    const left = seatPeople(['ada', 'ben', 'cleo', 'dina'], [ada, ben, dina]);
    expect(left).toEqual(['ada', 'ben', null, 'dina']);
    expect(seatPeople(left, all)).toEqual(['ada', 'ben', 'cleo', 'dina']);
  });

  test('are never many more than people', () => {
    histories(({ after, people }) => expect(after.length).toBeLessThanOrEqual(2 * people.length + 4));
  });
});
