import type { z } from 'zod';
import type { RuleContext } from '../kernel/context.ts';
import type { PersonId } from '../kernel/ids.ts';
import { accept, type Decision, type FactOf, refuse } from '../kernel/slice.ts';
import { limits } from '../limits.ts';
import type { ClusterId, facts, messages, refusals } from './cluster.messages.ts';
import { type Arrangement, type Clusters, hasCluster, keptOf, sliced } from './cluster.state.ts';

type Fact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Input<Name extends keyof typeof messages> = z.infer<(typeof messages)[Name]['input']>;
type Outcome = Decision<Fact, Refusal>;

export const decide = {
  set: (_: Clusters, input: Input<'set'>) => accept({ kind: 'cluster.set', data: input }),
  propose,
  move: (state: Clusters, input: Input<'move'>, { roleOf }: RuleContext) =>
    within(state, input.arrangement, arrangement => {
      const { people, to } = input;
      if (to !== null && !hasCluster(arrangement, to)) return refuse('cluster.unknown-cluster');
      if (people.some(person => roleOf(person) === null)) return refuse('cluster.unknown-person');
      const moved = [...new Set(people)].filter(person => (arrangement.of[person] ?? null) !== to);
      return moved.length > 0 ? accept({ kind: 'cluster.moved', data: { ...input, people: moved } }) : accept();
    }),
  name: (state: Clusters, input: Input<'name'>) =>
    within(state, input.arrangement, arrangement =>
      hasCluster(arrangement, input.cluster)
        ? accept({ kind: 'cluster.named', data: input })
        : refuse('cluster.unknown-cluster'),
    ),
  add: (state: Clusters, input: Input<'add'>) =>
    within(state, input.arrangement, arrangement => {
      if (hasCluster(arrangement, input.cluster)) return refuse('cluster.taken');
      if (arrangement.clusters.length >= limits.clusters) return refuse('cluster.full');
      return accept({ kind: 'cluster.added', data: input });
    }),
  dissolve: (state: Clusters, input: Input<'dissolve'>) =>
    within(state, input.arrangement, arrangement =>
      hasCluster(arrangement, input.cluster)
        ? accept({ kind: 'cluster.dissolved', data: input })
        : refuse('cluster.unknown-cluster'),
    ),
  undo: (state: Clusters, input: Input<'undo'>) =>
    within(state, input.arrangement, ({ past }) =>
      past.length > 0 ? accept({ kind: 'cluster.undone', data: input }) : refuse('cluster.nothing-to-undo'),
    ),
  redo: (state: Clusters, input: Input<'redo'>) =>
    within(state, input.arrangement, ({ future }) =>
      future.length > 0 ? accept({ kind: 'cluster.redone', data: input }) : refuse('cluster.nothing-to-undo'),
    ),
  copy: (state: Clusters, input: Input<'copy'>) =>
    within(state, input.arrangement, () => {
      if (state.arrangements[input.copy]) return refuse('cluster.taken');
      return isFull(state) ? refuse('cluster.full') : accept({ kind: 'cluster.copied', data: input });
    }),
  title: (state: Clusters, input: Input<'title'>) =>
    within(state, input.arrangement, () => accept({ kind: 'cluster.titled', data: input })),
  discard: (state: Clusters, input: Input<'discard'>) =>
    within(state, input.arrangement, () => accept({ kind: 'cluster.discarded', data: input })),
  recover,
  publish: (state: Clusters, input: Input<'publish'>) =>
    state.isLocked
      ? refuse('cluster.is-locked')
      : within(state, input.arrangement, () => accept({ kind: 'cluster.published', data: input })),
  withdraw: (state: Clusters) => {
    if (!state.published) return refuse('cluster.unpublished');
    return state.isLocked ? refuse('cluster.is-locked') : accept({ kind: 'cluster.withdrawn', data: {} });
  },
  lock: (state: Clusters) =>
    state.published ? accept({ kind: 'cluster.locked', data: {} }) : refuse('cluster.unpublished'),
  unlock: (state: Clusters) => (state.isLocked ? accept({ kind: 'cluster.unlocked', data: {} }) : accept()),
  late: (_: Clusters, input: Input<'late'>) => accept({ kind: 'cluster.late-ruled', data: input }),
  place,
};

/** Somebody may have been removed while a proposal was made: it counts for those who are still there. */
function propose(state: Clusters, input: Input<'propose'>, { roleOf }: RuleContext): Outcome {
  if (state.arrangements[input.arrangement]) return refuse('cluster.taken');
  if (isFull(state)) return refuse('cluster.full');
  const { clusters, people } = input;
  const ids = new Set<ClusterId>(clusters.map(({ cluster }) => cluster));
  if (new Set(people).size < people.length || ids.size < clusters.length) return refuse('cluster.twice');
  if (clusters.reduce((sum, { size }) => sum + size, 0) !== people.length) return refuse('cluster.miscounted');
  const left = sliced(input).map(members => members.filter(person => roleOf(person) !== null));
  const data = {
    ...input,
    clusters: clusters.map((one, at) => ({ ...one, size: left[at]?.length ?? 0 })),
    people: left.flat(),
  };
  return accept({ kind: 'cluster.proposed', data });
}

function recover(state: Clusters, input: Input<'recover'>): Outcome {
  const { status } = state.arrangements[input.arrangement] ?? {};
  if (status === undefined) return refuse('cluster.unknown');
  if (status === 'kept') return accept();
  return isFull(state) ? refuse('cluster.full') : accept({ kind: 'cluster.recovered', data: input });
}

/** The engine places those who have no cluster; an organiser may also correct where somebody is, until the clusters are locked. */
function place(state: Clusters, input: Input<'place'>, { roleOf, actor }: RuleContext): Outcome {
  const { published, isLocked } = state;
  if (!published) return refuse('cluster.unpublished');
  if (!hasCluster(published, input.cluster)) return refuse('cluster.unknown-cluster');
  if (roleOf(input.person) === null) return refuse('cluster.unknown-person');
  const before = placeOf(published.of, input.person);
  if (before === input.cluster || (before !== null && actor === 'engine')) return accept();
  if (before !== null && isLocked) return refuse('cluster.is-locked');
  return accept({ kind: 'cluster.placed', data: input });
}

const placeOf = (of: Arrangement['of'], person: PersonId): ClusterId | null => of[person] ?? null;

const isFull = (state: Clusters): boolean => keptOf(state).length >= limits.arrangements;

function within(state: Clusters, id: string, then: (arrangement: Arrangement) => Outcome): Outcome {
  const arrangement = state.arrangements[id];
  return arrangement?.status === 'kept' ? then(arrangement) : refuse('cluster.unknown');
}
