import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useText } from '../texts.ts';
import styles from './TableSeat.module.css';

/** Those who found no place, as a number; it leads to the list of all people. */
export function OtherSeats({ count, disc }: { count: number; disc: number }) {
  const text = useText();
  const { showPanel } = useRoom();
  const words = text('room.table.others', { count });
  return (
    <button
      type="button"
      className={styles.seat}
      style={{ '--disc': `${disc}px` } as CSSProperties}
      title={words}
      onClick={() => showPanel('people')}
    >
      <span className={styles.others} aria-hidden="true">
        {text('room.table.more', { number: text('common.number', { number: count }) })}
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </button>
  );
}
