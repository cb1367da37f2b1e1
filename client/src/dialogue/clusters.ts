import type { Cluster, Published } from '@multaqa/shared/cluster/cluster.state';
import { clusterIn } from '@multaqa/shared/cluster/cluster.view';
import { useCallback } from 'react';
import { useClusterName } from './cluster-name.ts';
import { useView } from './use-dialogue.ts';

/** The published cluster of somebody; null before clusters are published, and for people in none. */
export function useClusterOf(person: string): Cluster | null {
  return useView(({ cluster: { published } }) => clusterIn(published, person));
}

/** The published clusters, null before there are any, and the name of each person's cluster, empty for people in none. */
export function usePublishedClusters(): { published: Published | null; nameOf(person: string): string } {
  const published = useView(view => view.cluster.published);
  const clusterName = useClusterName();
  const nameOf = useCallback(
    (person: string) => {
      const cluster = clusterIn(published, person);
      return cluster ? clusterName(cluster) : '';
    },
    [published, clusterName],
  );
  return { published, nameOf };
}
