import type { Field } from '@multaqa/shared/people/form/form.state';
import { textOf } from '../../platform/tables/read-text.ts';
import { kindOf, type WrongFile } from './file-kind.ts';
import { parseTable, type Table, tableOf } from './parse-table.ts';

export type FileTable = Table | { ok: false; problem: WrongFile | 'too-many' };

/** The table in a file of text or in the first sheet of a workbook; else what the file is instead. */
export async function readFile(bytes: Uint8Array, questions: readonly Field[] = []): Promise<FileTable> {
  const kind = kindOf(bytes);
  if (kind === 'text') return parseTable(textOf(bytes), questions);
  if (kind !== 'zip') return { ok: false, problem: kind };
  // The reader of workbooks is large, and most lists are pasted or texts.
  const { readWorkbook } = await import('./read-workbook.ts');
  const workbook = await readWorkbook(bytes);
  return workbook.ok ? tableOf(workbook.rows, questions) : workbook;
}
