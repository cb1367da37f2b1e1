import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe, useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useTick } from '../../../platform/use-tick.ts';
import { Wanted } from '../LiveControls.tsx';
import { useText } from '../texts.ts';
import { useLive } from '../use-live.ts';
import { ControlHead } from './ControlHead.tsx';
import styles from './ControlRoom.module.css';
import { PlenaryCard } from './PlenaryCard.tsx';
import { RoomNowCard } from './RoomNowCard.tsx';
import { byNeed, type RoomNow, roomsNow } from './room-now.ts';

type Props = {
  /** Who speaks and has spoken in every room; null while it is not known. */
  speech: SpeechOverview | null;
  /** How much of what could meet has met. */
  coverage: ReactNode;
};

/** Every room at once: who is there, who speaks, who has not been heard, who wants something; and the way into each. */
export function ControlRoom({ speech, coverage }: Props) {
  const live = useLive();
  return live?.hosts ? <Rooms live={live} speech={speech} coverage={coverage} /> : null;
}

function Rooms({ live, speech, coverage }: Props & { live: LiveView }) {
  const text = useText();
  const { session } = useRoom();
  const me = useMe();
  const clock = useServerClock();
  // The strips of five minutes move one pixel in a second or two; nobody sees more.
  useTick(5_000);
  const now = clock();
  const rooms = roomsNow(live, session.seats, speech, now);
  const inPlenary = Object.entries(session.seats).filter(
    ([person, { room }]) => person !== me.person && room === plenaryOf(session.session),
  );
  const { ordered, hold } = useSteadyOrder(rooms);
  return (
    <div className={styles.control}>
      <ControlHead live={live} coverage={coverage} />
      <Wanted live={{ ...live, hosts: live.hosts && { ...live.hosts, help: {} } }} />
      <ul className={styles.cards} aria-label={text('breakouts.rooms')} {...hold}>
        {ordered.map(one => (
          <li key={one.card.room}>
            <RoomNowCard of={one} live={live} now={now} />
          </li>
        ))}
        {inPlenary.length > 0 && (
          <li>
            <PlenaryCard live={live} people={inPlenary.map(([person]) => person)} />
          </li>
        )}
      </ul>
    </div>
  );
}

/** The rooms by need; while a pointer or the focus is on them they stay where they are, so that nothing moves under a finger. */
function useSteadyOrder(rooms: readonly RoomNow[]) {
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isPointedAt || isFocused;
  const order = useRef<readonly string[]>([]);
  if (!isHeld || order.current.length !== rooms.length) order.current = byNeed(rooms).map(({ card }) => card.room);
  const place = new Map(order.current.map((room, at) => [room, at]));
  const ordered = [...rooms].sort((a, b) => (place.get(a.card.room) ?? 0) - (place.get(b.card.room) ?? 0));
  const hold = {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setFocused(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => setFocused(currentTarget.contains(relatedTarget)),
  };
  return { ordered, hold };
}
