import type { PersonId } from '../kernel/ids.ts';
import type { Audience } from '../kernel/scene.ts';
import type { People, Person } from './people.state.ts';

/** A person as the others see them; `name` is null when it was erased. */
export type PersonCard = Pick<
  Person,
  'person' | 'name' | 'municipality' | 'country' | 'languages' | 'role' | 'needs' | 'vision' | 'status'
> &
  Partial<Pick<Person, 'email' | 'link' | 'invitedAt'>>;

export type PeopleView = { readonly [person: PersonId]: PersonCard };

/** Removed people stay in the view, so that what they said keeps its author ([P3], [P6]). */
export function viewOf(state: People, { role }: Audience): PeopleView {
  const show = role === 'organiser' ? forOrganisers : forOthers;
  return Object.fromEntries(Object.entries(state).map(([person, entry]) => [person, show(entry)]));
}

const forOrganisers = (person: Person): PersonCard => person;

const cards = new WeakMap<Person, PersonCard>();

// A person's card is the same object until the person changes, so that comparing two rosters costs what changed.
function forOthers(person: Person): PersonCard {
  const known = cards.get(person);
  if (known) return known;
  const { email: _email, link: _link, invitedAt: _invitedAt, ...card } = person;
  cards.set(person, card);
  return card;
}
