import { Checkbox } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import { memo, useState } from 'react';
import { Listed } from '../../design/Listed.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../platform/languages.ts';
import { useCountryName } from '../countries.ts';
import { isDraftField, needsOf } from '../person-draft.ts';
import { areAlike, type CellField, type CheckedRow, type ImportRow, isGood } from './import-rows.ts';
import { PreviewCell } from './PreviewCell.tsx';
import styles from './PreviewTable.module.css';
import { useText } from './texts.ts';
import { useFieldName } from './use-field-name.ts';

type Props = { row: CheckedRow; fields: readonly CellField[]; onRow(row: ImportRow): void };

/** One row of the preview with its reasons; a cell that was wrong stays open while it is being mended. */
export const PreviewRow = memo(
  RowOf,
  (before, after) =>
    before.onRow === after.onRow && before.fields.join() === after.fields.join() && areAlike(before.row, after.row),
);

function RowOf({ row, fields, onRow }: Props) {
  const text = useText();
  const troubled = row.duplicate ? [...row.wrong, 'email' as const] : row.wrong;
  const [open, setOpen] = useState<ReadonlySet<CellField>>(new Set(troubled));
  if (troubled.some(field => !open.has(field))) setOpen(new Set([...open, ...troubled]));
  const { draft, answers, said, number, isSkipped, unread } = row;
  const state = isSkipped ? 'skipped' : isGood(row) ? 'good' : 'bad';
  const cell = (field: CellField) => {
    const isWritten = open.has(field) && !isSkipped;
    return (
      <td key={field} className={field === 'needs' ? styles.long : isWritten ? styles.cell : undefined}>
        {isWritten ? (
          <PreviewCell field={field} row={row} isWrong={troubled.includes(field)} onRow={onRow} />
        ) : (
          <Shown field={field} row={row} />
        )}
      </td>
    );
  };
  return (
    <tr data-state={state}>
      <td>
        <span className={styles.number}>
          <Checkbox
            aria-label={text('import.take.row', { number })}
            checked={!isSkipped}
            onChange={() => onRow({ number, draft, answers, said, unread, isSkipped: !isSkipped })}
          />
          {number}
        </span>
      </td>
      {cell('name')}
      <td>
        <State row={row} state={state} />
      </td>
      {fields.map(cell)}
    </tr>
  );
}

/** What a cell says, in the words of the interface where it has some. */
function Shown({ field, row: { draft, answers } }: { field: CellField; row: CheckedRow }) {
  const text = useText();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const { language } = useLanguage();
  const asked = useView(view => view.form);
  switch (field) {
    case 'country':
      return countryName(draft.country);
    case 'languages':
      return draft.languages.map(languageName).join(text('common.comma'));
    case 'role':
      return text(`roles.${draft.role}`);
    case 'townSize':
      return answers.townSize && text(`form.townSize.${answers.townSize}`);
    case 'needs': {
      const listed = asked.needs.filter(({ id }) => answers.chosen.includes(id));
      return <Listed items={[...listed.map(({ names }) => nameIn(names, language)), ...needsOf(draft.needs)]} />;
    }
    case 'region':
      return <bdi>{answers.region}</bdi>;
    default: {
      if (isDraftField(field)) return <bdi>{draft[field]}</bdi>;
      const value = answers.fields[field] ?? '';
      const choices = asked.fields.find(({ id }) => id === field)?.choices ?? [];
      const choice = choices.find(({ id }) => id === value);
      return <bdi>{choice ? nameIn(choice.names, language) : value}</bdi>;
    }
  }
}

function State({ row, state }: { row: CheckedRow; state: 'skipped' | 'good' | 'bad' }) {
  const text = useText();
  const reasons = useReasons();
  if (state === 'skipped') return text('import.skipped');
  if (state === 'bad')
    return (
      <span className={styles.reasons}>
        {reasons(row).map(reason => (
          <span key={reason}>{reason}</span>
        ))}
      </span>
    );
  return (
    <>
      <span className={styles.fine}>{text(row.updates === null ? 'import.fine' : 'import.updates')}</span>
      {row.twin !== null && (
        <span className={styles.twin}>
          {row.twin === 'roster' ? text('import.twin.roster') : text('import.twin.file', { number: row.twin })}
        </span>
      )}
    </>
  );
}

/** Returns why a row cannot be imported as it is. */
function useReasons(): (row: CheckedRow) => string[] {
  const text = useText();
  const nameOf = useFieldName();
  const kinds = useView(({ form }) => form.fields);
  const wordsFor = (field: CellField): string => {
    if (isDraftField(field)) return text(`people.error.${field}`);
    if (field === 'region') return text('form.error.region');
    const isNumber = kinds.find(({ id }) => id === field)?.kind === 'number';
    return `${nameOf(field)}: ${text(isNumber ? 'form.error.number' : 'form.error.text')}`;
  };
  return ({ wrong, unread, duplicate }) => {
    const reasons = wrong.map(field => {
      const words = unread[field];
      if (!words) return wordsFor(field);
      const said = text('import.unread', { said: words });
      return isDraftField(field) ? said : `${nameOf(field)}: ${said}`;
    });
    return duplicate ? [...reasons, text(`import.duplicate.${duplicate}`)] : reasons;
  };
}
