import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { usePublishedClusters } from '../../../dialogue/clusters.ts';
import styles from './ResultList.module.css';
import { useText } from './texts.ts';

/** How many dots came from each cluster; nothing where they are not told apart. */
export function ClusterShares({ clusters }: { clusters: { readonly [cluster: string]: number } }) {
  const text = useText();
  const nameOf = useClusterName();
  const { published } = usePublishedClusters();
  const shares = Object.entries(clusters).sort(([, a], [, b]) => b - a);
  if (shares.length === 0) return null;
  return (
    <ul className={styles.shares}>
      {shares.map(([id, dots]) => {
        const cluster = published?.clusters.find(one => one.cluster === id);
        return (
          <li key={id} className={styles.share}>
            {cluster && <ClusterMark mark={cluster.mark} size={14} />}
            <bdi>{cluster ? nameOf(cluster) : text('meeting.others')}</bdi>
            {text('meeting.dots', { count: dots })}
          </li>
        );
      })}
    </ul>
  );
}
