import type { PersonCard } from '@multaqa/shared/people/people.view';
import { csvOf } from '../../platform/tables/csv.ts';

/** A table for mail merges: who, where to, in which language, and the personal link; nothing in it is a formula to a spreadsheet. */
export function mailMergeCsv(
  people: readonly PersonCard[],
  links: Readonly<Record<string, string>>,
  clusterName: ((person: string) => string) | null = null,
): string {
  const data = people.map(({ person, name, email, languages }) => [
    name ?? '',
    email ?? '',
    languages[0] ?? '',
    links[person] ?? '',
    ...(clusterName ? [clusterName(person)] : []),
  ]);
  const fields = ['name', 'email', 'language', 'link', ...(clusterName ? ['cluster'] : [])];
  return csvOf(fields, data);
}
