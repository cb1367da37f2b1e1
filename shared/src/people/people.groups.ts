import type { Groups } from '../kernel/context.ts';
import type { PersonId } from '../kernel/ids.ts';
import { limits } from '../limits.ts';
import type { People } from './people.state.ts';

/** What somebody belongs to when results are divided; `clusterOf` are the published clusters, if there are any. */
export function groupsOf(
  people: People,
  clusterOf: { readonly [person: PersonId]: string } | undefined,
  person: PersonId,
): Groups {
  const { municipality = '', country = '', languages } = people[person] ?? {};
  return {
    cluster: clusterOf?.[person] ?? null,
    language: languages?.[0] ?? null,
    municipality: municipality ? `${municipality.slice(0, limits.groupNameLength - 3)}/${country}` : null,
  };
}
