import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isHost } from '@multaqa/shared/kernel/context';
import { isLobby } from '@multaqa/shared/kernel/ids';
import type { ComponentType, ReactNode } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { useRoleIn, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useTick } from '../use-tick.ts';
import { BarredList } from './BarredList.tsx';
import styles from './PeopleHere.module.css';
import { PresenceMark } from './PresenceMark.tsx';
import { useText } from './texts.ts';
import { useCurrentSession } from './use-current-session.ts';
import { WaitingList } from './WaitingList.tsx';

/** What can be done for somebody who sits in a room of the session. */
export type Actions = ComponentType<{ person: string; room: string; session: string }>;

/** Who is in one's room now, with their connection; who waits sees how many are inside. Hosts see all of them, let those in who wait, and back in who were sent out. */
export function PeopleHere({ Actions }: { Actions: Actions }) {
  const text = useText();
  const session = useCurrentSession();
  if (!session) return null;
  const seats = Object.entries(session.seats).sort(([, a], [, b]) => a.since - b.since);
  const present = seats.filter(([, { room }]) => !isLobby(room));
  const waiting = seats.filter(([, { room }]) => isLobby(room));
  return (
    <div className={styles.panel}>
      <WaitingList />
      <Group title={text('live.in-plenary', { count: present.length })} seats={present} {...{ session, Actions }} />
      {present.length < session.inside && (
        <h2 className={styles.heading}>{text('live.in-plenary', { count: session.inside })}</h2>
      )}
      {present.length === 0 && (
        <Group title={text('live.in-lobby', { count: waiting.length })} seats={waiting} {...{ session, Actions }} />
      )}
      <BarredList session={session} />
      {present.length === session.inside && <Absent session={session} />}
    </div>
  );
}

type GroupProps = { title: string; seats: readonly [string, Seat][]; session: OpenSessionView; Actions: Actions };

function Group({ title, seats, session: { session }, Actions }: GroupProps) {
  if (seats.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {seats.map(([person, seat]) => (
          <SeatRow key={person} person={person} seat={seat}>
            <Actions person={person} room={seat.room} session={session} />
          </SeatRow>
        ))}
      </ul>
    </section>
  );
}

function SeatRow({ person, seat, children }: { person: string; seat: Seat; children: ReactNode }) {
  const text = useText();
  const now = useServerClock();
  useTick(seat.lostAt === null ? null : 5_000);
  const card = useView(view => view.people[person]);
  const role = useRoleIn(seat.room, person);
  const name = card?.name ?? text('common.nameless');
  return (
    <li className={styles.row} data-connected={seat.lostAt === null}>
      <Avatar id={person} name={name} size={36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.quiet}>
          <bdi>{card?.municipality}</bdi>
          {role && isHost(role) && ` · ${text(`roles.${role}`)}`}
        </span>
      </div>
      <span className={styles.end}>
        <PresenceMark seat={seat} now={now()} />
        {children}
      </span>
    </li>
  );
}

function Absent({ session }: { session: OpenSessionView }) {
  const text = useText();
  const people = useView(view => view.people);
  // Who is barred has a list of their own, as far as one sees it.
  const isAway = (person: string) => !session.seats[person] && session.sentOut[person] !== 'barred';
  const absent = Object.values(people).filter(({ person, status }) => status === 'active' && isAway(person));
  if (absent.length === 0) return null;
  return (
    <details className={styles.absent}>
      <summary>{text('live.absent', { count: absent.length })}</summary>
      <ul>
        {absent.map(({ person, name, municipality }) => (
          <li key={person} className={styles.row}>
            <Avatar id={person} name={name ?? text('common.nameless')} size={30} />
            <div className={styles.who}>
              <bdi>{name ?? text('common.nameless')}</bdi>
              <bdi className={styles.quiet}>{municipality}</bdi>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
