import { type Audience, isHost } from '../kernel/context.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { People, Person } from './people.state.ts';

/**
 * A person as the others see them; `name` is null when it was erased. What they need and hope for is told to hosts, who
 * make use of it, and to themselves: in a full hall it would be most of what everybody is sent.
 */
export type PersonCard = Pick<
  Person,
  'person' | 'name' | 'municipality' | 'country' | 'languages' | 'role' | 'status'
> &
  Partial<Pick<Person, 'needs' | 'vision' | 'email' | 'link' | 'invitedAt' | 'openedAt' | 'joinedAt'>>;

export type PeopleView = { readonly [person: PersonId]: PersonCard };

/** Removed people stay in the view, so that what they said keeps its author ([P3], [P6]). */
export function viewOf(state: People, { role }: Audience): PeopleView {
  const show = role === 'organiser' ? forOrganisers : isHost(role) ? forHosts : forOthers;
  return Object.fromEntries(Object.entries(state).map(([person, entry]) => [person, show(entry)]));
}

const forOrganisers = (person: Person): PersonCard => person;

// A person's card is the same object until the person changes, so that comparing two rosters costs what changed.
const forHosts = remembered(
  ({ email: _email, link: _link, invitedAt: _invitedAt, openedAt: _openedAt, joinedAt: _joinedAt, ...card }) => card,
);
const forOthers = remembered(person => {
  const { needs: _needs, vision: _vision, ...card } = forHosts(person);
  return card;
});

function remembered(make: (person: Person) => PersonCard): (person: Person) => PersonCard {
  const cards = new WeakMap<Person, PersonCard>();
  return person => {
    const card = cards.get(person) ?? make(person);
    cards.set(person, card);
    return card;
  };
}
