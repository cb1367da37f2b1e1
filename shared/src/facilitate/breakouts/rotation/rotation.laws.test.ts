import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Guest } from '../guest.ts';
import { guest, guestAt, rosterOf } from '../guests.samples.ts';
import type { Demand } from './conflict.ts';
import { coverageOf } from './coverage.ts';
import { planRotation, type Rotation, type Wanted } from './plan.ts';
import { settingsFor } from './rotation.samples.ts';
import { usualRotation } from './settings.ts';
import { yardsticksOf } from './yardsticks.ts';

/**
 * Laws [R1] to [R4] are tried on many rosters, where rotations are carried out.
 * [R5] Where five meet in five rounds and nothing else is asked, person pairs are within 2 % of the ceiling.
 * [R6] Rounds that are planned later let people meet who have not really met.
 * [R7] Contradictory demands are named: leaving out any one of them helps.
 */

// Two cores may carry ten other things: slow is not wrong.
const patience = 240_000;

const quiet = { progress() {}, isCancelled: () => false };
type Settings = Wanted['settings'];
const free: Settings = { ...usualRotation, smallest: 1, largest: 500, sharedLanguage: false };
const ask = (guests: readonly Guest[], settings: Settings, rounds: number, before: Wanted['before'] = []) =>
  planRotation(guests, { rounds, settings, before }, quiet);
const roundsOf = (rotation: Rotation) => {
  if (rotation.status !== 'planned') throw new Error(JSON.stringify(rotation));
  return rotation.rounds;
};

describe('how many meet', () => {
  /** Two people from each town, but the last tenth alone. */
  const inTowns = (people: number) =>
    Array.from({ length: people }, (_, at) => guest(at + 1, { town: at < people * 0.9 ? `t${at >> 1}` : `s${at}` }));

  test.each([25, 30, 33, 40, 48, 60, 75, 100])(
    '[R5] of %i people in five rounds of five',
    people => {
      const guests = inTowns(people);
      const made = roundsOf(ask(guests, free, 5));
      const { met } = coverageOf(guests, [], made);
      const { ceiling } = yardsticksOf(
        guests,
        [],
        made.map(rooms => rooms.length),
        [],
        1,
      );
      expect(met.people / ceiling.people).toBeGreaterThanOrEqual(0.98);
    },
    patience,
  );

  test('40 people of 22 towns: half of all people in five rounds of five, and nearly all towns', () => {
    const { met, of, rounds } = coverageOf(inTowns(40), [], roundsOf(ask(inTowns(40), free, 5)));
    expect(of).toEqual({ people: 780, towns: 231 });
    expect(rounds.map(({ fresh }) => fresh.people)).toEqual([80, 80, 80, 80, 80]);
    expect(met.towns / of.towns).toBeGreaterThan(0.95);
  });

  test('as many rounds as rooms without anybody meeting twice, where a design has them', () => {
    const guests = inTowns(40);
    const { rounds } = coverageOf(guests, [], roundsOf(ask(guests, free, 8)));
    expect(rounds.map(({ fresh }) => fresh.people)).toEqual(Array(8).fill(80));
  });
});

describe('[R6] rounds that are planned later', () => {
  const guests = Array.from({ length: 20 }, (_, at) => guest(at + 1));

  test('let nobody meet again whom they have met, as far as there are others', () => {
    const [first = []] = roundsOf(ask(guests, free, 1));
    const before = first.flatMap(({ people }) =>
      people.flatMap((one, at) => people.slice(at + 1).map(two => ({ one, two, times: 1 }))),
    );
    const { rounds } = coverageOf(guests, before, roundsOf(ask(guests, free, 1, before)));
    // Five people who go to four rooms: two of them meet again.
    expect(rounds.map(({ fresh }) => fresh.people)).toEqual([36]);
  });

  test('let those meet first who were absent', () => {
    const present = guests.slice(4);
    const before = present.flatMap(({ person: one }, at) =>
      present.slice(at + 1).map(({ person: two }) => ({ one, two, times: 1 })),
    );
    const made = roundsOf(ask(guests, free, 1, before));
    const absent = new Set(guests.slice(0, 4).map(({ person }) => person));
    // All pairs among sixteen have met: each of the others meets four of them.
    for (const { people } of made[0] ?? []) expect(people.filter(person => absent.has(person))).toHaveLength(1);
  });
});

describe('[R7] contradictions', () => {
  const told = (guests: readonly Guest[], settings: Partial<Settings>) => {
    const rotation = ask(guests, { ...free, ...settings }, 2);
    return rotation.status === 'impossible' ? rotation : rotation.status;
  };
  const many = (people: number, known: Partial<Guest> = {}) =>
    Array.from({ length: people }, (_, at) => guest(at + 1, known));

  test('sizes that no number of rooms gives', () => {
    expect(told(many(11), { smallest: 4, largest: 5 })).toEqual({
      status: 'impossible',
      demands: [
        { rule: 'largest', largest: 5 },
        { rule: 'smallest', smallest: 4 },
      ],
      isProven: true,
    });
    expect(told(many(2), { smallest: 3 })).toMatchObject({ demands: [{ rule: 'smallest', smallest: 3 }] });
  });

  test('fewer facilitators than rooms', () => {
    const guests = many(20).map((one, at) => (at < 3 ? { ...one, role: 'facilitator' as const } : one));
    expect(told(guests, { largest: 6, facilitated: true, smallest: 2 })).toEqual({
      status: 'impossible',
      demands: [{ rule: 'facilitated' }, { rule: 'largest', largest: 6 }],
      isProven: true,
    });
    expect(told(guests, { largest: 7, facilitated: true })).toBe('planned');
  });

  test('somebody whom nobody understands, until somebody interprets', () => {
    const guests = [...many(11, { languages: ['ar'] }), guest(12, { languages: ['de'] })];
    expect(told(guests, { smallest: 2, sharedLanguage: true })).toEqual({
      status: 'impossible',
      demands: [{ rule: 'language' }, { rule: 'smallest', smallest: 2 }],
      isProven: true,
    });
    const interpreter = guest(13, { languages: ['ar', 'de'], role: 'interpreter' });
    expect(told([...guests, interpreter], { smallest: 2, sharedLanguage: true })).toBe('planned');
  });

  test('people who are apart from each other in fewer rooms than they are', () => {
    const apart = [[1, 2, 3, 4].map(guestAt)];
    expect(told(many(12), { smallest: 4, apart })).toEqual({
      status: 'impossible',
      demands: [
        { rule: 'apart', people: apart[0] },
        { rule: 'smallest', smallest: 4 },
      ],
      isProven: true,
    });
  });

  test('more rooms than the product has', () => {
    expect(told(many(400), { largest: 5 })).toMatchObject({
      demands: [
        { rule: 'limit', rooms: 60 },
        { rule: 'largest', largest: 5 },
      ],
      isProven: true,
    });
  });

  test(
    'leaving out any one of the demands helps',
    () => {
      /** What is asked for when these demands are all. */
      const only = (settings: Settings, demands: readonly Demand[]): Settings => {
        const has = (rule: Demand['rule']) => demands.some(demand => demand.rule === rule);
        return {
          ...free,
          ...{ size: settings.size, seed: settings.seed },
          ...(has('smallest') ? { smallest: settings.smallest } : {}),
          ...(has('largest') ? { largest: settings.largest } : {}),
          sharedLanguage: has('language'),
          facilitated: has('facilitated'),
          apart: demands.flatMap(demand => (demand.rule === 'apart' ? [[...demand.people]] : [])),
        };
      };
      let seen = 0;
      const hard = settingsFor(15).map(({ settings }) => ({ ...settings, sharedLanguage: true, facilitated: true }));
      for (const [seed, settings] of fc.sample(hard, { numRuns: 30, seed: 7 }).entries()) {
        const guests = rosterOf(15, seed);
        const rotation = ask(guests, settings, 1);
        if (rotation.status !== 'impossible') continue;
        seen += 1;
        const { demands } = rotation;
        expect(ask(guests, only(settings, demands), 1).status).toBe('impossible');
        for (const demand of demands) {
          const others = demands.filter(other => other !== demand);
          expect(ask(guests, only(settings, others), 1).status).toBe('planned');
        }
      }
      expect(seen).toBeGreaterThan(5);
    },
    patience,
  );
});

describe('while it works', () => {
  test('it tells how far it is, and stops when nobody wants it any more', () => {
    const told: number[] = [];
    const guests = rosterOf(40, 1);
    const wanted = { rounds: 3, settings: { ...usualRotation, smallest: 1 }, before: [] };
    planRotation(guests, wanted, { progress: (done, total) => told.push(done / total), isCancelled: () => false });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(() => planRotation(guests, wanted, { progress() {}, isCancelled: () => told.length > 0 })).toThrow(
      'cancelled',
    );
  });

  test('nobody, and no round, is nothing', () => {
    expect(ask([], free, 3)).toEqual({ status: 'nothing' });
    expect(ask(rosterOf(9, 1), free, 0)).toEqual({ status: 'nothing' });
    expect(ask([guest(1, { role: 'interpreter' })], free, 3)).toEqual({ status: 'nothing' });
  });
});
