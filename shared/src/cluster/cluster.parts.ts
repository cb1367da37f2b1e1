import type { StateParts } from '../kernel/slice.ts';
import type { Arrangement, Clusters } from './cluster.state.ts';

type Rest = Pick<Clusters, 'isLocked' | 'lateRule'>;

/** One part for each arrangement and one for what is published, so that a move writes one of them again. */
export const parts: StateParts<Clusters> = {
  split: ({ settings, arrangements, published, isLocked, lateRule }) => ({
    settings,
    rest: { isLocked, lateRule },
    ...(published && { published }),
    ...Object.fromEntries(Object.entries(arrangements).map(([id, arrangement]) => [`arrangement/${id}`, arrangement])),
  }),
  join(kept) {
    const arrangements = Object.entries(kept).flatMap(([key, part]) =>
      key.startsWith('arrangement/') ? [[key.slice('arrangement/'.length), part as Arrangement] as const] : [],
    );
    return {
      settings: kept.settings as Clusters['settings'],
      ...(kept.rest as Rest),
      published: (kept.published ?? null) as Clusters['published'],
      arrangements: Object.fromEntries(arrangements),
    };
  },
};
