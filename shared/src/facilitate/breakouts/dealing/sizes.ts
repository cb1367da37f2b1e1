/** How many rooms there are to be: so many, or as many as rooms of about so many people need. */
export type RoomsWanted = { by: 'rooms'; rooms: number } | { by: 'size'; size: number };

/** Rooms for so many people, `most` of them at most: the count whose rooms come nearest to the size, of equals the smaller rooms. */
export function roomCount(people: number, wanted: RoomsWanted, most: number): number {
  if (wanted.by === 'rooms') return Math.max(1, Math.min(most, wanted.rooms));
  const fewer = Math.max(1, Math.floor(people / wanted.size));
  const off = (rooms: number) => Math.abs(people / rooms - wanted.size);
  return Math.min(most, off(fewer) < off(fewer + 1) ? fewer : fewer + 1, Math.max(1, people));
}

/** The sizes of so many rooms, as even as they can be: the larger ones first. */
export const evenSizes = (people: number, rooms: number): number[] =>
  Array.from({ length: rooms }, (_, at) => Math.floor(people / rooms) + Number(at < people % rooms));
