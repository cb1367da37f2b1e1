import { Button } from '@mantine/core';
import type { LiveView, RoomCard } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';

/** The rooms that are open, with how many are in each, and the way into those one may go to. */
export function RoomList({ live }: { live: LiveView }) {
  const text = useText();
  const { session, room } = useRoom();
  return (
    <section>
      <h2 className={styles.heading}>{text('breakouts.rooms')}</h2>
      {live.way === 'choice' && <p className={styles.quiet}>{text('breakouts.choose')}</p>}
      <ul className={styles.rooms}>
        {live.rooms.map(card => (
          <Row
            key={card.room}
            card={card}
            live={live}
            isHere={card.room === room}
            size={session.sizes[card.room] ?? 0}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { card: RoomCard; live: LiveView; isHere: boolean; size: number };

function Row({ card, live, isHere, size }: RowProps) {
  const text = useText();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const mayEnter = useMayEnter(live, card, size);
  const { session } = live;
  return (
    <li className={styles.row} data-here={isHere}>
      <ClusterMark mark={card.mark} size={18} />
      <div className={styles.who}>
        <bdi className={styles.name}>{nameOf(card)}</bdi>
        <span className={styles.quiet}>
          {text('places.people', { count: size })}
          {live.seats !== null && ` · ${text('breakouts.seats', { count: live.seats })}`}
        </span>
      </div>
      {isHere ? (
        <span className={styles.quiet}>{text('breakouts.here')}</span>
      ) : (
        mayEnter && (
          <Button variant="default" onClick={() => void send('breakouts.enter', { session, room: card.room })}>
            {text('breakouts.enter')}
          </Button>
        )
      )}
    </li>
  );
}

/** Whether the rules would let one go to this room by oneself ([B8]). */
function useMayEnter({ way, late, seats, session }: LiveView, { room }: RoomCard, size: number): boolean {
  const may = useMay();
  const { place, sent } = useOwn(({ breakouts }) => ({ place: breakouts.place, sent: breakouts.sent }));
  const { room: here } = useRoom();
  if (may('breakouts.move')) return true;
  if (place === room || sent?.room === room) return here === plenaryOf(session);
  const chooses = way === 'choice' || (late === 'choose' && place === null);
  return chooses && (seats === null || size < seats);
}
