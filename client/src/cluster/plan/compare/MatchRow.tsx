import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useText } from '../texts.ts';
import styles from './CompareDialog.module.css';
import type { Match } from './matched.ts';

type Props = { match: Match; one: Cluster | null; other: Cluster | null; nameOf(person: string): string };

/** Two clusters that answer to each other, and the people whom only one of them has. */
export function MatchRow({ match: { both, onlyOne, onlyOther }, one, other, nameOf }: Props) {
  const text = useText();
  return (
    <li className={styles.match}>
      <Side cluster={one} size={both.length + onlyOne.length} only={onlyOne.map(nameOf)} />
      <p className={styles.both}>{text('cluster.compare.both', { count: both.length })}</p>
      <Side cluster={other} size={both.length + onlyOther.length} only={onlyOther.map(nameOf)} />
    </li>
  );
}

function Side({ cluster, size, only }: { cluster: Cluster | null; size: number; only: readonly string[] }) {
  const text = useText();
  const clusterName = useClusterName();
  if (!cluster) return <p className={styles.quiet}>{text('cluster.compare.nothing')}</p>;
  return (
    <div>
      <p className={styles.cluster}>
        <ClusterMark mark={cluster.mark} />
        <bdi>{clusterName(cluster)}</bdi>
        <span className={styles.quiet}>{text('cluster.size', { count: size })}</span>
      </p>
      {only.length > 0 && (
        <p className={styles.only}>
          <span className={styles.quiet}>{text('cluster.compare.only')}</span> <Listed items={only} />
        </p>
      )}
    </div>
  );
}
