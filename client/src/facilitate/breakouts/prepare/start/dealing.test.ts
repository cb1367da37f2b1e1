import { messages } from '@multaqa/shared/facilitate/breakouts/breakouts.messages';
import { type Guest, meets } from '@multaqa/shared/facilitate/breakouts/guest';
import { rosterOf } from '@multaqa/shared/facilitate/breakouts/guests.samples';
import { sampleIds, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../../platform/ids.ts';
import { dealtAgain, restPlaced } from '../board/dealing-again.ts';
import { type ClusterNamed, type Draft, draftOf, type Wanted } from './dealing.ts';

const [session = ''] = sampleSessions;
const [grouping = ''] = sampleIds;
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50, size: 'max' });
const clusters: fc.Arbitrary<ClusterNamed[]> = fc
  .array(name, { minLength: 1, maxLength: 6, size: 'max' })
  .map(names => names.map((en, at) => ({ cluster: `c${at + 1}`, names: { en }, mark: at })));
const guests = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.nat(10_000)).map(([size, seed]) => rosterOf(size, seed));

const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  fc.record({ way: fc.constant('cluster' as const), most: fc.option(fc.integer({ min: 1, max: 9 })) }),
  fc.record({
    way: fc.constant('random' as const),
    rooms: fc.oneof(
      fc.record({ by: fc.constant('rooms' as const), rooms: fc.integer({ min: 1, max: limits.breakouts }) }),
      fc.record({ by: fc.constant('size' as const), size: fc.integer({ min: 1, max: 20 }) }),
    ),
  }),
  fc.record({ way: fc.constantFrom('hand' as const, 'choice' as const), rooms: fc.integer({ min: 1, max: 60 }) }),
);

const drafted = fc.tuple(wanted, guests, clusters, fc.nat(99)).map(([want, people, named, seed]) => ({
  people,
  draft: draftOf(want, { guests: people, clusters: named, session, seed, newId }),
}));

/** What a draft is once it has been saved. */
function saved({ rooms, sizes, people, appointed }: Draft) {
  let from = 0;
  const places: Record<string, string> = {};
  rooms.forEach(({ room }, at) => {
    for (const person of people.slice(from, from + (sizes[at] ?? 0))) places[person] = room;
    from += sizes[at] ?? 0;
  });
  const rolesIn = (room: string) =>
    Object.fromEntries(appointed.filter(one => one.room === room).map(({ role, person }) => [role, person]));
  return { places, rooms: rooms.map(room => ({ ...room, names: room.names ?? {}, roles: rolesIn(room.room) })) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const idsOf = (some: readonly Guest[]) => some.map(({ person }) => person).sort();

describe('new breakouts', () => {
  test('are what the server takes, whatever is wanted and however clusters are called', () => {
    fc.assert(
      fc.property(drafted, ({ draft: { rooms, sizes, people } }) => {
        const input = { grouping, session, title: 'Rooms', way: 'random', round: null, rooms, sizes, people };
        const parsed = messages.prepare.input.safeParse(input);
        expect(parsed.error?.issues ?? []).toEqual([]);
        expect(sum(sizes)).toBe(people.length);
        for (const { names } of rooms)
          for (const one of Object.values(names))
            expect(graphemes(one ?? '')).toBeLessThanOrEqual(limits.roomNameGraphemes);
      }),
    );
  });

  test('have everybody once, or say who is without; who is named leads a room they are in', () => {
    fc.assert(
      fc.property(drafted, ({ people, draft }) => {
        expect([...draft.people, ...draft.unplaced].sort()).toEqual(idsOf(people));
        const { places } = saved(draft);
        for (const { room, person } of draft.appointed) expect(places[person]).toBe(room);
      }),
    );
  });

  test('as last time keep names, marks and who is where', () => {
    fc.assert(
      fc.property(drafted, ({ people, draft }) => {
        const before = saved(draft);
        const again = draftOf(
          { way: 'last', earlier: before },
          { guests: people, clusters: [], session, seed: 7, newId },
        );
        expect(again.rooms.map(({ names, mark, cluster }) => ({ names, mark, cluster }))).toEqual(
          before.rooms.map(({ names, mark, cluster }) => ({ names, mark, cluster })),
        );
        const { places } = saved(again);
        const order = (rooms: readonly { room: string }[]) => new Map(rooms.map(({ room }, at) => [room, at]));
        const [old, fresh] = [order(before.rooms), order(again.rooms)];
        for (const [person, room] of Object.entries(before.places))
          expect(fresh.get(places[person] ?? '')).toBe(old.get(room));
      }),
    );
  });
});

describe('rooms that are dealt once more', () => {
  test('have everybody who can be given a room once, and who has a role where they had it', () => {
    fc.assert(
      fc.property(drafted, fc.nat(99), ({ people, draft }, seed) => {
        const before = saved(draft);
        if (before.rooms.length === 0) return;
        const { sizes, people: dealt } = dealtAgain(before, people, seed);
        expect(sizes).toHaveLength(before.rooms.length);
        expect(sum(sizes)).toBe(dealt.length);
        expect(new Set(dealt).size).toBe(dealt.length);
        const isByCluster = before.rooms.every(({ cluster }) => cluster !== null);
        if (!isByCluster) expect([...dealt].sort()).toEqual(idsOf(people));
        const { places } = saved({ ...draft, sizes, people: dealt });
        for (const { room, roles } of before.rooms)
          for (const person of Object.values(roles)) expect(places[person]).toBe(room);
      }),
    );
  });

  test('leave everybody where they are when only those without a room are given one', () => {
    fc.assert(
      fc.property(drafted, fc.nat(9), ({ people, draft }, left) => {
        const before = saved(draft);
        if (before.rooms.length === 0) return;
        const places = Object.fromEntries(Object.entries(before.places).filter((_, at) => at % 10 >= left));
        const { sizes, people: dealt } = restPlaced({ ...before, places }, people);
        expect([...dealt].sort()).toEqual(idsOf(people));
        const after = saved({ ...draft, sizes, people: dealt }).places;
        for (const [person, room] of Object.entries(places)) expect(after[person]).toBe(room);
      }),
    );
  });

  test('of clusters keep each cluster to its own rooms', () => {
    const people = rosterOf(60, 3);
    const named = ['c1', 'c2', 'c3', 'c4'].map((cluster, mark) => ({ cluster, names: { en: cluster }, mark }));
    const draft = draftOf({ way: 'cluster', most: 5 }, { guests: people, clusters: named, session, seed: 1, newId });
    const before = saved(draft);
    const { places } = saved({ ...draft, ...dealtAgain(before, people, 2) });
    const clusterOf = new Map(people.map(({ person, cluster }) => [person, cluster]));
    const roomOf = new Map(before.rooms.map(({ room, cluster }) => [room, cluster]));
    for (const [person, room] of Object.entries(places)) expect(clusterOf.get(person)).toBe(roomOf.get(room));
    expect(people.filter(meets).some(({ person }) => places[person] !== before.places[person])).toBe(true);
  });
});
