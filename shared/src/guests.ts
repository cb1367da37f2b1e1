import type { Published } from './cluster/cluster.state.ts';
import { clusterIn } from './cluster/cluster.view.ts';
import type { Guest } from './facilitate/breakouts/guest.ts';
import { isGrouped } from './people/people.state.ts';
import type { PeopleView } from './people/people.view.ts';

/** Everybody who can be given a room, ordered by id, from what hosts see or from the states themselves. */
export function guestsOf(people: PeopleView, published: Published | null): Guest[] {
  return Object.values(people)
    .flatMap(({ person, status, role, municipality, country, languages }): Guest[] =>
      status === 'active' && isGrouped(role)
        ? [
            {
              person,
              town: municipality === '' ? '' : `${municipality}/${country}`,
              languages,
              cluster: clusterIn(published, person)?.cluster ?? null,
              role,
            },
          ]
        : [],
    )
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}
