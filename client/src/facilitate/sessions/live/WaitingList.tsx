import { Button } from '@mantine/core';
import { waitingIn } from '@multaqa/shared/facilitate/sessions/sessions.decide';
import { useEffect } from 'react';
import { announce } from '../../../design/announce.ts';
import { HostStep } from '../../../design/HostStep.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { DoorRow } from './DoorRow.tsx';
import styles from './PeopleHere.module.css';
import { useText } from './texts.ts';
import { useCurrentSession } from './use-current-session.ts';

/** Who waits in the lobby, as far as this person may let them in. */
export function useWaiting(): readonly string[] {
  const may = useMay();
  const session = useCurrentSession();
  return session && may('sessions.admit') ? waitingIn(session) : [];
}

/** For hosts: lets people in, one by one or all. */
export function WaitingList() {
  const text = useText();
  const send = useCommand();
  const session = useCurrentSession();
  const waiting = useWaiting();
  if (!session || waiting.length === 0) return null;
  const admit = (people: 'all' | string[]) => void send('sessions.admit', { session: session.session, people });
  return (
    <section className={styles.waiting}>
      <div className={styles.waitingHead}>
        <h2 className={styles.waitingTitle}>{text('live.waiting', { count: waiting.length })}</h2>
        {waiting.length > 1 && <Button onClick={() => admit('all')}>{text('live.admit-all')}</Button>}
      </div>
      <ul>
        {waiting.map(person => (
          <DoorRow key={person} person={person} why="waiting" onOpen={() => admit([person])} />
        ))}
      </ul>
    </section>
  );
}

/** For hosts, in their strip: lets everybody in who waits. Tells of it quietly: no sound, a line for screen readers. */
export function WaitingStep() {
  const text = useText();
  const send = useCommand();
  const { session } = useRoom().session;
  const { length: count } = useWaiting();
  useEffect(() => {
    if (count > 0) announce(text('live.waiting', { count }));
  }, [count, text]);
  if (count === 0) return null;
  return (
    <HostStep
      tone="waiting"
      label={text('live.waiting.admit', { count })}
      onClick={() => void send('sessions.admit', { session, people: 'all' })}
    />
  );
}
