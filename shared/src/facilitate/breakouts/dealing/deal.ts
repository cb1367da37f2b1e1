import { chances } from '../../../kernel/chances.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { type Guest, guestsById, meets } from '../guest.ts';
import { type Dealt, roomOf, spread } from './seats.ts';

/** So many rooms without anybody: places are given by hand, or people choose. */
export const dealNobody = (guests: readonly Guest[], rooms: number): Dealt => ({
  rooms: Array.from({ length: rooms }, () => roomOf([], null)),
  unplaced: byId(guests).map(({ person }) => person),
});

/**
 * Everybody to some room by chance: sizes differ by one at most, facilitators and note-takers are spread, and interpreters go where
 * they are needed. The same people, rooms and seed give the same places, in whichever order people come.
 */
export const dealByChance = (guests: readonly Guest[], rooms: number, seed: number): Dealt => ({
  rooms: spread(shuffled(guests, chances(seed)), rooms).map(room => roomOf(room, null)),
  unplaced: [],
});

/**
 * A room for each cluster, in the order in which clusters are named. A cluster of more than `most` people is split by chance into rooms
 * that differ by one person at most. Who is in none of these clusters stays without a room.
 */
export function dealByCluster(
  guests: readonly Guest[],
  clusters: readonly string[],
  most: number | null,
  seed: number,
): Dealt {
  const next = chances(seed);
  const rooms = clusters.flatMap(cluster => {
    const members = shuffled(
      guests.filter(guest => guest.cluster === cluster),
      next,
    );
    const meeting = members.filter(meets).length;
    const parts = most === null ? 1 : Math.max(1, Math.ceil(meeting / most));
    return spread(members, parts).map(room => roomOf(room, cluster));
  });
  return { rooms, unplaced: left(guests, rooms) };
}

/** What is known of a grouping of before: its rooms, and who was in which of them by number. */
export type Earlier = {
  rooms: readonly { cluster: string | null }[];
  places: Readonly<Record<PersonId, number>>;
};

/**
 * As last time: everybody who was there returns to the same room, by its number. Whoever has come since goes to a room of their
 * cluster, or to the smallest one, or stays without (`others`).
 */
export function dealAsBefore(
  guests: readonly Guest[],
  earlier: Earlier,
  others: 'cluster' | 'smallest' | 'none',
): Dealt {
  const rooms = earlier.rooms.map((): Guest[] => []);
  const came: Guest[] = [];
  for (const guest of byId(guests)) {
    const room = rooms[earlier.places[guest.person] ?? -1];
    if (room) room.push(guest);
    else came.push(guest);
  }
  const size = (at: number) => (rooms[at] ?? []).filter(meets).length;
  const smallest = (among: readonly number[]) =>
    among.reduce<number | undefined>((one, two) => (one === undefined || size(two) < size(one) ? two : one), undefined);
  const all = [...rooms.keys()];
  for (const guest of others === 'none' ? [] : came) {
    const own = all.filter(at => guest.cluster !== null && earlier.rooms[at]?.cluster === guest.cluster);
    const at = smallest(others === 'cluster' && own.length > 0 ? own : all);
    if (at !== undefined) rooms[at]?.push(guest);
  }
  const dealt = rooms.map((room, at) => roomOf(room, earlier.rooms[at]?.cluster ?? null));
  return { rooms: dealt, unplaced: left(guests, dealt) };
}

const byId = (guests: readonly Guest[]): Guest[] =>
  [...guestsById(guests).values()].sort((a, b) => (a.person < b.person ? -1 : 1));

/** Everybody once, in an order that chance gives (Fisher, Yates, as Durstenfeld 1964 has it). */
function shuffled(guests: readonly Guest[], next: () => number): Guest[] {
  const order = byId(guests);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] as Guest, order[at] as Guest];
  }
  return order;
}

function left(guests: readonly Guest[], rooms: Dealt['rooms']): PersonId[] {
  const placed = new Set(rooms.flatMap(({ people }) => people));
  return byId(guests).flatMap(({ person }) => (placed.has(person) ? [] : [person]));
}
