import { Button } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { useState } from 'react';
import { useRoomName } from '../../dialogue/rooms.ts';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useCommand, useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import { useTick } from '../../platform/use-tick.ts';
import { BroadcastDialog } from './BroadcastDialog.tsx';
import styles from './breakouts.module.css';
import { useNextGrouping } from './groupings.ts';
import { useText } from './texts.ts';

/** For hosts while breakouts are open: the time, a word to all rooms, and who wants something of them. */
export function LiveControls({ live }: { live: LiveView }) {
  const text = useText();
  const send = useCommand();
  const [isTelling, setTelling] = useState(false);
  const { session, endsAt, isClosing } = live;
  const next = useNextGrouping(session);
  const time = (minutes: number) => void send('breakouts.time', { session, minutes });
  return (
    <section className={styles.controls}>
      <p className={styles.clock}>
        {endsAt === null ? text('breakouts.no-end') : <TimeLeft until={endsAt} />}
        <span className={styles.quiet}>{text(isClosing ? 'breakouts.closing' : 'breakouts.left')}</span>
      </p>
      <div className={styles.steps}>
        <Button variant="default" disabled={endsAt === null} onClick={() => time(-2)}>
          {text('breakouts.less-time', { minutes: text('common.minutes', { count: 2 }) })}
        </Button>
        <Button variant="default" onClick={() => time(2)}>
          {text('breakouts.more-time', { minutes: text('common.minutes', { count: 2 }) })}
        </Button>
        <Button variant="default" onClick={() => setTelling(true)}>
          {text('breakouts.tell')}
        </Button>
        {isClosing && (
          <Button variant="default" onClick={() => void send('breakouts.stay', { session })}>
            {text('breakouts.stay')}
          </Button>
        )}
        <Button onClick={() => void send('breakouts.close', { session, when: isClosing ? 'now' : 'soon' })}>
          {text(isClosing ? 'breakouts.close-now' : 'breakouts.close')}
        </Button>
      </div>
      {next && (
        <div className={styles.next}>
          <p className={styles.quiet}>{text('breakouts.next')}</p>
          <Button variant="default" onClick={() => void send('breakouts.open', { session, grouping: next.grouping })}>
            {text('breakouts.open.of', { title: next.title })}
          </Button>
        </div>
      )}
      <Wanted live={live} />
      <BroadcastDialog live={live} rooms="all" isOpen={isTelling} onClose={() => setTelling(false)} />
    </section>
  );
}

/** Rooms that ask for help, and people who ask for another room; who has waited longest comes first. */
export function Wanted({ live: { session, hosts } }: { live: LiveView }) {
  const text = useText();
  const send = useCommand();
  const now = useServerClock();
  const moments = useMoments();
  const nameOf = useRoomName();
  const people = useView(view => view.people);
  useTick(15_000);
  const help = Object.entries(hosts?.help ?? {}).sort(([, a], [, b]) => a.at - b.at);
  const asks = Object.entries(hosts?.asks ?? {}).sort(([, a], [, b]) => a.at - b.at);
  if (help.length + asks.length === 0) return null;
  return (
    <ul className={styles.wanted}>
      {help.map(([room, { text: word, at }]) => (
        <li key={room}>
          <p>
            <b>{text('breakouts.help.of', { room: nameOf(room) })}</b>{' '}
            <span className={styles.quiet}>{moments.relative(at, now())}</span>
          </p>
          {word && <p dir="auto">{word}</p>}
          <div className={styles.steps}>
            <Button onClick={() => void send('breakouts.enter', { session, room })}>{text('breakouts.enter')}</Button>
            <Button variant="default" onClick={() => void send('breakouts.unhelp', { room })}>
              {text('breakouts.help.done')}
            </Button>
          </div>
        </li>
      ))}
      {asks.map(([person, { wish, text: word, at }]) => (
        <li key={person}>
          <p>
            <b>
              {text(wish ? 'breakouts.wish.to' : 'breakouts.wish', {
                name: people[person]?.name ?? text('common.nameless'),
                room: wish ? nameOf(wish) : '',
              })}
            </b>{' '}
            <span className={styles.quiet}>{moments.relative(at, now())}</span>
          </p>
          {word && <p dir="auto">{word}</p>}
          <div className={styles.steps}>
            {wish && (
              <Button onClick={() => void send('breakouts.move', { session, people: [person], room: wish })}>
                {text('breakouts.wish.move')}
              </Button>
            )}
            <Button variant="default" onClick={() => void send('breakouts.decline', { session, person })}>
              {text('breakouts.wish.decline')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
