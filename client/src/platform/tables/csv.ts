import { formula } from '@multaqa/shared/formula';
import { unparse } from 'papaparse';
import { saveFile } from '../save-file.ts';

/** Rows under headings as CSV; cells that a spreadsheet would take for formulas are disarmed. */
export const csvOf = (fields: readonly string[], data: readonly (readonly string[])[]): string =>
  unparse({ fields: [...fields], data: data.map(row => [...row]) }, { escapeFormulae: formula, newline: '\r\n' });

/** Hands a table to the browser as a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export const saveCsv = (name: string, csv: string): void => saveFile(name, 'text/csv', '\ufeff', csv);
