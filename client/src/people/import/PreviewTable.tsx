import { memo } from 'react';
import { useView } from '../../dialogue/use-dialogue.ts';
import type { AnswerField } from '../answer-draft.ts';
import type { CellField, CheckedRow, ImportRow } from './import-rows.ts';
import { PreviewRow } from './PreviewRow.tsx';
import styles from './PreviewTable.module.css';
import { useText } from './texts.ts';
import { useFieldName } from './use-field-name.ts';

// Beside the name, which comes first, and how a row stands.
const always = ['email', 'municipality', 'country', 'languages', 'role'] as const;

type Props = { rows: readonly CheckedRow[]; onRow(row: ImportRow): void };

/** Every row as it will be imported; cells that need a hand are open for writing. */
export const PreviewTable = memo(
  TableOf,
  (before, after) => before.onRow === after.onRow && areSame(before.rows, after.rows),
);

function TableOf({ rows, onRow }: Props) {
  const text = useText();
  const nameOf = useFieldName();
  const questions = useView(({ form }) => form.fields);
  // Answers have columns where the list says something of them; long texts only where one of them has to be mended.
  const isSaid = (field: CellField) => rows.some(({ said }) => said.has(field));
  const isWrong = (field: CellField) => rows.some(({ wrong }) => wrong.includes(field));
  const own = questions.map(({ id }) => id as AnswerField);
  const answers = (['region', 'townSize', 'needs', ...own] as const).filter(field => isSaid(field) || isWrong(field));
  const fields: readonly CellField[] = [...always, ...answers, ...(['vision'] as const).filter(isWrong)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard.
    <section className={styles.frame} aria-label={text('import.preview')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('import.take')}</th>
            <th scope="col">{text('people.name')}</th>
            <th scope="col">{text('import.state')}</th>
            {fields.map(field => (
              <th scope="col" key={field}>
                <bdi>{nameOf(field)}</bdi>
              </th>
            ))}
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

const areSame = (before: readonly CheckedRow[], after: readonly CheckedRow[]): boolean =>
  before.length === after.length && before.every((row, at) => row === after[at]);
