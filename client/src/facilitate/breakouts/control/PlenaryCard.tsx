import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import styles from './ControlRoom.module.css';
import { PersonMoves } from './PersonMoves.tsx';

/** Who has stayed in the plenary, and the way into a room for each. */
export function PlenaryCard({ live, people }: { live: LiveView; people: readonly string[] }) {
  const text = useText();
  const roomName = useRoomName();
  const cards = useView(view => view.people);
  return (
    <article className={styles.card}>
      <h3 className={styles.name}>
        {roomName(plenaryOf(live.session))}
        <span className={styles.quiet}>{text('places.people', { count: people.length })}</span>
      </h3>
      <ul className={styles.people}>
        {people.map(person => {
          const name = cards[person]?.name ?? text('common.nameless');
          return (
            <li key={person} className={styles.person}>
              <bdi className={styles.who}>{name}</bdi>
              <span className={styles.quiet}>
                <bdi>{cards[person]?.municipality}</bdi>
              </span>
              <MenuOnDemand label={text('breakouts.actions-of', { name })} className={styles.menu}>
                <PersonMoves live={live} person={person} />
              </MenuOnDemand>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
