import { type CheckedRow, isGood } from './import-rows.ts';
import styles from './Preview.module.css';
import { useText } from './texts.ts';

/** How many rows are ready, to be mended, or to be looked at, and which columns are not used. */
export function Summary({ rows, ignored }: { rows: readonly CheckedRow[]; ignored: readonly string[] }) {
  const text = useText();
  const good = rows.filter(isGood).length;
  const bad = rows.filter(row => !row.isSkipped && !isGood(row)).length;
  const twins = rows.filter(row => isGood(row) && row.twin !== null).length;
  return (
    <p className={styles.summary} role="status">
      <strong className={styles.good}>{text('import.good', { count: good })}</strong>
      {bad > 0 && <strong className={styles.bad}>{text('import.bad', { count: bad })}</strong>}
      {twins > 0 && <strong className={styles.twins}>{text('import.twins', { count: twins })}</strong>}
      {ignored.length > 0 && (
        <span className={styles.quiet}>{text('import.ignored', { columns: ignored.join(text('common.comma')) })}</span>
      )}
    </p>
  );
}
