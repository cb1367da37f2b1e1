import type { ReactNode } from 'react';
import styles from './FormActions.module.css';

/** The buttons that end a form, the one to press last. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
