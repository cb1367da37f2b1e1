import { describe, expect, test } from 'vitest';
import { guestAt } from '../guests.samples.ts';
import { metBefore, type RoundsKnown, rotationRounds } from './rounds.ts';

const [ada, ben, cleo, dina] = [1, 2, 3, 4].map(guestAt) as [string, string, string, string];
const [first, second] = [guestAt(21), guestAt(22)] as [string, string];

const grouping = (name: string, session: string, round: number, runs = 0) => ({
  ...{ grouping: name, session, round, way: 'rotation' as const, status: 'kept' as const },
  runs: Array.from({ length: runs }, () => ({ openedAt: 0, closedAt: 1 })),
});
const known = (groupings: ReturnType<typeof grouping>[], more: Partial<RoundsKnown> = {}): RoundsKnown => ({
  groupings: Object.fromEntries(groupings.map(one => [one.grouping, one])),
  ...{ live: new Set(), over: new Set(), fixed: new Set() },
  ...more,
});
const wanted = (...counts: number[]) => ({
  sessions: counts.map((rounds, at) => ({ session: [first, second][at] as string, rounds })),
});

describe('the rounds of a rotation', () => {
  test('are new at first, session after session', () => {
    expect(rotationRounds(known([]), wanted(2, 1))).toEqual({
      rounds: [
        { session: first, round: 1, grouping: null, state: 'open' },
        { session: first, round: 2, grouping: null, state: 'open' },
        { session: second, round: 3, grouping: null, state: 'open' },
      ],
      surplus: [],
    });
  });

  test('stay as they were once they were held, are open, or are to stay; others are planned in their place', () => {
    const all = [
      grouping('g1', first, 1, 1),
      grouping('g2', first, 2),
      grouping('g3', first, 3),
      grouping('g4', second, 4),
      grouping('g5', second, 5),
    ];
    const { rounds, surplus } = rotationRounds(
      known(all, { live: new Set(['g2']), fixed: new Set(['g5']) }),
      wanted(4, 1),
    );
    expect(rounds.map(({ grouping: id, round, state }) => [id, round, state])).toEqual([
      ['g1', 1, 'held'],
      ['g2', 2, 'live'],
      ['g3', 3, 'open'],
      [null, 6, 'open'],
      ['g5', 5, 'fixed'],
    ]);
    expect(surplus).toEqual(['g4']);
  });

  test('are not planned in a session that is over, and those that were never held there go', () => {
    const all = [grouping('g1', first, 1, 1), grouping('g2', first, 2)];
    const { rounds, surplus } = rotationRounds(known(all, { over: new Set([first]) }), wanted(3, 1));
    expect(rounds.map(({ grouping: id, state }) => [id, state])).toEqual([
      ['g1', 'held'],
      [null, 'open'],
    ]);
    expect(surplus).toEqual(['g2']);
  });

  test('groupings of other ways, and discarded ones, are none of them', () => {
    const all = [
      { ...grouping('g1', first, 1), way: 'random' as const },
      { ...grouping('g2', first, 2), status: 'discarded' as const },
    ];
    const { rounds, surplus } = rotationRounds(
      { ...known([]), groupings: { g1: all[0], g2: all[1] } as never },
      wanted(1),
    );
    expect(rounds).toEqual([{ session: first, round: 1, grouping: null, state: 'open' }]);
    expect(surplus).toEqual([]);
  });
});

describe('who has met before', () => {
  const at = (minute: number) => minute * 60_000;

  test('is told by visits, up to now where they go on', () => {
    const room = `${first}/${guestAt(31)}`;
    const visits = {
      [room]: [
        { person: ada, from: at(0), to: null },
        { person: ben, from: at(5), to: null },
        { person: cleo, from: at(0), to: at(4) },
      ],
    };
    expect(metBefore(visits, [], at(10))).toEqual([
      { one: ada, two: ben, seconds: 300, times: 1 },
      { one: ada, two: cleo, seconds: 240, times: 0 },
    ]);
  });

  test('of rooms that are open, or stay as they are, what is planned counts and visits do not', () => {
    const room = `${first}/${guestAt(31)}`;
    const other = `${first}/${guestAt(32)}`;
    const places = { [ada]: room, [ben]: room, [cleo]: other, [dina]: other };
    const rooms = [room, other].map(id => ({
      ...{ room: id, names: {}, mark: 0, cluster: null, roles: {}, results: [] },
      prepared: { task: {}, questions: {}, material: [] },
    }));
    const visits = { [room]: [ada, cleo].map(person => ({ person, from: at(0), to: at(20) })) };
    expect(metBefore(visits, [{ rooms, places }], at(20))).toEqual([
      { one: ada, two: ben, times: 1 },
      { one: cleo, two: dina, times: 1 },
    ]);
  });
});
