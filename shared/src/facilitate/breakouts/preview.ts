import { groupedBy } from '../../kernel/grouped.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { type Language, languages } from '../../kernel/languages.ts';
import { type Guest, guestsById, meets } from './guest.ts';
import { type Understanding, understandingOf } from './understanding.ts';

/** A room and who is in it; who leads it need not be among them. */
export type FilledRoom = { room: string; people: readonly PersonId[]; facilitator: PersonId | null };

/** Rooms with the people that places put there, by id; places in other rooms are left out. */
export function filled(
  rooms: readonly Omit<FilledRoom, 'people'>[],
  places: Readonly<Record<PersonId, string>>,
): FilledRoom[] {
  const people = groupedBy(Object.keys(places).sort(), person => places[person] as string);
  return rooms.map(({ room, facilitator }) => ({ room, facilitator, people: people.get(room) ?? [] }));
}

/** What rooms are to keep; null means no such rule. Sizes in people who are not interpreters. */
export type RoomRules = {
  min: number | null;
  max: number | null;
  /** Everybody of a room understands everybody, by a language or by interpreters. */
  sharedLanguage: boolean;
  /** Each room has a facilitator. */
  facilitator: boolean;
  /** No two of one list are in one room. */
  apart: readonly (readonly PersonId[])[];
};

/** A rule that rooms break, where, and by whom. */
export type BrokenRule =
  | { rule: 'empty'; room: string }
  | { rule: 'too-few'; room: string; people: readonly PersonId[]; min: number }
  | { rule: 'too-many'; room: string; people: readonly PersonId[]; max: number }
  /** `without`: whom the languages of most people do not reach. */
  | { rule: 'no-language'; room: string; most: readonly Language[]; without: readonly PersonId[] }
  | { rule: 'no-facilitator'; room: string }
  | { rule: 'apart'; room: string; people: readonly PersonId[] };

/** What is worth knowing of a room before it opens. */
export type RoomFacts = Understanding & {
  room: string;
  /** People who are not interpreters. */
  size: number;
  interpreters: readonly PersonId[];
  /** Languages with how many people speak them, the most spoken first. */
  languages: readonly { language: Language; people: number }[];
  /** Towns with who comes from there, those with most people first. */
  towns: readonly { town: string; people: readonly PersonId[] }[];
  facilitator: PersonId | null;
};

/** Rooms before they open, and who is in none. */
export type Preview = { rooms: readonly RoomFacts[]; without: readonly PersonId[] };

/** Looks at rooms, in their order. Who is not a guest is not counted. */
export function previewOf(guests: readonly Guest[], rooms: readonly FilledRoom[]): Preview {
  const known = guestsById(guests);
  const placed = new Set(rooms.flatMap(({ people }) => people));
  return {
    rooms: rooms.map(room => factsOf(room, guestsIn(room, known))),
    without: [...known.keys()].filter(person => !placed.has(person)).sort(),
  };
}

/** The rules that rooms break, room by room in their order. */
export function brokenRules(guests: readonly Guest[], rooms: readonly FilledRoom[], rules: RoomRules): BrokenRule[] {
  const known = guestsById(guests);
  return rooms.flatMap(room => brokenIn(room, guestsIn(room, known), rules));
}

const guestsIn = ({ people }: FilledRoom, known: ReadonlyMap<PersonId, Guest>): Guest[] =>
  people.flatMap(person => known.get(person) ?? []);

const idsOf = (guests: readonly Guest[]) => guests.map(({ person }) => person);

function factsOf({ room, facilitator }: FilledRoom, guests: readonly Guest[]): RoomFacts {
  const meeting = guests.filter(meets);
  const speakers = (language: Language) => meeting.filter(guest => guest.languages.includes(language)).length;
  const towns = groupedBy(
    meeting.filter(({ town }) => town !== ''),
    ({ town }) => town,
  );
  return {
    ...understandingOf(guests),
    room,
    size: meeting.length,
    interpreters: idsOf(guests.filter(guest => !meets(guest))),
    languages: languages
      .map(language => ({ language, people: speakers(language) }))
      .filter(({ people }) => people > 0)
      .sort((a, b) => b.people - a.people),
    towns: [...towns]
      .map(([town, people]) => ({ town, people: idsOf(people) }))
      .sort((a, b) => b.people.length - a.people.length || (a.town < b.town ? -1 : 1)),
    facilitator,
  };
}

function brokenIn({ room, facilitator }: FilledRoom, guests: readonly Guest[], rules: RoomRules): BrokenRule[] {
  const { min, max } = rules;
  const people = idsOf(guests.filter(meets));
  if (people.length === 0) return [{ rule: 'empty', room }];
  const broken: BrokenRule[] = [];
  if (min !== null && people.length < min) broken.push({ rule: 'too-few', room, people, min });
  if (max !== null && people.length > max) broken.push({ rule: 'too-many', room, people, max });
  const { most, without } = understandingOf(guests);
  if (rules.sharedLanguage && without.length > 0) broken.push({ rule: 'no-language', room, most, without });
  if (rules.facilitator && facilitator === null) broken.push({ rule: 'no-facilitator', room });
  for (const list of rules.apart) {
    const meeting = idsOf(guests.filter(({ person }) => list.includes(person)));
    if (meeting.length > 1) broken.push({ rule: 'apart', room, people: meeting });
  }
  return broken;
}
