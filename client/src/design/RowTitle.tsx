import styles from './RowTitle.module.css';

/** The title of a row in a list that somebody plans; it opens what it names where they may change that. */
export function RowTitle({ title, onOpen }: { title: string; onOpen: (() => void) | null }) {
  return (
    <h3 className={styles.title}>
      {onOpen ? (
        <button type="button" className={styles.open} onClick={onOpen}>
          <bdi>{title}</bdi>
        </button>
      ) : (
        <bdi>{title}</bdi>
      )}
    </h3>
  );
}
