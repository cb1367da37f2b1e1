import type { About } from './about/about.rules.ts';
import type { Clusters } from './cluster/cluster.state.ts';
import { clusterIn } from './cluster/cluster.view.ts';
import type { Session, Sessions } from './facilitate/sessions/sessions.state.ts';
import type { PersonId } from './kernel/ids.ts';
import { active, type People, placesOf } from './people/people.state.ts';

/** The parts of a dialogue that an invitation is made of. */
type Parts = { about: About; people: People; sessions: Sessions; cluster: Clusters };

/** What can be told of a dialogue to somebody who holds a link to it, before they join. */
export function invitationIn({ about: what, people: who, sessions: when, cluster }: Parts, person: PersonId) {
  if (what.status === 'unborn') return null;
  const inviter = active(who).find(({ role }) => role === 'organiser');
  return {
    title: what.title,
    goal: what.goal,
    name: who[person]?.name ?? null,
    role: who[person]?.role ?? null,
    inviter: inviter?.name ?? null,
    cluster: clusterOf({ people: who, cluster }, person),
    towns: [...new Set(active(who).flatMap(({ municipality }) => (municipality ? [municipality] : [])))],
    ...placesOf(who),
    sessions: Object.values(when)
      .filter(isAhead)
      .map(({ plan, status }) => ({ ...plan, status })),
  };
}

/** What somebody's published cluster is called, and the towns of the others in it; null before they are in one. */
function clusterOf({ people: who, cluster: grouping }: Pick<Parts, 'people' | 'cluster'>, person: PersonId) {
  const found = clusterIn(grouping.published, person);
  if (!found) return null;
  const others = active(who).filter(
    other => other.person !== person && grouping.published?.of[other.person] === found.cluster,
  );
  const towns = [...new Set(others.flatMap(({ municipality }) => (municipality ? [municipality] : [])))];
  return { names: found.names, mark: found.mark, towns };
}

export type Invitation = NonNullable<ReturnType<typeof invitationIn>>;

const isAhead = ({ status }: Session): boolean => status === 'planned' || status === 'open';
