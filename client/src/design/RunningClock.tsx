import type { ReactNode } from 'react';
import { Meter } from './Meter.tsx';
import styles from './RunningClock.module.css';

type Props = {
  time: ReactNode;
  words: string;
  /** How much of it has passed, from 0 to 1. */
  share: number;
  tone: 'accent' | 'warning';
};

/** A time that runs, in words and as a line; small screens have the time alone. */
export function RunningClock({ time, words, share, tone }: Props) {
  return (
    <div className={styles.clock} role="timer" data-tone={tone}>
      <span className={styles.time}>{time}</span>
      <span className={styles.words}>{words}</span>
      <span className={styles.meter}>
        <Meter value={share} tone={tone} />
      </span>
    </div>
  );
}
