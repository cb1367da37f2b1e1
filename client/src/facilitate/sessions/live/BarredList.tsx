import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { DoorRow } from './DoorRow.tsx';
import styles from './PeopleHere.module.css';
import { useText } from './texts.ts';

/** For hosts: who was barred for the rest of the session, and the way to let them back in. */
export function BarredList({ session: { session, sentOut } }: { session: OpenSessionView }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const barred = Object.keys(sentOut).filter(person => sentOut[person] === 'barred');
  if (!may('sessions.readmit') || barred.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{text('live.barred', { count: barred.length })}</h2>
      <ul>
        {barred.map(person => (
          <DoorRow
            key={person}
            person={person}
            why="barred"
            onOpen={() => void send('sessions.readmit', { session, person })}
          />
        ))}
      </ul>
    </section>
  );
}
