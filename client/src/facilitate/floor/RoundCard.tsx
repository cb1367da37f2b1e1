import { Button } from '@mantine/core';
import type { Round } from '@multaqa/shared/facilitate/floor/floor.state';
import { useId } from 'react';
import { Meter } from '../../design/Meter.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay } from '../../dialogue/use-dialogue.ts';
import { Person } from './Person.tsx';
import styles from './RoundCard.module.css';
import { comingIn } from './standing.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';
import { useNth } from './words.ts';

/** So many of those who come next are named. */
const named = 5;

/** A round as it goes on: how far it is, and who comes next; the hosts end it. */
export function RoundCard({ round }: { round: Round }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const nth = useNth();
  const heading = useId();
  const { room } = useRoom();
  const coming = comingIn(useFloor(room));
  const all = round.heard.length + round.waiting.length + round.again.length;
  const next = coming.slice(0, named);
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {text('floor.round.running', { done: round.heard.length, all })}
      </h2>
      <Meter value={round.heard.length / Math.max(1, all)} />
      {round.stage === 'again' && <p>{text('floor.round.again')}</p>}
      <ol className={styles.rows}>
        {next.map((person, at) => (
          <li key={person}>
            <Person person={person} size="row" words={round.again.includes(person) ? text('floor.round.later') : null}>
              <span className={styles.place}>{nth(at)}</span>
            </Person>
          </li>
        ))}
      </ol>
      {coming.length > named && <p>{text('floor.queue.more', { count: coming.length - named })}</p>}
      {may('floor.end', { room }) && (
        <Button variant="default" onClick={() => void send('floor.end', { room, round: round.round })}>
          {text('floor.round.end')}
        </Button>
      )}
    </section>
  );
}
