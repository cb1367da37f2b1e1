import type { Spoken } from '@multaqa/shared/facilitate/media/speech';
import { memo } from 'react';
import styles from './ControlRoom.module.css';

/** How much of the past a strip shows, in seconds. */
const span = 300;

/** When somebody spoke in the last five minutes, the newest at the end. Read by eyes alone: whoever draws it says the rest. */
export const SpeechStrip = memo(function SpeechStrip({
  spoken,
  now,
  colour,
}: {
  spoken: readonly Spoken[];
  now: number;
  colour: string;
}) {
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${span} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.silence} width={span} height="8" rx="2" />
      {spoken.map(({ from, to }) => {
        const [start, end] = [at(from, now), at(to ?? now, now)];
        return end > 0 && <rect key={from} x={start} width={Math.max(1.5, end - start)} height="8" fill={colour} />;
      })}
    </svg>
  );
});

const at = (instant: number, now: number): number => Math.max(0, span - (now - instant) / 1_000);
