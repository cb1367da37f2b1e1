import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useLanguageName } from '../../platform/languages.ts';
import { useCountryName } from '../countries.ts';
import { type DraftField, draftFields } from '../person-draft.ts';
import { type CheckedRow, type ImportRow, isGood } from './import-rows.ts';
import { PreviewCell } from './PreviewCell.tsx';
import styles from './PreviewTable.module.css';
import { useText } from './texts.ts';

/** One row of the preview with its reasons; a cell that was wrong stays open while it is being mended. */
export function PreviewRow({
  row,
  fields,
  onRow,
}: {
  row: CheckedRow;
  fields: readonly DraftField[];
  onRow(row: ImportRow): void;
}) {
  const text = useText();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const troubled = row.duplicate ? [...row.wrong, 'email' as const] : row.wrong;
  const [open, setOpen] = useState<ReadonlySet<DraftField>>(new Set(troubled));
  if (troubled.some(field => !open.has(field))) setOpen(new Set([...open, ...troubled]));
  const { draft, number, isSkipped, unread } = row;
  const state = isSkipped ? 'skipped' : isGood(row) ? 'good' : 'bad';
  const shown: Record<DraftField, string> = {
    ...draft,
    country: countryName(draft.country),
    languages: draft.languages.map(languageName).join(text('common.comma')),
    role: text(`roles.${draft.role}`),
  };
  return (
    <tr data-state={state}>
      <td>
        <span className={styles.number}>
          <Checkbox
            aria-label={text('import.take.row', { number })}
            checked={!isSkipped}
            onChange={() => onRow({ number, draft, unread, isSkipped: !isSkipped })}
          />
          {number}
        </span>
      </td>
      {fields.map(field => (
        <td key={field} className={open.has(field) && !isSkipped ? styles.cell : undefined}>
          {open.has(field) && !isSkipped ? (
            <PreviewCell field={field} row={row} isWrong={troubled.includes(field)} onRow={onRow} />
          ) : (
            <bdi>{shown[field]}</bdi>
          )}
        </td>
      ))}
      <td>
        {state === 'skipped' && text('import.skipped')}
        {state === 'good' && <span className={styles.fine}>{text('import.fine')}</span>}
        {state === 'good' && row.twin !== null && (
          <span className={styles.twin}>
            {row.twin === 'roster' ? text('import.twin.roster') : text('import.twin.file', { number: row.twin })}
          </span>
        )}
        {state === 'bad' && (
          <span className={styles.reasons}>
            {reasonsOf(row, text).map(reason => (
              <span key={reason}>{reason}</span>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

function reasonsOf({ wrong, unread, duplicate }: CheckedRow, text: ReturnType<typeof useText>): string[] {
  const reasons = draftFields
    .filter(field => wrong.includes(field))
    .map(field => {
      const said = unread[field];
      return said ? text('import.unread', { said }) : text(`people.error.${field}`);
    });
  return duplicate ? [...reasons, text(`import.duplicate.${duplicate}`)] : reasons;
}
