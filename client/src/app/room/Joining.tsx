import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Avatar } from '../../design/Avatar.tsx';
import { Listed } from '../../design/Listed.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { SessionWhen } from '../../facilitate/sessions/SessionWhen.tsx';
import styles from './Joining.module.css';
import { useText } from './texts.ts';

const shownFaces = 7;
const shownTowns = 6;

/** What is joined: its title, when, its goal, and who is there already. */
export function Joining({ session }: { session: OpenSessionView }) {
  const text = useText();
  const { title, goal } = session.plan;
  return (
    <section className={styles.card}>
      <div className={styles.words}>
        <p className={styles.quiet}>{text('room.joining')}</p>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        <p>
          <SessionWhen plan={session.plan} />
        </p>
        {goal && (
          <p className={styles.goal} dir="auto">
            {goal}
          </p>
        )}
      </div>
      <Company session={session} />
    </section>
  );
}

/** Hosts see who is here already, everybody else how many; the faces and towns are then of those who are expected. */
function Company({ session }: { session: OpenSessionView }) {
  const text = useText();
  const people = useView(view => view.people);
  const here = Object.keys(session.seats);
  const expected = Object.values(people).filter(({ status }) => status === 'active');
  const cards = here.length > 0 ? here.flatMap(person => people[person] ?? []) : expected;
  const towns = [...new Set(cards.map(({ municipality }) => municipality).filter(Boolean))];
  const count = Math.max(here.length, session.inside);
  const more = towns.length - shownTowns;
  return (
    <div className={styles.company}>
      <div className={styles.faces}>
        {cards.slice(0, shownFaces).map(({ person, name }) => (
          <Avatar key={person} id={person} name={name ?? text('common.nameless')} size={36} />
        ))}
      </div>
      <p className={styles.count}>
        {count > 0
          ? text('room.here', { people: text('places.people', { count }) })
          : text('room.expected', { people: text('places.people', { count: cards.length }) })}
      </p>
      <p className={styles.quiet}>
        <Listed items={towns.slice(0, shownTowns)} />
        {more > 0 && ` ${text('room.more-towns', { count: more })}`}
      </p>
    </div>
  );
}
