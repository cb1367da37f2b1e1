import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import type { Notes } from './board.ts';
import styles from './ClusterStrip.module.css';
import type { Column } from './columns.ts';

/** On a phone: every cluster as a button with its size, of which one is open below. */
export function ClusterStrip({
  columns,
  notes,
  shown,
  onShow,
}: {
  columns: readonly Column[];
  notes: Notes;
  shown: string;
  onShow(column: string): void;
}) {
  const text = useText();
  return (
    <nav className={styles.strip} aria-label={text('cluster.strip')}>
      {columns.map(({ id, cluster, name, members }) => (
        <button
          key={id}
          type="button"
          className={styles.one}
          aria-current={id === shown ? 'true' : undefined}
          onClick={() => onShow(id)}
        >
          {cluster && <ClusterMark mark={cluster.mark} />}
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.size}>{text('common.number', { number: members.length })}</span>
          {(notes.clusters.get(id)?.length ?? 0) > 0 && (
            <span className={styles.warning} role="img" aria-label={text('cluster.breaks-something')}>
              <Icon of={IconAlertTriangle} size={16} />
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
