import type { PersonId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';

/** Somebody who can be given a room, and what counts when rooms are made up. */
export type Guest = {
  person: PersonId;
  /** Tells towns apart; empty when it is not known. */
  town: string;
  /** Empty when nobody has said. */
  languages: readonly Language[];
  /** The cluster that the person is in, by its id. */
  cluster: string | null;
  role: 'participant' | 'note-taker' | 'facilitator' | 'interpreter';
};

/** True for those who meet others in a room and count towards its size; an interpreter is there to work. */
export const meets = ({ role }: Guest): boolean => role !== 'interpreter';

/** People by id, as rooms name them. */
export const guestsById = (guests: readonly Guest[]): ReadonlyMap<PersonId, Guest> =>
  new Map(guests.map(guest => [guest.person, guest]));
