import type { ReactNode } from 'react';
import styles from './Scroller.module.css';

/** What scrolls between the head and the foot of a tab. */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}

/** A tab of the room's panel from top to bottom: what scrolls in it takes whatever room is left. */
export function TabBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
