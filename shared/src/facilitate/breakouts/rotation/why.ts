import type { PersonId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/languages.ts';
import { type Guest, guestsById, meets } from '../guest.ts';
import { understandingOf } from '../understanding.ts';
import type { Before, RoundRooms } from './coverage.ts';

/** Why somebody is in a room: whom they meet there, and how they understand each other. */
export type WhyRoom = {
  /** The room's number in its round. */
  room: number;
  /** Whom they meet for the first time. */
  fresh: readonly PersonId[];
  /** Whom they meet again, and how often they have met before. */
  again: readonly { person: PersonId; times: number }[];
  /** Towns of which they meet somebody for the first time. */
  towns: readonly string[];
  /** Languages that everybody in the room speaks. */
  shared: readonly Language[];
  /** Who interprets there. */
  interpreters: readonly PersonId[];
};

/** Why a person is where they are in a round, by its number; null when they are in no room of it. People are told in the order of their ids. */
export function whyRoom(
  guests: readonly Guest[],
  before: Before,
  rounds: readonly RoundRooms[],
  round: number,
  person: PersonId,
): WhyRoom | null {
  const known = guestsById(guests);
  const self = known.get(person);
  const rooms = rounds[round] ?? [];
  const room = rooms.findIndex(({ people }) => people.includes(person));
  if (!self || room < 0) return null;
  const there = guestsIn(known, rooms[room]?.people ?? []);
  const others = meets(self) ? there.filter(other => meets(other) && other.person !== person) : [];
  const times = timesMet(before, rounds.slice(0, round), person);
  const seen = new Set([self.town, ...guestsIn(known, [...times.keys()]).map(({ town }) => town)]);
  return {
    room,
    fresh: others.flatMap(other => (times.has(other.person) ? [] : [other.person])),
    again: others.flatMap(other => {
      const often = times.get(other.person);
      return often === undefined ? [] : [{ person: other.person, times: often }];
    }),
    towns: [...new Set(others.map(({ town }) => town))].filter(town => town !== '' && !seen.has(town)).sort(),
    shared: understandingOf(there).shared,
    interpreters: there.filter(other => !meets(other)).map(other => other.person),
  };
}

const guestsIn = (known: ReadonlyMap<PersonId, Guest>, people: readonly PersonId[]): Guest[] =>
  [...people].sort().flatMap(person => known.get(person) ?? []);

/** Whom a person has met, and how often. */
function timesMet(before: Before, rounds: readonly RoundRooms[], person: PersonId): Map<PersonId, number> {
  const rooms = rounds.flat().filter(({ people }) => people.includes(person));
  const meetings = [
    ...before.flatMap(({ one, two, times }) => [
      { self: one, other: two, times },
      { self: two, other: one, times },
    ]),
    ...rooms.flatMap(({ people }) => people.map(other => ({ self: person, other, times: 1 }))),
  ];
  const met = new Map<PersonId, number>();
  for (const { self, other, times } of meetings)
    if (self === person && other !== person && times > 0) met.set(other, (met.get(other) ?? 0) + times);
  return met;
}
