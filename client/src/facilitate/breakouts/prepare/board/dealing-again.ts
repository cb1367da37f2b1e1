import type { Breakout } from '@multaqa/shared/facilitate/breakouts/breakouts.state';
import { dealAsBefore, dealByChance } from '@multaqa/shared/facilitate/breakouts/dealing/deal';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import type { CommandInput } from '../../../../dialogue/commands.ts';
import { type Earlier, numbered } from '../start/dealing.ts';

type Deal = Pick<CommandInput<'breakouts.deal'>, 'sizes' | 'people'>;
type Dealt = { rooms: readonly (Earlier['rooms'][number] & Pick<Breakout, 'roles'>)[] };

/**
 * The same rooms dealt once more by chance: people of a cluster to its rooms where each room is of one, otherwise everybody
 * to all rooms. Who has a role in a room stays there.
 */
export function dealtAgain(grouping: Dealt, guests: readonly Guest[], seed: number): Deal {
  const { rooms } = grouping;
  const named = new Map(rooms.flatMap(({ roles }, at) => Object.values(roles).map(person => [person, at] as const)));
  const others = guests.filter(({ person }) => !named.has(person));
  const isByCluster = rooms.length > 0 && rooms.every(({ cluster }) => cluster !== null);
  const people = isByCluster ? byCluster(rooms, others, seed) : byChance(rooms.length, others, seed);
  return dealOf(rooms.map((_, at) => [...people.flatMap(list => list[at] ?? []), ...peopleNamed(named, at)]));
}

const byChance = (count: number, guests: readonly Guest[], seed: number): (readonly string[])[][] =>
  count === 0 ? [] : [dealByChance(guests, count, seed).rooms.map(({ people }) => people)];

/** The people of each cluster by chance to the rooms that it has. */
function byCluster(rooms: Earlier['rooms'], guests: readonly Guest[], seed: number): (readonly string[])[][] {
  const clusters = [...new Set(rooms.map(({ cluster }) => cluster ?? ''))];
  return clusters.map(cluster => {
    const members = guests.filter(guest => guest.cluster === cluster);
    const own = rooms.flatMap((room, at) => (room.cluster === cluster ? [at] : []));
    const dealt = dealByChance(members, own.length, seed).rooms;
    return rooms.map((_, at) => dealt[own.indexOf(at)]?.people ?? []);
  });
}

const peopleNamed = (named: ReadonlyMap<string | undefined, number>, room: number): string[] =>
  [...named].flatMap(([person, at]) => (person !== undefined && at === room ? [person] : []));

/** Everybody where they are; who has no room goes to one of their cluster, or to the smallest. */
export const restPlaced = (grouping: Earlier, guests: readonly Guest[]): Deal =>
  dealOf(dealAsBefore(guests, numbered(grouping), 'cluster').rooms.map(({ people }) => people));

const dealOf = (rooms: readonly (readonly string[])[]): Deal => ({
  sizes: rooms.map(people => people.length),
  people: rooms.flat(),
});
