import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { saveFile } from '../../../platform/save-file.ts';
import { csvOf, saveCsv } from '../../../platform/tables/csv.ts';
import { saveWorkbook } from '../../../platform/tables/workbook.ts';
import type { registerTable } from './register-table.ts';

/** The forms in which a register is taken home. */
export type RegisterFormat = 'xlsx' | 'csv' | 'json';

type Saved = {
  /** The file's name without an ending, which is also what the sheet of a workbook is called. */
  name: string;
  direction: 'ltr' | 'rtl';
  outcomes: readonly Registered[];
  table: ReturnType<typeof registerTable>;
};

/** Lets the browser save a register: as a table, whose cells are never formulas, or as data with its ids. */
export function saveRegister(
  format: RegisterFormat,
  { name, direction, outcomes, table: { fields, rows } }: Saved,
): void {
  if (format === 'csv') saveCsv(`${name}.csv`, csvOf(fields, rows));
  else if (format === 'xlsx') saveWorkbook(`${name}.xlsx`, { name, fields, rows, direction });
  else saveFile(`${name}.json`, 'application/json', registerJson(outcomes));
}

/** A register as data; the form has a name and a version, as exported notes do. */
const registerJson = (outcomes: readonly Registered[]): string =>
  `${JSON.stringify({ format: 'multaqa-register', version: 1, outcomes }, null, 2)}\n`;
