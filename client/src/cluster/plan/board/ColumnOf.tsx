import { useDroppable } from '@dnd-kit/core';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { useText } from '../texts.ts';
import type { BoardProps } from './board.ts';
import styles from './ColumnOf.module.css';
import type { Column } from './columns.ts';
import { MemberCard } from './MemberCard.tsx';

/** A cluster with its people, or those who are in none. */
export function ColumnOf({
  column,
  chosen,
  opened,
  onTheWay,
  notes,
  moving,
  onLook,
  headOf,
}: BoardProps & { column: Column }) {
  const text = useText();
  const { setNodeRef, isOver } = useDroppable({ id: column.id });
  const { cluster, members } = column;
  return (
    <section
      ref={setNodeRef}
      className={styles.column}
      data-over={isOver}
      data-loose={cluster === null}
      aria-labelledby={`column-${column.id}`}
    >
      <header className={styles.head}>
        <div className={styles.title}>
          {cluster && <ClusterMark mark={cluster.mark} size={20} />}
          <h3 id={`column-${column.id}`} dir="auto">
            {column.name}
          </h3>
          <span className={styles.size}>{text('cluster.size', { count: members.length })}</span>
        </div>
        {headOf(column)}
      </header>
      {members.length === 0 ? (
        <p className={styles.empty}>{text(cluster ? 'cluster.empty' : 'cluster.loose.empty')}</p>
      ) : (
        <ul className={styles.members}>
          {members.map(member => (
            <li key={member.person}>
              <MemberCard
                member={member}
                column={column.id}
                isChosen={chosen?.has(member.person) ?? false}
                isOpened={member.person === opened}
                isOnTheWay={onTheWay.has(member.person)}
                breaks={notes.people.get(member.person) ?? ''}
                moving={moving}
                onLook={onLook}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
