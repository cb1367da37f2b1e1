import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = {
  picture?: ReactNode;
  title: string;
  text: string;
  /** What can be typed to get on, as it is typed. */
  command?: string | undefined;
  children?: ReactNode;
  /** `page` when it is all that the page has to say. */
  of?: 'page' | 'part';
};

/** What stands where nothing is yet: what will be here, and the way to begin. */
export function EmptyState({ picture, title, text, command, children, of = 'part' }: Props) {
  const Heading = of === 'page' ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      {picture}
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{text}</p>
      {command && (
        <code className={styles.command} dir="ltr">
          {command}
        </code>
      )}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
