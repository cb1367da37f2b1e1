import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Guest, guestsById, meets } from '../guest.ts';
import { guest, guestAt, rosterOf } from '../guests.samples.ts';
import { canTalk } from '../understanding.ts';
import { dealAsBefore, dealByChance, dealByCluster, dealNobody } from './deal.ts';
import type { Dealt } from './seats.ts';
import { evenSizes, roomCount } from './sizes.ts';

/**
 * [D1] Everybody is in one room or named as without one; nobody is in two, and nobody else is in any.
 * [D2] By chance, sizes and each kind of people differ by one at most between rooms.
 * [D3] The same people and seed give the same rooms, in whichever order people come.
 * [D4] In a room of a cluster are people of this cluster and nobody else; no room has more than what was asked for.
 * [D5] As before, everybody who was there is where they were.
 * [D6] A room's facilitator and note-taker are in it and have that role; it has one when somebody there has.
 */

const roster = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.nat(10_000)).map(([size, seed]) => rosterOf(size, seed));
const clusters = ['c1', 'c2', 'c3', 'c4'];
const rooms = fc.integer({ min: 1, max: 20 });
const seeds = fc.nat(1_000);

const dealt: fc.Arbitrary<[guests: Guest[], dealt: Dealt]> = fc
  .tuple(
    roster,
    rooms,
    seeds,
    fc.option(fc.integer({ min: 1, max: 9 })),
    fc.constantFrom('chance', 'cluster', 'before', 'nobody'),
  )
  .map(([guests, count, seed, most, way]) => {
    if (way === 'chance') return [guests, dealByChance(guests, count, seed)];
    if (way === 'cluster') return [guests, dealByCluster(guests, clusters, most, seed)];
    if (way === 'nobody') return [guests, dealNobody(guests, count)];
    return [guests, dealAsBefore(guests, earlier(guests, count, seed), 'cluster')];
  });

/** A grouping of before, in which every third person was not there, and somebody was who has gone since. */
const earlier = (guests: readonly Guest[], count: number, seed: number) => ({
  rooms: Array.from({ length: count }, (_, at) => ({ cluster: at % 2 === 0 ? `c${1 + (at % 4)}` : null })),
  places: Object.fromEntries([
    [guestAt(900), 0],
    ...guests.flatMap(({ person }, at) => (at % 3 === 0 ? [] : [[person, (at * 7 + seed) % count]])),
  ]),
});

const differ = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe('rooms that are dealt', () => {
  test('[D1] have everybody once, or say who is without', () => {
    fc.assert(
      fc.property(dealt, ([guests, { rooms, unplaced }]) => {
        const told = [...rooms.flatMap(({ people }) => people), ...unplaced].sort();
        expect(told).toEqual(guests.map(({ person }) => person).sort());
      }),
    );
  });

  test('[D6] are led by people who are there and have that role', () => {
    fc.assert(
      fc.property(dealt, ([guests, { rooms }]) => {
        const known = guestsById(guests);
        for (const { people, facilitator, noteTaker } of rooms) {
          const roles = people.map(person => known.get(person)?.role);
          expect(facilitator !== null).toBe(roles.includes('facilitator'));
          expect(noteTaker !== null).toBe(roles.includes('note-taker'));
          if (facilitator) expect(people.includes(facilitator) && known.get(facilitator)?.role).toBe('facilitator');
          if (noteTaker) expect(people.includes(noteTaker) && known.get(noteTaker)?.role).toBe('note-taker');
        }
      }),
    );
  });
});

describe('by chance', () => {
  test('[D2] rooms are even, of people and of each kind of them', () => {
    fc.assert(
      fc.property(roster, rooms, seeds, (guests, count, seed) => {
        const known = guestsById(guests);
        const { rooms: made } = dealByChance(guests, count, seed);
        const inRooms = made.map(({ people }) => people.flatMap(person => known.get(person) ?? []));
        expect(differ(inRooms.map(there => there.filter(meets).length))).toBeLessThanOrEqual(1);
        for (const role of ['facilitator', 'note-taker'] as const)
          expect(differ(inRooms.map(there => there.filter(one => one.role === role).length))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('[D3] the order of people changes nothing, the seed does', () => {
    fc.assert(
      fc.property(roster, rooms, seeds, (guests, count, seed) => {
        const again = dealByChance([...guests].reverse(), count, seed);
        expect(again).toEqual(dealByChance(guests, count, seed));
      }),
    );
    const guests = rosterOf(40, 1);
    expect(dealByChance(guests, 8, 1)).not.toEqual(dealByChance(guests, 8, 2));
  });

  test('everybody comes to every room about as often', () => {
    const guests = Array.from({ length: 12 }, (_, at) => guest(at + 1));
    const first = Array.from({ length: 900 }, (_, seed) => dealByChance(guests, 3, seed)).map(({ rooms }) =>
      rooms.findIndex(({ people }) => people.includes(guestAt(1))),
    );
    for (const room of [0, 1, 2]) {
      // Three standard deviations around 300.
      expect(Math.abs(first.filter(one => one === room).length - 300)).toBeLessThan(43);
    }
  });

  test('an interpreter goes where somebody understands nobody', () => {
    const guests = [
      ...Array.from({ length: 8 }, (_, at) => guest(at + 1, { languages: ['ar'] })),
      guest(9, { languages: ['fr'] }),
      guest(10, { languages: ['ar', 'fr'], role: 'interpreter' }),
    ];
    const known = guestsById(guests);
    for (const seed of [1, 2, 3, 4, 5]) {
      const { rooms } = dealByChance(guests, 3, seed);
      for (const { people } of rooms) expect(canTalk(people.flatMap(person => known.get(person) ?? []))).toBe(true);
    }
  });
});

describe('by cluster', () => {
  test('[D4] rooms are of one cluster each, and none is too large', () => {
    fc.assert(
      fc.property(roster, fc.integer({ min: 1, max: 9 }), seeds, (guests, most, seed) => {
        const known = guestsById(guests);
        const { rooms, unplaced } = dealByCluster(guests, clusters, most, seed);
        for (const { cluster, people } of rooms) {
          const there = people.flatMap(person => known.get(person) ?? []);
          expect(there.every(one => one.cluster === cluster)).toBe(true);
          expect(there.filter(meets).length).toBeLessThanOrEqual(most);
        }
        expect(unplaced.every(person => known.get(person)?.cluster === null)).toBe(true);
        const whole = dealByCluster(guests, clusters, null, seed).rooms;
        expect(whole.map(({ cluster }) => cluster)).toEqual(clusters);
      }),
    );
  });
});

describe('as before', () => {
  test('[D5] everybody is where they were', () => {
    fc.assert(
      fc.property(roster, rooms, seeds, (guests, count, seed) => {
        const known = earlier(guests, count, seed);
        for (const others of ['cluster', 'smallest', 'none'] as const) {
          const { rooms: made, unplaced } = dealAsBefore(guests, known, others);
          for (const { person } of guests) {
            const at = made.findIndex(({ people }) => people.includes(person));
            const before = known.places[person];
            if (before !== undefined) expect(at).toBe(before);
            expect(unplaced.includes(person)).toBe(at < 0);
          }
          expect(made.map(({ cluster }) => cluster)).toEqual(known.rooms.map(({ cluster }) => cluster));
          if (others !== 'none') expect(unplaced).toEqual([]);
        }
      }),
    );
  });

  test('who came since goes to a room of their cluster, or to the smallest', () => {
    const guests = [1, 2, 3].map(number => guest(number, { cluster: 'c1' }));
    const known = {
      rooms: [{ cluster: 'c1' }, { cluster: 'c2' }],
      places: { [guestAt(1)]: 0, [guestAt(2)]: 0 },
    };
    const at = (others: 'cluster' | 'smallest' | 'none') =>
      dealAsBefore(guests, known, others).rooms.findIndex(({ people }) => people.includes(guestAt(3)));
    expect([at('cluster'), at('smallest'), at('none')]).toEqual([0, 1, -1]);
  });
});

describe('how many rooms', () => {
  test('as many as were asked for, or as come nearest to a size', () => {
    expect(roomCount(40, { by: 'rooms', rooms: 8 }, 60)).toBe(8);
    expect(roomCount(3, { by: 'rooms', rooms: 8 }, 60)).toBe(8);
    expect(roomCount(40, { by: 'rooms', rooms: 99 }, 60)).toBe(60);
    const counts = [0, 1, 4, 7, 12, 33, 41, 43, 400].map(people => roomCount(people, { by: 'size', size: 5 }, 60));
    expect(counts).toEqual([1, 1, 1, 2, 3, 7, 8, 9, 60]);
  });

  test('even sizes add up and differ by one at most', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 60 }), (people, count) => {
        const sizes = evenSizes(people, count);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        expect(differ(sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
