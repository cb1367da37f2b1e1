import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Avatar } from '../../../design/Avatar.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import styles from './PeopleHere.module.css';
import { useText } from './texts.ts';

/** Who has no seat: those who were inside and have left, as far as one is told of them, and those who have not come. */
export function Away({ session: { seats, sentOut, left } }: { session: OpenSessionView }) {
  const text = useText();
  const people = useView(view => view.people);
  // Who is barred has a list of their own, as far as one sees it.
  const away = Object.values(people)
    .filter(({ person, status }) => status === 'active' && !seats[person] && sentOut[person] !== 'barred')
    .map(({ person }) => person);
  const gone = away.filter(person => left.includes(person));
  const absent = away.filter(person => !left.includes(person));
  return (
    <>
      <Group title={text('live.left', { count: gone.length })} people={gone} />
      <Group title={text('live.absent', { count: absent.length })} people={absent} />
    </>
  );
}

function Group({ title, people }: { title: string; people: readonly string[] }) {
  if (people.length === 0) return null;
  return (
    <details className={styles.absent}>
      <summary>{title}</summary>
      <ul>
        {people.map(person => (
          <AwayRow key={person} person={person} />
        ))}
      </ul>
    </details>
  );
}

function AwayRow({ person }: { person: string }) {
  const text = useText();
  const card = useView(view => view.people[person]);
  const name = card?.name ?? text('common.nameless');
  return (
    <li className={styles.row}>
      <Avatar id={person} name={name} size={30} />
      <div className={styles.who}>
        <bdi>{name}</bdi>
        <bdi className={styles.quiet}>{card?.municipality}</bdi>
      </div>
    </li>
  );
}
