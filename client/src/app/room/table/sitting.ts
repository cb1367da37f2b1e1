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

/** Those of a room in the order in which they sit round the table: town after town, clockwise from oneself on. */
export function sittersOf(
  participants: readonly Participant[],
  cards: PeopleView,
  me: string,
  byTown: boolean,
): Sitter[] {
  const townOf = (person: string) => cards[person]?.municipality ?? '';
  const towns = new Map<string, Participant[]>();
  for (const one of participants) {
    const town = townOf(one[0]);
    towns.set(town, [...(towns.get(town) ?? []), one]);
  }
  const inOrder = [...towns].sort(([a], [b]) => (a < b ? -1 : 1));
  const front = inOrder.findIndex(([town]) => town === townOf(me));
  const rotated = [...inOrder.slice(Math.max(0, front)), ...inOrder.slice(0, Math.max(0, front))];
  if (byTown)
    return rotated.map(([town, people]) => ({ kind: 'town', key: `town ${town}`, group: town, town, people }));
  // Those of one's own town who came earlier sit on the other side of oneself, so that all see the same order.
  const own = rotated[0]?.[1] ?? [];
  const at = Math.max(
    0,
    own.findIndex(([person]) => person === me),
  );
  const people = [...own.slice(at), ...rotated.slice(1).flatMap(([, those]) => those), ...own.slice(0, at)];
  return people.map(one => ({ kind: 'person', key: one[0], group: townOf(one[0]), people: [one] }));
}

/** "Leila" */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

/** "Leila B." */
export function shortNameOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : undefined;
  return last ? `${words[0]} ${last}.` : name;
}
