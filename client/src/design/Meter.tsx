import type { CSSProperties } from 'react';
import styles from './Meter.module.css';

/** How much of something is done, from 0 to 1; the number itself stands beside it in words. */
export function Meter({ value, tone = 'accent' }: { value: number; tone?: 'accent' | 'warning' }) {
  const share = `${Math.round(Math.max(0, Math.min(1, value)) * 100)}%`;
  return (
    <span className={styles.meter} aria-hidden="true">
      <span className={`${styles.fill} ${styles[tone]}`} style={{ '--share': share } as CSSProperties} />
    </span>
  );
}
