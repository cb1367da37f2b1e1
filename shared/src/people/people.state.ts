import type { PersonId } from '../kernel/ids.ts';
import type { Role } from '../kernel/messages.ts';
import type { PersonInput } from './people.messages.ts';

export type Person = Omit<PersonInput, 'name' | 'email'> & {
  name: string | null;
  email: string | null;
  status: 'active' | 'removed';
  /** The version a join link must carry. */
  link: number;
  /** When an organiser last took this link to hand it over (ms since the epoch). */
  invitedAt: number | null;
  /** When the link was first opened, and when somebody first joined by it (ms since the epoch). */
  openedAt: number | null;
  joinedAt: number | null;
};

export type People = { readonly [person: PersonId]: Person };

/** The role of an active person; null for strangers and removed people ([P3]). */
export const roleOf = (state: People, person: PersonId): Role | null => {
  const found = state[person];
  return found?.status === 'active' ? found.role : null;
};

/** True when a link of this version opens the door for this person ([P3], [P4]). */
export const opens = (state: People, person: PersonId, version: number): boolean =>
  isActive(state, person) && state[person]?.link === version;

/** True for those whom groups are made of: organisers and observers are in none, and need not answer. */
export const isGrouped = (role: Role): role is Exclude<Role, 'organiser' | 'observer'> =>
  role !== 'organiser' && role !== 'observer';

/** Everybody who takes part. */
export const active = (state: People): Person[] => Object.values(state).filter(({ status }) => status === 'active');
/** True for somebody who takes part. */
export const isActive = (state: People, person: PersonId): boolean => state[person]?.status === 'active';

/** How many people, municipalities and countries take part; cards without a municipality count as people only. */
export function placesOf(state: People): { people: number; municipalities: number; countries: number } {
  const present = active(state);
  const towns = present.filter(({ municipality }) => municipality !== '');
  return {
    people: present.length,
    municipalities: new Set(towns.map(({ municipality, country }) => `${municipality}/${country}`)).size,
    countries: new Set(present.flatMap(({ country }) => (country ? [country] : []))).size,
  };
}
