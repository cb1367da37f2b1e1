import { saveFile } from '../../../platform/save-file.ts';
import { csvOf, saveCsv } from '../../../platform/tables/csv.ts';
import { saveWorkbook } from '../../../platform/tables/workbook.ts';
import type { Telling } from '../results/chart/telling.ts';
import type { Shown } from '../results/told.ts';
import { pictureOf, pngOf } from './picture.tsx';
import { fileNameOf, namesTable, resultTable, type Voter } from './result-file.ts';
import type { useText } from './texts.ts';

/** `names` is who chose what, as a workbook. */
export type ResultFormat = 'xlsx' | 'csv' | 'png' | 'svg' | 'names';

type Saved = {
  shown: Shown;
  telling: Telling;
  question: string;
  under: string;
  direction: 'ltr' | 'rtl';
  voters: readonly Voter[];
  text: ReturnType<typeof useText>;
};

/** Lets the browser save a result; false where the picture could not be made. */
export async function saveResult(format: ResultFormat, saved: Saved): Promise<boolean> {
  const { shown, telling, question, under, direction, voters, text } = saved;
  const file = fileNameOf(question);
  if (format === 'png' || format === 'svg') {
    const picture = pictureOf(shown, telling, { question, under });
    if (!picture) return false;
    if (format === 'svg') saveFile(`${file}.svg`, 'image/svg+xml', picture.svg);
    else {
      const png = await pngOf(picture);
      if (!png) return false;
      saveFile(`${file}.png`, 'image/png', png);
    }
    return true;
  }
  const table = format === 'names' ? namesTable(shown, voters, telling, text) : resultTable(shown, telling, text);
  if (format === 'csv') saveCsv(`${file}.csv`, csvOf(table.fields, table.rows));
  else saveWorkbook(`${file}.xlsx`, { name: text('poll-file.sheet'), ...table, direction });
  return true;
}
