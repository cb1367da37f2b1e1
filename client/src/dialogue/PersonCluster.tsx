import { VisuallyHidden } from '@mantine/core';
import { ClusterMark } from '../design/ClusterMark.tsx';
import { useClusterName } from './cluster-name.ts';
import { useClusterOf } from './clusters.ts';
import styles from './PersonCluster.module.css';

/** The mark of somebody's cluster with its name as a hint; nothing for people in none. */
export function PersonClusterMark({ person, size = 14 }: { person: string; size?: number }) {
  const cluster = useClusterOf(person);
  const nameOf = useClusterName();
  if (!cluster) return null;
  const name = nameOf(cluster);
  return (
    <span className={styles.mark} title={name}>
      <ClusterMark mark={cluster.mark} size={size} />
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

/** The mark and the name of somebody's cluster; nothing for people in none. */
export function PersonClusterName({ person }: { person: string }) {
  const cluster = useClusterOf(person);
  const nameOf = useClusterName();
  if (!cluster) return null;
  return (
    <span className={styles.named}>
      <ClusterMark mark={cluster.mark} size={14} />
      <bdi>{nameOf(cluster)}</bdi>
    </span>
  );
}
