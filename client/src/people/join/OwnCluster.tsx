import type { Invitation } from '@multaqa/shared/invitation';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { Listed } from '../../design/Listed.tsx';
import { useClusterName } from '../../dialogue/cluster-name.ts';
import styles from './SessionsAhead.module.css';

/** The cluster that somebody will work in, and the towns of the others in it. */
export function OwnCluster({ cluster: { names, mark, towns } }: { cluster: NonNullable<Invitation['cluster']> }) {
  const nameOf = useClusterName();
  return (
    <>
      <p className={styles.named}>
        <ClusterMark mark={mark} size={18} />
        <bdi>{nameOf({ names, mark })}</bdi>
      </p>
      {towns.length > 0 && (
        <p className={styles.quiet}>
          <Listed items={towns} />
        </p>
      )}
    </>
  );
}
