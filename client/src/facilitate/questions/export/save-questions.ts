import { csvOf, saveCsv } from '../../../platform/tables/csv.ts';
import { saveWorkbook } from '../../../platform/tables/workbook.ts';
import type { questionsTable } from './questions-table.ts';

/** The forms in which questions are taken home. */
export type QuestionsFormat = 'xlsx' | 'csv';

/** Lets the browser save questions as a table, whose cells are never formulas; `name` is the file's without an ending. */
export function saveQuestions(
  format: QuestionsFormat,
  { name, direction }: { name: string; direction: 'ltr' | 'rtl' },
  { fields, rows }: ReturnType<typeof questionsTable>,
): void {
  if (format === 'csv') saveCsv(`${name}.csv`, csvOf(fields, rows));
  else saveWorkbook(`${name}.xlsx`, { name, fields, rows, direction });
}
