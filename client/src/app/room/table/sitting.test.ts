import type { PeopleView } from '@multaqa/shared/people/people.view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstNameOf, shortNameOf } from '../../../design/short-names.ts';
import type { Participant } from '../../../dialogue/room.ts';
import { sitByTown, sittersOf } from './sitting.ts';

const towns = ['Bonn', 'Irbid', 'Sfax', 'Tunis', ''];
const company = fc.uniqueArray(
  fc.record({ person: fc.uuid(), town: fc.constantFrom(...towns), cluster: fc.constantFrom('', 'c1', 'c2') }),
  {
    minLength: 1,
    maxLength: 60,
    size: 'max',
    selector: ({ person }) => person,
  },
);
const cardsOf = (people: { person: string; town: string }[]) =>
  Object.fromEntries(
    people.map(({ person, town }) => [person, { person, municipality: town }]),
  ) as unknown as PeopleView;
const seatsOf = (people: { person: string }[]) =>
  people.map(({ person }, since): Participant => [person, { room: 'plenary', since, lostAt: null }]);

type Guest = { person: string; town: string; cluster: string };
const sit = (people: readonly Guest[], me: string, byTown: boolean) =>
  sittersOf({
    participants: seatsOf([...people]),
    cards: cardsOf([...people]),
    clusters: Object.fromEntries(people.flatMap(({ person, cluster }) => (cluster ? [[person, cluster]] : []))),
    me,
    byTown,
  });

describe('the order round the table', () => {
  test('is the same for everybody, turned so that oneself sits in front', () => {
    fc.assert(
      fc.property(company, fc.nat(), fc.nat(), (people, a, b) => {
        const orderFor = (at: number) => {
          const me = people[at % people.length]?.person ?? '';
          const order = sit(people, me, false).map(({ key }) => key);
          expect(order[0]).toBe(me);
          return order;
        };
        const [mine, theirs] = [orderFor(a), orderFor(b)];
        const turned = theirs.indexOf(mine[0] ?? '');
        expect([...theirs.slice(turned), ...theirs.slice(0, turned)]).toEqual(mine);
      }),
    );
  });

  test('keeps everybody of a cluster side by side, and in it everybody of a town', () => {
    fc.assert(
      fc.property(company, people => {
        const known = new Map(people.map(one => [one.person, one]));
        const order = sit(people, people[0]?.person ?? '', false).map(({ key }) => known.get(key) as Guest);
        const isApart = (keyOf: (guest: Guest) => string) => {
          const borders = order.filter((one, at) => keyOf(order.at(at - 1) as Guest) !== keyOf(one)).length;
          const groups = new Set(people.map(keyOf)).size;
          return borders !== (groups === 1 ? 0 : groups);
        };
        expect(isApart(({ cluster, town }) => `${cluster}/${town}`)).toBe(false);
        expect(isApart(({ cluster }) => cluster)).toBe(false);
      }),
    );
  });

  test('is one of towns with everybody of each, where chairs by person would be too many', () => {
    fc.assert(
      fc.property(company, people => {
        const sitters = sit(people, people[0]?.person ?? '', true);
        expect(sitters.every(({ kind }) => kind === 'town')).toBe(true);
        const seated = sitters.flatMap(one => one.people.map(([person]) => person));
        expect(seated.sort()).toEqual(people.map(({ person }) => person).sort());
      }),
    );
  });

  test('goes to towns above forty people, and back only when there are clearly fewer', () => {
    expect([40, 41].map(count => sitByTown(count, false))).toEqual([false, true]);
    expect([37, 36].map(count => sitByTown(count, true))).toEqual([true, false]);
  });
});

describe('a name below a seat', () => {
  test('is shortened to the first name, with the initial of the last while there is room', () => {
    expect([shortNameOf('Leila Ben Amor'), firstNameOf('Leila Ben Amor')]).toEqual(['Leila A.', 'Leila']);
    expect([shortNameOf('ليلى بن عمر'), firstNameOf('ليلى بن عمر')]).toEqual(['ليلى ع.', 'ليلى']);
    expect(shortNameOf('Petra')).toBe('Petra');
  });
});
