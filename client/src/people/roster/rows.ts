import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { fold } from '../../platform/fold.ts';

export type Sorting = { by: 'name' | 'municipality' | 'country' | 'role' | 'cluster'; isReversed: boolean };

type Words = {
  countryName(code: string): string;
  roleName(role: PersonCard['role']): string;
  compare(a: string, b: string): number;
  /** The name of somebody's cluster; empty for people in none. */
  clusterName(person: string): string;
};

/** What the roster is narrowed to, besides a search. `cluster` is an id, `none` for people in no cluster, null for all. */
export type Filter = { cluster: string | null };
export const noFilter: Filter = { cluster: null };

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
    (a, b) => direction * words.compare(keyOf(a), keyOf(b)) || words.compare(a.name ?? '', b.name ?? ''),
  );
}
