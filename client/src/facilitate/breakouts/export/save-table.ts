import { csvOf, saveCsv } from '../../../platform/tables/csv.ts';
import { saveWorkbook } from '../../../platform/tables/workbook.ts';
import type { RoomsTable } from './rooms-table.ts';

export type TableKind = 'csv' | 'xlsx';

/** Lets the browser save a table; `name` has no ending, `sheet` is what the sheet of a workbook is called. */
export function saveTable(
  kind: TableKind,
  { name, sheet, direction }: { name: string; sheet: string; direction: 'ltr' | 'rtl' },
  { fields, rows }: RoomsTable,
): void {
  if (kind === 'csv') saveCsv(`${name}.csv`, csvOf(fields, rows));
  else saveWorkbook(`${name}.xlsx`, { name: sheet, fields, rows, direction });
}
