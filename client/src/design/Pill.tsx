import type { ReactNode } from 'react';
import styles from './Pill.module.css';

export type Tone = 'plain' | 'accent' | 'warning' | 'danger' | 'good';

/** A short state in words; its colour only repeats what it says. */
export function Pill({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
}
