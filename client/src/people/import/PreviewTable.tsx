import type { DraftField } from '../person-draft.ts';
import type { CheckedRow, ImportRow } from './import-rows.ts';
import { PreviewRow } from './PreviewRow.tsx';
import styles from './PreviewTable.module.css';
import { useText } from './texts.ts';

const always = ['name', 'email', 'municipality', 'country', 'languages', 'role'] as const;

/** Every row as it will be imported; cells that need a hand are open for writing. */
export function PreviewTable({ rows, onRow }: { rows: readonly CheckedRow[]; onRow(row: ImportRow): void }) {
  const text = useText();
  // Long texts have columns only where one of them has to be mended.
  const long = (['needs', 'vision'] as const).filter(field => rows.some(({ wrong }) => wrong.includes(field)));
  const fields: readonly DraftField[] = [...always, ...long];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard.
    <section className={styles.frame} aria-label={text('import.preview')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('import.take')}</th>
            {fields.map(field => (
              <th scope="col" key={field}>
                {text(`people.${field}`)}
              </th>
            ))}
            <th scope="col">{text('import.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <PreviewRow key={row.draft.person} row={row} fields={fields} onRow={onRow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
