import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import { clusterIn } from '@multaqa/shared/cluster/cluster.view';
import { useView } from './use-dialogue.ts';

/** The published cluster of somebody; null before clusters are published, and for people in none. */
export function useClusterOf(person: string): Cluster | null {
  return useView(({ cluster: { published } }) => clusterIn(published, person));
}
