import { Link } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { type CheckedRow, isGood } from './import-rows.ts';
import styles from './Preview.module.css';
import { useText } from './texts.ts';

/** What becomes of clusters that everybody sees already; nothing before there are any. */
export function PublishedStay() {
  const text = useText();
  const { id } = useDialogue();
  const isPublished = useView(({ cluster }) => cluster.published !== null);
  if (!isPublished) return null;
  return (
    <p className={styles.quiet}>
      {text('import.published')} <Link to={`/d/${id}/clusters`}>{text('import.published.see')}</Link>
    </p>
  );
}

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
