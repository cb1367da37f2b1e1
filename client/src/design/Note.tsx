import type { ReactNode } from 'react';
import styles from './Note.module.css';
import type { Tone } from './Pill.tsx';

/** A sentence or two that must not be overlooked. */
export function Note({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`${styles.note} ${styles[tone]}`}>{children}</div>;
}
