import { VisuallyHidden } from '@mantine/core';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import { Icon } from '../../design/Icon.tsx';
import type { SeatProps } from '../../dialogue/room-feature.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './SeatMark.module.css';
import { comingIn } from './standing.ts';
import { useText } from './texts.ts';

/** A sign for who has the floor, and the place of those who wait for it, or whose turn of a round comes. */
export function SeatMark({ person, seat: { room } }: SeatProps) {
  const text = useText();
  // One value for each seat, so that a queue that moves draws only those whose place is another.
  const place = useView(view => {
    const floor = view.floor.rooms[room];
    if (!floor) return -1;
    if (floor.holder?.person === person) return 'holds' as const;
    // In a round the places are those of the round.
    return floor.round ? comingIn(floor).indexOf(person) : floor.queue.findIndex(ask => ask.person === person);
  });
  if (place === -1) return null;
  if (place === 'holds')
    return (
      <>
        <Icon of={IconHandStop} size={16} />
        <VisuallyHidden>
          {text('floor.as.turn')}
          {text('common.comma')}
        </VisuallyHidden>
      </>
    );
  const number = text('common.number', { number: place + 1 });
  return (
    <span className={styles.place}>
      <span aria-hidden="true">{number}</span>
      <VisuallyHidden>
        {text('floor.seat', { number: place + 1 })}
        {text('common.comma')}
      </VisuallyHidden>
    </span>
  );
}
