import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useRoom } from '../../dialogue/room.ts';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { SelfCard } from '../../people/SelfCard.tsx';
import styles from './Lobby.module.css';
import { RoundTable } from './table/RoundTable.tsx';
import { useText } from './texts.ts';

/** The table of the lobby shows so many chairs at least: others are expected. */
const seats = 10;
/** From this height on, in CSS px, the table has room for the title. */
const roomy = 150;

/** Waiting together: a picture of the room to come, who is here already, one's own card to fill. */
export function Lobby() {
  const text = useText();
  const { session } = useRoom();
  const { title, goal } = session.plan;
  return (
    <div className={styles.lobby}>
      <div className={styles.table}>
        <RoundTable chairs={seats}>
          {({ plan: { middle } }) => (
            <div className={styles.words} data-roomy={middle.height >= roomy}>
              <h2 className={styles.title} dir="auto">
                {title}
              </h2>
              <p className={styles.here} role="status">
                <Company session={session} />
              </p>
            </div>
          )}
        </RoundTable>
      </div>
      <p className={styles.quiet}>{text('room.soon')}</p>
      {goal && (
        <p className={styles.goal} dir="auto">
          {goal}
        </p>
      )}
      <div className={styles.self}>
        <SelfCard opens="dialog" />
      </div>
    </div>
  );
}

/** "Amal from Sfax and 11 others are here": whoever waits has a name, those inside are a number. */
function Company({ session }: { session: OpenSessionView }) {
  const text = useText();
  const { person } = useMe();
  const people = useView(view => view.people);
  const others = Object.entries(session.seats)
    .filter(([other]) => other !== person)
    .sort(([, a], [, b]) => b.since - a.since);
  const { inside } = session;
  const first = others[0] && people[others[0][0]];
  if (!first)
    return inside > 0 ? text('room.here', { people: text('places.people', { count: inside }) }) : text('room.first');
  const name = first.name ?? text('common.nameless');
  const who = first.municipality ? text('room.from', { name, town: first.municipality }) : name;
  const count = others.length - 1 + inside;
  return count === 0 ? text('room.one-here', { who }) : text('room.others-here', { who, count });
}
