import { Button } from '@mantine/core';
import type { Presence, RoomFigures } from '@multaqa/shared/facilitate/exchange/exchange.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { PersonClusterMark } from '../../dialogue/PersonCluster.tsx';
import { useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './HeardList.module.css';
import { useText } from './texts.ts';
import { minutesSince, useInvite } from './use-invite.ts';

type Props = { room: RoomId; people: RoomFigures['people'] };

/** Who of the room was not heard yet, the longest quiet first, each with an invitation; and who was. */
export function HeardList({ room, people }: Props) {
  const text = useText();
  const all = Object.entries(people).sort(
    ([a, one], [b, other]) => one.quietSince - other.quietSince || (a < b ? -1 : 1),
  );
  const quiet = all.filter(([, { heard }]) => heard === 'not-yet');
  const heard = all.filter(([, one]) => one.heard !== 'not-yet');
  useTick(30_000);
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{text('exchange.not-yet', { count: quiet.length })}</h3>
      {quiet.length === 0 && (
        <p className={styles.quiet}>{text(all.length === 0 ? 'exchange.nobody' : 'exchange.all-heard')}</p>
      )}
      <ul className={styles.people}>
        {quiet.map(([person, presence]) => (
          <Quiet key={person} room={room} person={person} of={presence} />
        ))}
      </ul>
      {heard.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('exchange.heard', { count: heard.length })}</h3>
          <ul className={styles.people}>
            {heard.map(([person, presence]) => (
              <Heard key={person} person={person} of={presence} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Quiet({ room, person, of }: { room: RoomId; person: string; of: Presence }) {
  const text = useText();
  const now = useServerClock();
  const invite = useInvite(room);
  const [isAsked, setAsked] = useState(false);
  const name = useName(person);
  const minutes = text('common.minutes', { count: minutesSince(of.quietSince, now()) });
  return (
    <li className={styles.person} data-heard="not-yet">
      <Who person={person} words={text('exchange.quiet-for', { minutes })} />
      <Button
        variant="default"
        size="compact-md"
        disabled={isAsked}
        aria-label={text('exchange.invite-name', { name })}
        onClick={() => {
          setAsked(true);
          invite(person);
        }}
      >
        {text(isAsked ? 'exchange.asked' : 'exchange.invite')}
      </Button>
    </li>
  );
}

function Heard({ person, of }: { person: string; of: Presence }) {
  const text = useText();
  return (
    <li className={styles.person}>
      <Who person={person} words={text(of.heard === 'wrote' ? 'exchange.wrote' : 'exchange.spoke')} />
    </li>
  );
}

function useName(person: string): string {
  const text = useText();
  return useView(view => view.people[person]?.name) ?? text('common.nameless');
}

function Who({ person, words }: { person: string; words: string }) {
  const name = useName(person);
  const town = useView(view => view.people[person]?.municipality ?? '');
  return (
    <>
      <Avatar id={person} name={name} size={36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.quiet}>
          <PersonClusterMark person={person} />
          {town && <bdi>{town}</bdi>}
          <span>{words}</span>
        </span>
      </div>
    </>
  );
}
