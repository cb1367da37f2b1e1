import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { fold } from '../../../platform/fold.ts';

/** The orders in which the people of a session are listed. */
export const orders = ['arrival', 'name', 'town'] as const;
export type Order = (typeof orders)[number];

/** Somebody with a seat, and what they are found and sorted by. */
export type Listed = { person: string; seat: Seat; name: string; town: string; role: string; cluster: string };

/** Those whose name, town, role or cluster has every word of the search, in the chosen order; within a town by name. */
export function listed(
  people: readonly Listed[],
  query: string,
  order: Order,
  compare: (a: string, b: string) => number,
): Listed[] {
  const words = fold(query).split(' ').filter(Boolean);
  const found = people.filter(({ name, town, role, cluster }) => {
    const said = fold([name, town, role, cluster].join(' '));
    return words.every(word => said.includes(word));
  });
  const byName = (a: Listed, b: Listed) => compare(a.name, b.name);
  const ways: Record<Order, (a: Listed, b: Listed) => number> = {
    arrival: (a, b) => a.seat.since - b.seat.since,
    name: byName,
    // Who has no town comes last.
    town: (a, b) => Number(a.town === '') - Number(b.town === '') || compare(a.town, b.town) || byName(a, b),
  };
  return found.sort(ways[order]);
}
