import { UnstyledButton } from '@mantine/core';
import { isLobby } from '@multaqa/shared/kernel/ids';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { Link } from 'react-router';
import { Brand } from '../../design/Brand.tsx';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Pill } from '../../design/Pill.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useBreakout, useRoomName } from '../../dialogue/rooms.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useBlockTitle } from '../../facilitate/agenda/use-block-title.ts';
import { BreakoutClock } from '../../facilitate/BreakoutClock.tsx';
import { LockMark } from '../../facilitate/sessions/live/LockMark.tsx';
import { SessionClock } from '../../facilitate/sessions/live/SessionClock.tsx';
import { LanguageMenu } from '../LanguageMenu.tsx';
import styles from './RoomHeader.module.css';
import { RoomMenu } from './RoomMenu.tsx';
import { useText } from './texts.ts';
import { useTownCount } from './use-town-count.ts';

/** Where one is, how long it still goes, who is here. */
export function RoomHeader() {
  const text = useText();
  const { id } = useDialogue();
  const { session, room, isLobby: isWaiting, showPanel } = useRoom();
  const roomName = useRoomName();
  const breakout = useBreakout(room);
  const title = useBlockTitle();
  const block = isWaiting ? null : title;
  const dialogue = useView(({ about }) => (about.status === 'unborn' ? '' : about.title));
  const waiting = Object.values(session.seats).filter(({ room }) => isLobby(room)).length;
  return (
    <header className={styles.header} data-breakout={breakout !== null || block !== null}>
      <div className={styles.where}>
        <Link to="/" className={styles.brand} aria-label={text('app.name')}>
          <Brand size={28} />
        </Link>
        <Link to={`/d/${id}`} className={styles.dialogue} dir="auto">
          {dialogue}
        </Link>
        <span className={styles.quiet} aria-hidden="true">
          ›
        </span>
        <span className={styles.title} dir="auto">
          {session.plan.title}
        </span>
        {breakout ? (
          <span className={styles.here}>
            <ClusterMark mark={breakout.mark} size={18} />
            <bdi>{roomName(room)}</bdi>
          </span>
        ) : (
          block && (
            <span className={styles.here}>
              <bdi>{block}</bdi>
            </span>
          )
        )}
      </div>
      <div className={styles.now}>
        <span className={styles.room}>
          <Pill tone="accent">
            {breakout && <ClusterMark mark={breakout.mark} size={16} />}
            <bdi>{breakout ? roomName(room) : (block ?? roomName(room))}</bdi>
          </Pill>
        </span>
        <LockMark session={session} />
        {isWaiting ? <SessionClock session={session} /> : <BreakoutClock session={session} />}
      </div>
      <div className={styles.tools}>
        <LanguageMenu />
        <UnstyledButton className={styles.people} onClick={() => showPanel('people')}>
          <Icon of={IconUsers} size={18} />
          <HereAndTowns count={isWaiting ? session.inside + waiting : (session.sizes[room] ?? 0)} />
        </UnstyledButton>
        <RoomMenu kind="header" />
      </div>
    </header>
  );
}

/** "24 people · 14 towns"; towns are known of those whose seats one sees. */
function HereAndTowns({ count }: { count: number }) {
  const text = useText();
  const towns = useTownCount();
  const here = text('places.people', { count });
  return towns > 1
    ? text('room.people-towns', { people: here, towns: text('room.table.towns', { count: towns }) })
    : here;
}
