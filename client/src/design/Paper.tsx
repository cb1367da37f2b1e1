import type { ReactNode } from 'react';
import styles from './Paper.module.css';
import { useText } from './texts.ts';

/** The page of a document such as the report; it prints without its frame. */
export const Paper = ({ children }: { children: ReactNode }) => <article className={styles.paper}>{children}</article>;

/** The head of a document: what people have written as its title and in its few lines. */
export function PaperTitle({ title, lead }: { title: string; lead: string }) {
  return (
    <header className={styles.head}>
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      {lead && (
        <p className={styles.lead} dir="auto">
          {lead}
        </p>
      )}
    </header>
  );
}

/** A section of a document under its heading. */
export function PaperSection({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      {children}
    </section>
  );
}

/** A row of large numbers, each a `PaperFigure`. */
export const PaperFigures = ({ children }: { children: ReactNode }) => <ul className={styles.figures}>{children}</ul>;

/** A large number with its label under it. */
export function PaperFigure({ count, label }: { count: number; label: string }) {
  const text = useText();
  return (
    <li className={styles.figure}>
      <span className={styles.number}>{text('common.number', { number: count })}</span>
      <span className={styles.label}>{label}</span>
    </li>
  );
}
