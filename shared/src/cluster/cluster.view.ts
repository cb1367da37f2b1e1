import { type Arrangement, type Clusters, keptOf, type Published } from './cluster.state.ts';

/** An arrangement as hosts see it: in place of the changes, how many can be taken back and done again. */
export type ArrangementView = Omit<Arrangement, 'past' | 'future' | 'status'> & { undo: number; redo: number };

/** `plan` is for hosts. */
export type ClustersView = Pick<Clusters, 'published' | 'isLocked'> & {
  plan: (Pick<Clusters, 'settings' | 'lateRule'> & { arrangements: Readonly<Record<string, ArrangementView>> }) | null;
};

/** What hosts, or everybody else, see of the clusters ([K4], [K5]). */
export const viewOf = (state: Clusters, isForHosts: boolean): ClustersView => ({
  published: state.published,
  isLocked: state.isLocked,
  plan: isForHosts
    ? {
        settings: state.settings,
        lateRule: state.lateRule,
        arrangements: Object.fromEntries(keptOf(state).map(one => [one.arrangement, shown(one)])),
      }
    : null,
});

// The same object until the arrangement changes, so that comparing two views costs what changed.
const remembered = new WeakMap<Arrangement, ArrangementView>();

function shown(arrangement: Arrangement): ArrangementView {
  const known = remembered.get(arrangement);
  if (known) return known;
  const { past, future, status: _, ...rest } = arrangement;
  const view = { ...rest, undo: past.length, redo: future.length };
  remembered.set(arrangement, view);
  return view;
}

/** The cluster of a person among these; null for somebody in none. */
export const clusterIn = (groups: Pick<Published, 'clusters' | 'of'> | null, person: string) =>
  groups?.clusters.find(({ cluster }) => cluster === groups.of[person]) ?? null;
