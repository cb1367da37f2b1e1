import { useMoments } from '../platform/moments.ts';
import { useTick } from '../platform/use-tick.ts';
import styles from './TimeLeft.module.css';
import { useServerClock } from './use-dialogue.ts';

/** Counts down to an instant (ms since the epoch, by the server's clock): read by eyes each second, and by screen readers when they are asked to. */
export function TimeLeft({ until }: { until: number }) {
  const moments = useMoments();
  const now = useServerClock();
  useTick(1_000);
  return (
    <b role="timer" aria-live="off" className={styles.left}>
      {moments.clock(Math.max(0, until - now()))}
    </b>
  );
}
