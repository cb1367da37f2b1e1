import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { fold } from '../../platform/fold.ts';

export type Sorting = { by: 'name' | 'municipality' | 'country' | 'role' | 'cluster' | 'answers'; isReversed: boolean };

type Words = {
  countryName(code: string): string;
  roleName(role: PersonCard['role']): string;
  compare(a: string, b: string): number;
  /** The name of somebody's cluster; empty for people in none. */
  clusterName(person: string): string;
  /** How much of what is asked somebody has answered, from 0 to 1; -1 for who is not asked. */
  answered(card: PersonCard): number;
};

export const answerFilters = ['none', 'some', 'all'] as const;

/**
 * What the roster is narrowed to, besides a search. `cluster` is an id, `none` for people in no cluster, null for all; `answers`
 * to those who have answered nothing, a part, or everything, null for all.
 */
export type Filter = { cluster: string | null; answers: (typeof answerFilters)[number] | null };
export const noFilter: Filter = { cluster: null, answers: null };

/** The active people that match a search, in the chosen order. Every word of the search must be found somewhere. */
export function rowsOf(people: PeopleView, query: string, sorting: Sorting, words: Words): PersonCard[] {
  const wanted = fold(query).split(' ').filter(Boolean);
  const keyOf = (card: PersonCard) =>
    ({
      name: card.name ?? '',
      municipality: card.municipality,
      country: words.countryName(card.country),
      role: words.roleName(card.role),
      cluster: words.clusterName(card.person),
      answers: '',
    })[sorting.by];
  const rows = Object.values(people).filter(card => {
    if (card.status !== 'active') return false;
    if (wanted.length === 0) return true;
    const said = [
      card.name,
      card.municipality,
      words.countryName(card.country),
      card.email,
      words.roleName(card.role),
      words.clusterName(card.person),
    ];
    const all = fold(said.join(' '));
    return wanted.every(word => all.includes(word));
  });
  const direction = sorting.isReversed ? -1 : 1;
  return rows.sort(
    (a, b) =>
      direction *
        (sorting.by === 'answers' ? words.answered(a) - words.answered(b) : words.compare(keyOf(a), keyOf(b))) ||
      words.compare(a.name ?? '', b.name ?? ''),
  );
}
