import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { ClusterMark } from '../ClusterMark.tsx';
import { Icon } from '../Icon.tsx';
import type { Column, Notes } from './board.ts';
import styles from './ColumnStrip.module.css';
import { useText } from './texts.ts';

/** On a phone: every group as a button with its size, of which one is open below. */
export function ColumnStrip({
  label,
  columns,
  notes,
  shown,
  onShow,
}: {
  label: string;
  columns: readonly Column[];
  notes: Notes;
  shown: string;
  onShow(column: string): void;
}) {
  const text = useText();
  return (
    <nav className={styles.strip} aria-label={label}>
      {columns.map(({ id, mark, name, members }) => (
        <button
          key={id}
          type="button"
          className={styles.one}
          aria-current={id === shown ? 'true' : undefined}
          onClick={() => onShow(id)}
        >
          {mark !== null && <ClusterMark mark={mark} />}
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.size}>{text('common.number', { number: members.length })}</span>
          {(notes.groups.get(id)?.length ?? 0) > 0 && (
            <span className={styles.warning} role="img" aria-label={text('board.breaks-something')}>
              <Icon of={IconAlertTriangle} size={16} />
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
