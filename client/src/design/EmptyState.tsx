import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What stands where nothing is yet: what will be here, and the way to begin. */
export function EmptyState({
  picture,
  title,
  text,
  children,
}: {
  picture?: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {picture}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
