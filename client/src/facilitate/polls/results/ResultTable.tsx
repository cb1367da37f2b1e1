import { VisuallyHidden } from '@mantine/core';
import type { ResultTable as Table } from './chart/telling.ts';
import styles from './ResultTable.module.css';

/** A result as a table; hidden, it is there for screen readers alone. */
export function ResultTable({
  table: { fields, rows },
  caption,
  isHidden,
}: {
  table: Table;
  caption: string;
  isHidden: boolean;
}) {
  const table = (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {fields.map(field => (
            <th key={field} scope="col" dir="auto">
              {field}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...cells], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups can have the same name.
          <tr key={at}>
            <th scope="row" dir="auto">
              {first}
            </th>
            {cells.map((cell, column) => (
              <td key={fields[column + 1]} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return isHidden ? <VisuallyHidden>{table}</VisuallyHidden> : <div className={styles.scroll}>{table}</div>;
}
