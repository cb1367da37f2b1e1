import { type ReactNode, useId } from 'react';
import styles from './StepCard.module.css';

type Props = {
  title: string;
  text: string;
  /** `next`: what comes first on this page. `quiet`: what is offered besides. */
  weight: 'next' | 'quiet';
  /** The one button. */
  children: ReactNode;
};

/** A card that says what can be done next, with one button for it. */
export function StepCard({ title, text, weight, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-weight={weight} aria-labelledby={id}>
      <div className={styles.words}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <p className={styles.quiet}>{text}</p>
      </div>
      {children}
    </section>
  );
}
