import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { type ComponentType, memo, useMemo, useState } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { usePublishedClusters } from '../../../dialogue/clusters.ts';
import { PersonClusterName } from '../../../dialogue/PersonCluster.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useRoleIn, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useTick } from '../../../platform/use-tick.ts';
import { Away } from './Away.tsx';
import { BarredList } from './BarredList.tsx';
import { type Listed, listed, type Order } from './listed.ts';
import styles from './PeopleHere.module.css';
import { PeopleTools } from './PeopleTools.tsx';
import { PresenceMark } from './PresenceMark.tsx';
import { useText } from './texts.ts';
import { useCurrentSession } from './use-current-session.ts';
import { WaitingList } from './WaitingList.tsx';

/** How somebody is there who sits in a room of the session, and what can be done for them. */
export type Actions = ComponentType<{ person: string; seat: Seat; session: string }>;

/** From so many people on one looks for somebody by typing. */
const many = 8;

/** Who is in one's room now, with their connection; who waits sees how many are inside. Hosts see all of them, let those in who wait, and back in who were sent out. */
export function PeopleHere({ Actions }: { Actions: Actions }) {
  const text = useText();
  const session = useCurrentSession();
  const roomName = useRoomName();
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>('arrival');
  const seats = session?.seats ?? none;
  const all = useListed(seats);
  const { language } = useLanguage();
  const shown = useMemo(
    () => listed(all, query, order, new Intl.Collator(language).compare),
    [all, query, order, language],
  );
  if (!session) return null;
  const present = all.filter(({ seat }) => !isLobby(seat.room)).length;
  const inLobby = all.length - present;
  // Hosts see the people of every room, each under its name.
  const occupied = session.rooms.filter(room => !isLobby(room) && all.some(({ seat }) => seat.room === room));
  const group = { session: session.session, Actions };
  return (
    <div className={styles.panel}>
      <WaitingList />
      {all.length >= many && <PeopleTools query={query} onQuery={setQuery} order={order} onOrder={setOrder} />}
      {shown.length === 0 && <p className={styles.quiet}>{text('live.found-none')}</p>}
      {occupied.map(room => {
        const people = shown.filter(({ seat }) => seat.room === room);
        const count = all.filter(({ seat }) => seat.room === room).length;
        const title =
          occupied.length > 1
            ? text('live.in-room', { room: roomName(room), people: text('places.people', { count }) })
            : text('live.in-plenary', { count });
        return <Group key={room} title={title} people={people} {...group} />;
      })}
      {present === 0 && session.inside > 0 && (
        <h2 className={styles.heading}>{text('live.in-plenary', { count: session.inside })}</h2>
      )}
      {present === 0 && <Group title={text('live.in-lobby', { count: inLobby })} people={shown} {...group} />}
      <BarredList session={session} />
      {present === session.inside && query === '' && <Away session={session} />}
    </div>
  );
}

const none: OpenSessionView['seats'] = {};

/** Everybody with a seat, with what they are found by. */
function useListed(seats: OpenSessionView['seats']): readonly Listed[] {
  const text = useText();
  const people = useView(view => view.people);
  const { nameOf: clusterName } = usePublishedClusters();
  return useMemo(
    () =>
      Object.entries(seats).map(([person, seat]) => {
        const card = people[person];
        const name = card?.name ?? text('common.nameless');
        const role = card ? text(`roles.${card.role}`) : '';
        return { person, seat, name, town: card?.municipality ?? '', role, cluster: clusterName(person) };
      }),
    [seats, people, clusterName, text],
  );
}

type GroupProps = { title: string; people: readonly Listed[]; session: string; Actions: Actions };

function Group({ title, people, session, Actions }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {people.map(({ person, seat, name, town }) => (
          <SeatRow
            key={person}
            person={person}
            seat={seat}
            name={name}
            town={town}
            session={session}
            Actions={Actions}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = Pick<Listed, 'person' | 'seat' | 'name' | 'town'> & Pick<GroupProps, 'session' | 'Actions'>;

const SeatRow = memo(function SeatRow({ person, seat, name, town, session, Actions }: RowProps) {
  const text = useText();
  const now = useServerClock();
  useTick(seat.lostAt === null ? null : 5_000);
  const role = useRoleIn(seat.room, person);
  return (
    <li className={styles.row} data-connected={seat.lostAt === null}>
      <Avatar id={person} name={name} size={36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.quiet}>
          <bdi>{town}</bdi>
          {role && role !== 'participant' && `${town && ' · '}${text(`roles.${role}`)}`}
        </span>
        <span className={styles.quiet}>
          <PersonClusterName person={person} />
        </span>
      </div>
      <span className={styles.end}>
        <PresenceMark seat={seat} now={now()} />
        <Actions person={person} seat={seat} session={session} />
      </span>
    </li>
  );
});
