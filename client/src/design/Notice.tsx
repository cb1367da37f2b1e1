import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Props = { tone?: 'plain' | 'warning' | 'accent'; action?: ReactNode; children: ReactNode };

/** A line above the stage that says how things are, with at most one thing to do about it. */
export function Notice({ tone = 'plain', action, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <p role="status">{children}</p>
      {action}
    </div>
  );
}
