import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policies } from './floor.messages.ts';
import { orderOf, placeOf, type Standing, spokenBy, type Waiting, weights } from './floor.order.ts';
import type { Spoken } from './floor.state.ts';

const people = ['ada', 'ben', 'cleo', 'dina', 'eve', 'finn'];
const seconds = 1_000;
const asked = (person: string, at: number, more: Partial<Waiting> = {}): Waiting => ({
  item: person,
  person,
  as: 'turn',
  at: at * seconds,
  placed: null,
  ...more,
});
const spoke = (held: number, more: Partial<Spoken> = {}): Spoken => ({
  held: held * seconds,
  heard: 0,
  town: null,
  factor: 1,
  ...more,
});
const standing = (policy: Standing['policy'], spoken: Standing['spoken'], last: string | null = null): Standing => ({
  policy,
  spoken,
  last,
});
const names = (queue: readonly Waiting[], now: Standing) => orderOf(queue, now).map(({ person }) => person);

const spokenOf = fc.record({
  held: fc.nat(3_600_000),
  heard: fc.nat(3_600_000),
  town: fc.constantFrom('Sfax', 'Irbid', null),
  factor: fc.double({ min: 1, max: 10, noNaN: true }),
});
const spokenByAll = fc.dictionary(fc.constantFrom(...people), spokenOf);
const queues = fc.uniqueArray(
  fc.record({
    person: fc.constantFrom(...people),
    at: fc.nat(7_200_000),
    as: fc.constantFrom('turn' as const, 'process' as const),
    placed: fc.constantFrom(null, null, null, 0, 1, 4),
  }),
  { selector: ({ person }) => person },
);
const withItems = (queue: readonly Omit<Waiting, 'item'>[]): Waiting[] =>
  queue.map(one => ({ ...one, item: one.person }));
const policy = fc.constantFrom(...policies);
const last = fc.constantFrom(null, ...people);

describe('the order of those who wait', () => {
  test('[F2] names everybody once, whatever the order in which their asks are kept, where no two came at one instant', () => {
    fc.assert(
      fc.property(queues, spokenByAll, policy, last, fc.nat(), (queue, spoken, way, before, turn) => {
        const all = withItems(queue).map((one, at) => ({ ...one, at: one.at * 10 + at, placed: null }));
        const order = names(all, standing(way, spoken, before));
        expect([...order].sort()).toEqual(all.map(({ person }) => person).sort());
        const cut = all.length > 0 ? turn % all.length : 0;
        expect(names([...all.slice(cut), ...all.slice(0, cut)], standing(way, spoken, before))).toEqual(order);
      }),
    );
  });

  test('[F3] nobody who asks more than deficit / lambda seconds after somebody is served before them', () => {
    fc.assert(
      fc.property(queues, spokenByAll, policy, last, (queue, spoken, way, before) => {
        const all = withItems(queue).map(one => ({ ...one, placed: null, as: 'turn' as const }));
        const order = orderOf(all, standing(way, spoken, before));
        const towns = new Map<string, number>();
        for (const one of Object.values(spoken))
          if (one.town) towns.set(one.town, (towns.get(one.town) ?? 0) + spokenBy(one));
        for (const one of all) {
          const own = spoken[one.person];
          const deficit = spokenBy(own) + weights.alpha * (towns.get(own?.town ?? '') ?? 0) + weights.beta;
          const bound = one.at + (deficit / weights.lambda) * seconds;
          const ahead = order.slice(0, order.indexOf(one));
          for (const other of ahead) expect(other.at).toBeLessThanOrEqual(Math.ceil(bound));
        }
      }),
    );
  });

  test('whom a host has placed stands there, as far as there are so many', () => {
    fc.assert(
      fc.property(queues, spokenByAll, policy, fc.nat(5), (queue, spoken, way, place) => {
        const all = withItems(queue).map((one, at) => ({ ...one, placed: at === 0 ? place : null }));
        const [first] = all;
        if (!first) return;
        expect(orderOf(all, standing(way, spoken)).indexOf(first)).toBe(Math.min(place, all.length - 1));
      }),
    );
  });

  test('by least spoken, who has been heard less goes first, until the wait outweighs it', () => {
    const spoken = { ada: spoke(60), ben: spoke(0) };
    expect(names([asked('ada', 0), asked('ben', 60)], standing('least-spoken', spoken))).toEqual(['ben', 'ada']);
    // 60 s of speech weigh as much as 120 s of waiting at lambda 0.5.
    expect(names([asked('ada', 0), asked('ben', 121)], standing('least-spoken', spoken))).toEqual(['ada', 'ben']);
    expect(names([asked('ada', 0), asked('ben', 60)], standing('first-come', spoken))).toEqual(['ada', 'ben']);
    const heard = { ada: spoke(0, { heard: 60 * seconds }), ben: spoke(10, { factor: 7 }) };
    expect(names([asked('ben', 0), asked('ada', 10)], standing('least-spoken', heard))).toEqual(['ada', 'ben']);
  });

  test('by municipality, a town that has been heard lets the others go first; by least spoken it does not matter', () => {
    const spoken = {
      ada: spoke(0, { town: 'Sfax' }),
      dina: spoke(300, { town: 'Sfax' }),
      ben: spoke(40, { town: 'Irbid' }),
    };
    const queue = [asked('ada', 0), asked('ben', 10)];
    expect(names(queue, standing('municipality', spoken))).toEqual(['ben', 'ada']);
    expect(names(queue, standing('least-spoken', spoken))).toEqual(['ada', 'ben']);
  });

  test('who has just spoken waits a little longer than who has not', () => {
    const queue = [asked('ada', 0), asked('ben', 10)];
    expect(names(queue, standing('least-spoken', {}, 'ada'))).toEqual(['ben', 'ada']);
    expect(names([asked('ada', 0), asked('ben', 61)], standing('least-spoken', {}, 'ada'))).toEqual(['ada', 'ben']);
  });

  test('a place comes with its reason, which counts everybody ahead once', () => {
    const queue = [
      asked('ada', 0),
      asked('ben', 20),
      asked('cleo', 10, { as: 'process' }),
      asked('dina', 5),
      asked('eve', 30, { placed: 0 }),
    ];
    const order = orderOf(queue, standing('least-spoken', { dina: spoke(60) }));
    expect(order.map(({ person }) => person)).toEqual(['eve', 'cleo', 'ada', 'ben', 'dina']);
    expect(placeOf(order, 'dina')).toEqual({ place: 4, reason: { hosts: 1, first: 1, earlier: 1, less: 1 } });
    expect(placeOf(order, 'nobody')).toBeNull();
    fc.assert(
      fc.property(queues, spokenByAll, policy, (list, spoken, way) => {
        const all = orderOf(withItems(list), standing(way, spoken));
        for (const [at, { item }] of all.entries()) {
          const found = placeOf(all, item);
          expect(found?.place).toBe(at);
          expect(Object.values(found?.reason ?? {}).reduce((sum, one) => sum + one, 0)).toBe(at);
        }
      }),
    );
  });
});
