import type { FactOf, Recorded } from '../kernel/slice.ts';
import { limits } from '../limits.ts';
import type { Names } from '../names.ts';
import type { ClusterId, facts } from './cluster.messages.ts';
import { type Arrangement, type Cluster, type Clusters, hasCluster, sliced } from './cluster.state.ts';
import { changed, redone, undone } from './steps.ts';

type ClustersFact = Recorded<FactOf<typeof facts>>;
type FactNamed<Kind> = Extract<ClustersFact, { kind: Kind }>;

export function evolve(state: Clusters, fact: ClustersFact): Clusters {
  switch (fact.kind) {
    case 'cluster.set':
      return { ...state, settings: fact.data.settings };
    case 'cluster.proposed':
      return proposed(state, fact);
    case 'cluster.copied':
      return copied(state, fact);
    case 'cluster.discarded':
      return withoutOldest(withArrangement(state, fact.data.arrangement, discarded));
    case 'cluster.published':
      return published(state, fact);
    case 'cluster.withdrawn':
      return { ...state, published: null, isLocked: false };
    case 'cluster.locked':
    case 'cluster.unlocked':
      return { ...state, isLocked: fact.kind === 'cluster.locked' && state.published !== null };
    case 'cluster.late-ruled':
      return { ...state, lateRule: fact.data.rule };
    case 'cluster.placed':
      return placed(state, fact);
    default:
      return withArrangement(state, fact.data.arrangement, before => arranged(before, fact));
  }
}

/** One arrangement after a fact about it alone. */
function arranged(before: Arrangement, fact: ClustersFact): Arrangement {
  switch (fact.kind) {
    case 'cluster.moved':
      return moved(before, fact.data.people, fact.data.to);
    case 'cluster.named': {
      const { cluster, names } = fact.data;
      const clusters = before.clusters.map(one => (one.cluster === cluster ? { ...one, names } : one));
      return changed(before, { of: {}, clusters });
    }
    case 'cluster.added':
      return changed(before, { of: {}, clusters: withNew(before.clusters, fact.data.cluster, fact.data.names) });
    case 'cluster.dissolved': {
      const { cluster } = fact.data;
      const left = Object.keys(before.of).filter(person => before.of[person] === cluster);
      const of = Object.fromEntries(left.map(person => [person, null]));
      return changed(before, { of, clusters: before.clusters.filter(one => one.cluster !== cluster) });
    }
    case 'cluster.undone':
      return undone(before);
    case 'cluster.redone':
      return redone(before);
    case 'cluster.titled':
      return { ...before, title: fact.data.title };
    case 'cluster.recovered':
      return { ...before, status: 'kept' };
    default:
      return before;
  }
}

const moved = (before: Arrangement, people: readonly string[], to: ClusterId | null): Arrangement =>
  changed(before, { of: Object.fromEntries(people.map(person => [person, to])), clusters: null });

const discarded = (before: Arrangement): Arrangement => ({ ...before, status: 'discarded' });

function proposed(state: Clusters, { data, at }: FactNamed<'cluster.proposed'>): Clusters {
  const { arrangement, title, origin, settings } = data;
  const made: Arrangement = {
    arrangement,
    title,
    origin,
    settings,
    madeAt: at,
    status: 'kept',
    past: [],
    future: [],
    clusters: data.clusters.map(({ cluster, names }, mark) => ({ cluster, names, mark })),
    of: Object.fromEntries(
      sliced(data).flatMap((people, at) => people.map(person => [person, data.clusters[at]?.cluster ?? 'c1'] as const)),
    ),
  };
  return { ...state, arrangements: { ...state.arrangements, [arrangement]: made } };
}

function copied(state: Clusters, { data, at }: FactNamed<'cluster.copied'>): Clusters {
  const original = state.arrangements[data.arrangement];
  if (!original) return state;
  const copy = { ...original, arrangement: data.copy, title: data.title, madeAt: at, past: [], future: [] };
  return { ...state, arrangements: { ...state.arrangements, [data.copy]: copy } };
}

function published(state: Clusters, { data: { arrangement }, at }: FactNamed<'cluster.published'>): Clusters {
  const original = state.arrangements[arrangement];
  if (!original) return state;
  return { ...state, published: { arrangement, publishedAt: at, clusters: original.clusters, of: original.of } };
}

/** Whoever is placed among the published stands in their arrangement as well, so that publishing it again loses nobody. */
function placed(state: Clusters, { data: { person, cluster } }: FactNamed<'cluster.placed'>): Clusters {
  const now = state.published;
  if (!now) return state;
  const after = { ...state, published: { ...now, of: { ...now.of, [person]: cluster } } };
  return withArrangement(after, now.arrangement, before =>
    hasCluster(before, cluster) ? moved(before, [person], cluster) : before,
  );
}

/** The clusters and one more, with the first mark that none of them has. */
function withNew(clusters: readonly Cluster[], cluster: ClusterId, names: Names): Cluster[] {
  const taken = new Set(clusters.map(({ mark }) => mark));
  const mark = Array.from({ length: clusters.length + 1 }, (_, at) => at).find(at => !taken.has(at)) ?? 0;
  return [...clusters, { cluster, names, mark }];
}

function withArrangement(state: Clusters, id: string, change: (before: Arrangement) => Arrangement): Clusters {
  const before = state.arrangements[id];
  return before ? { ...state, arrangements: { ...state.arrangements, [id]: change(before) } } : state;
}

/** Lets go of the discarded arrangements that were made first, beyond as many as may be kept. */
function withoutOldest(state: Clusters): Clusters {
  const gone = Object.values(state.arrangements)
    .filter(({ status }) => status === 'discarded')
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(limits.arrangements)
    .map(({ arrangement }) => arrangement);
  if (gone.length === 0) return state;
  const left = Object.entries(state.arrangements).filter(([id]) => !gone.includes(id));
  return { ...state, arrangements: Object.fromEntries(left) };
}
