import styles from './Skeleton.module.css';

/** The outline of a page that is on its way; it appears only when the way takes long enough to notice. */
export function Skeleton({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      <span className={styles.title} />
      {Array.from({ length: rows }, (_, at) => `row-${at}`).map(row => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}
