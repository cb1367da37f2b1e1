import { Button } from '@mantine/core';
import type { OpenSession } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { Avatar } from '../../design/Avatar.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from '../../platform/languages.ts';
import styles from './PeopleHere.module.css';

/** For hosts: whom they have sent out for the rest of the session, and the way to let them back in. */
export function BarredList({ session: { session, sentOut } }: { session: OpenSession }) {
  const text = useText();
  const may = useMay();
  const barred = Object.keys(sentOut).filter(person => sentOut[person] === 'barred');
  if (!may('sessions.readmit') || barred.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{text('sessions.barred', { count: barred.length })}</h2>
      <ul>
        {barred.map(person => (
          <BarredRow key={person} person={person} session={session} />
        ))}
      </ul>
    </section>
  );
}

function BarredRow({ person, session }: { person: string; session: string }) {
  const text = useText();
  const send = useCommand();
  const card = useView(view => view.people[person]);
  const name = card?.name ?? text('people.nameless');
  return (
    <li className={styles.row}>
      <Avatar id={person} name={name} size={36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.quiet}>{card?.municipality}</bdi>
      </div>
      <Button
        variant="default"
        aria-label={text('sessions.readmit.of', { name })}
        onClick={() => void send('sessions.readmit', { session, person })}
      >
        {text('sessions.readmit')}
      </Button>
    </li>
  );
}
