import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';

/** Groupings as a table: who is in which room of each of them. */
export type RoomsTable = { fields: string[]; rows: string[][] };

/** The words of a table, in the language of whoever saves it. */
export type TableWords = {
  /** Headings of name, town and country. */
  headings: readonly [name: string, town: string, country: string];
  /** The heading of a grouping, which nothing else in the table has. */
  titleOf(grouping: GroupingView): string;
  roomName(room: GroupingView['rooms'][number]): string;
  nameless: string;
  compare(one: string, two: string): number;
};

/** A row for everybody who has a room in one of these groupings, by name; a column for each grouping, in their order. */
export function roomsTable(people: PeopleView, groupings: readonly GroupingView[], words: TableWords): RoomsTable {
  const nameOf = ({ name }: PersonCard) => name ?? words.nameless;
  const rooms = groupings.map(({ rooms }) => new Map(rooms.map(room => [room.room, words.roomName(room)])));
  const placed = Object.values(people)
    .filter(({ person, status }) => status === 'active' && groupings.some(({ places }) => places[person]))
    .sort((a, b) => words.compare(nameOf(a), nameOf(b)) || (a.person < b.person ? -1 : 1));
  return {
    fields: [...words.headings, ...groupings.map(words.titleOf)],
    rows: placed.map(card => [
      nameOf(card),
      card.municipality,
      card.country,
      ...groupings.map(({ places }, at) => rooms[at]?.get(places[card.person] ?? '') ?? ''),
    ]),
  };
}
