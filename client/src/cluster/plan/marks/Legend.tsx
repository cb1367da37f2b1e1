import { ClusterMark } from '../../../design/ClusterMark.tsx';
import type { Column } from '../board/columns.ts';
import { useText } from '../texts.ts';
import styles from './Legend.module.css';

/** Which mark stands for which cluster, with its size. */
export function Legend({ columns }: { columns: readonly Column[] }) {
  const text = useText();
  return (
    <ul className={styles.legend} aria-label={text('cluster.legend')}>
      {columns.filter(isShown).map(({ id, cluster, name, members }) => (
        <li key={id}>
          {cluster ? <ClusterMark mark={cluster.mark} /> : <span className={styles.none} />}
          <bdi>{name}</bdi>
          <span className={styles.size}>{text('common.number', { number: members.length })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Nobody has to be told of a place in which nobody is. */
const isShown = ({ cluster, members }: Column): boolean => cluster !== null || members.length > 0;
