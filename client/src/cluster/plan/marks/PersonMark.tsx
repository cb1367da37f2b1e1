import { ClusterMark } from '../../../design/ClusterMark.tsx';
import type { Column } from '../board/columns.ts';
import { useText } from '../texts.ts';
import type { Looked, Workshop } from '../workshop.ts';
import styles from './PersonMark.module.css';

type Props = {
  person: string;
  isGuessed: boolean;
  /** The cluster they are in. */
  column: Column | undefined;
  workshop: Workshop;
};

/** Somebody in a plane, by the mark of their cluster; the name appears where one points or has the focus. */
export function PersonMark({ person, isGuessed, column, workshop }: Props) {
  const text = useText();
  const name = workshop.nameOf(person);
  const look = (how: Looked['how']) => workshop.look({ kind: 'person', person }, how);
  return (
    <button
      type="button"
      className={styles.mark}
      data-guessed={isGuessed}
      data-opened={workshop.opened === person}
      aria-label={text('cluster.mark', { name, cluster: column?.name ?? text('cluster.loose') })}
      onMouseEnter={() => look('glance')}
      onFocus={() => look('glance')}
      onClick={event => look(event.detail === 0 ? 'open-by-key' : 'open')}
    >
      {column?.cluster ? <ClusterMark mark={column.cluster.mark} size={16} /> : <span className={styles.none} />}
      <span className={styles.name} dir="auto">
        {name}
      </span>
    </button>
  );
}
