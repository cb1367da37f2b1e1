import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

type Props = {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  /** `flush` lets lists reach the edges. */
  padding?: 'roomy' | 'flush';
};

/** A titled card: one subject of a page. */
export function Panel({ title, action, children, padding = 'roomy' }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {action}
      </div>
      <div className={padding === 'roomy' ? styles.roomy : styles.flush}>{children}</div>
    </section>
  );
}
