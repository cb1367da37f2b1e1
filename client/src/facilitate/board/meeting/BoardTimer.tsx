import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconStopwatch from '@tabler/icons-react/dist/esm/icons/IconStopwatch.mjs';
import { useEffect, useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import { TimeLeft } from '../../../dialogue/TimeLeft.tsx';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import styles from './RoomBoard.module.css';
import { useText } from './texts.ts';
import { useRoomBoard } from './use-room-board.ts';

/** The time that a host has given everybody at the board; it says when it is over. */
export function BoardTimer({ room }: { room: RoomId }) {
  const text = useText();
  const { timer } = useRoomBoard(room);
  const isOver = useIsOver(timer);
  useEffect(() => {
    if (isOver) announce(text('meeting.time-up'));
  }, [isOver, text]);
  if (timer === null) return null;
  return (
    <span className={styles.timer} data-over={isOver}>
      <Icon of={IconStopwatch} size={18} />
      {isOver ? text('meeting.time-up') : <TimeLeft until={timer} />}
    </span>
  );
}

/** Whether an instant (ms since the epoch, by the server's clock) has passed. */
function useIsOver(until: number | null): boolean {
  const now = useServerClock();
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setOver(until), Math.max(0, until - now()));
    return () => clearTimeout(timer);
  }, [until, now]);
  return until !== null && over === until;
}
