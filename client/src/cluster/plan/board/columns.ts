import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import { useMemo } from 'react';
import type { Column as Group } from '../../../design/people-board/board.ts';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { usePeopleColumns } from '../../../dialogue/people-columns.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';

/** A cluster, or those who are in none, with its people by name. */
export type Column = Group & { cluster: Cluster | null };

/** Every column of an arrangement; `grouped` are the people whom clusters are about. */
export function useColumns({ clusters, of }: Shown, grouped: readonly string[]): readonly Column[] {
  const text = useText();
  const clusterName = useClusterName();
  const groups = useMemo(
    () => clusters.map(one => ({ id: one.cluster, mark: one.mark, name: clusterName(one) })),
    [clusters, clusterName],
  );
  const columns = usePeopleColumns(groups, of, grouped, text('cluster.loose'));
  return useMemo(
    () =>
      columns.map(column => ({ ...column, cluster: clusters.find(({ cluster }) => cluster === column.id) ?? null })),
    [columns, clusters],
  );
}
