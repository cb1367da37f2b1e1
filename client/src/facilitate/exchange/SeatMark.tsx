import { VisuallyHidden } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import type { SeatProps } from '../../dialogue/room-feature.ts';
import { useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './SeatMark.module.css';
import { useText } from './texts.ts';

/** Shows hosts who was not heard yet, some minutes after they came: at the beginning that is everybody, and says nothing. */
export function SeatMark({ person, seat: { room } }: SeatProps) {
  const since = useView(view => {
    const known = view.exchange.rooms[room]?.people[person];
    return known?.heard === 'not-yet' ? known.quietSince : null;
  });
  return since === null ? null : <NotYet since={since} />;
}

function NotYet({ since }: { since: number }) {
  const text = useText();
  const now = useServerClock();
  useTick(30_000);
  if (now() - since < limits.settlingIn) return null;
  return (
    <span className={styles.mark}>
      <VisuallyHidden>
        {text('exchange.seat')}
        {text('common.comma')}
      </VisuallyHidden>
    </span>
  );
}
