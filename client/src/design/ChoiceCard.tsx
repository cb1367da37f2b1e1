import type { ReactNode } from 'react';
import styles from './ChoiceCard.module.css';

/** A card that is pressed as a whole: one of several things to begin with. */
export function ChoiceCard({ children, onChoose }: { children: ReactNode; onChoose(): void }) {
  return (
    <button type="button" className={styles.card} onClick={onChoose}>
      {children}
    </button>
  );
}
