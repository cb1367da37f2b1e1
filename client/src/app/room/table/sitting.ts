import type { PeopleView } from '@multaqa/shared/people/people.view';
import type { Participant } from '../../../dialogue/room.ts';
import type { Sitting } from './chairs.ts';

/** Who sits on a chair: one person, or where there are too many for chairs of their own, everybody of a town. */
export type Sitter = Sitting & { people: readonly Participant[] } & (
    | { kind: 'person' }
    | { kind: 'town'; town: string }
  );

/** More people than this share chairs by town; they get their own again when there are clearly fewer. */
const mostPeople = 40;
const fewAgain = 36;

/** Whether people sit by town, as `before` they did or did not. */
export const sitByTown = (count: number, before: boolean): boolean => count > (before ? fewAgain : mostPeople);

type Company = {
  participants: readonly Participant[];
  cards: PeopleView;
  /** The cluster of each person; empty before there are clusters. */
  clusters: Readonly<Record<string, string>>;
  me: string;
  byTown: boolean;
};

/** Those of a room in the order in which they sit round the table: cluster after cluster and in it town after town, clockwise from oneself on. */
export function sittersOf({ participants, cards, clusters, me, byTown }: Company): Sitter[] {
  const clusterOf = (person: string) => (byTown ? '' : (clusters[person] ?? ''));
  const townOf = (person: string) => cards[person]?.municipality ?? '';
  const placeOf = (person: string) => JSON.stringify([clusterOf(person), townOf(person)]);
  const places = new Map<string, Participant[]>();
  for (const one of participants) {
    const place = placeOf(one[0]);
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  const inOrder = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  const front = inOrder.findIndex(([place]) => place === placeOf(me));
  const rotated = [...inOrder.slice(Math.max(0, front)), ...inOrder.slice(0, Math.max(0, front))];
  if (byTown)
    return rotated.map(([, people]) => {
      const town = townOf(people[0]?.[0] ?? '');
      return { kind: 'town', key: `town ${town}`, group: town, town, people };
    });
  // Those of one's own town who came earlier sit on the other side of oneself, so that all see the same order.
  const own = rotated[0]?.[1] ?? [];
  const at = Math.max(
    0,
    own.findIndex(([person]) => person === me),
  );
  const people = [...own.slice(at), ...rotated.slice(1).flatMap(([, those]) => those), ...own.slice(0, at)];
  return people.map(one => ({
    kind: 'person',
    key: one[0],
    group: clusterOf(one[0]) || townOf(one[0]),
    people: [one],
  }));
}
