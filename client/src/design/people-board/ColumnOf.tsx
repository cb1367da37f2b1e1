import { useDroppable } from '@dnd-kit/core';
import { ClusterMark } from '../ClusterMark.tsx';
import { type BoardProps, type Column, loose } from './board.ts';
import styles from './ColumnOf.module.css';
import { MemberCard } from './MemberCard.tsx';
import { useText } from './texts.ts';

/** A group with its people, or those who are in none. */
export function ColumnOf<Shown extends Column>({
  column,
  words,
  chosen,
  opened,
  onTheWay,
  notes,
  moving,
  onLook,
  headOf,
}: BoardProps<Shown> & { column: Shown }) {
  const text = useText();
  const { setNodeRef, isOver } = useDroppable({ id: column.id });
  const { mark, members } = column;
  const isLoose = column.id === loose;
  return (
    <section
      ref={setNodeRef}
      className={styles.column}
      data-over={isOver}
      data-loose={isLoose}
      aria-labelledby={`column-${column.id}`}
    >
      <header className={styles.head}>
        <div className={styles.title}>
          {mark !== null && <ClusterMark mark={mark} size={20} />}
          <h3 id={`column-${column.id}`} dir="auto">
            {column.name}
          </h3>
          <span className={styles.size}>{text('board.size', { count: members.length })}</span>
        </div>
        {headOf(column)}
      </header>
      {members.length === 0 ? (
        <p className={styles.empty}>{isLoose ? words.nobodyLoose : words.empty}</p>
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
