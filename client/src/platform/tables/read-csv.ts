import { formula } from '@multaqa/shared/formula';
import { parse } from 'papaparse';

/** Rows of a table at most; what follows is not read. */
export const mostRows = 5_000;

/**
 * The cells of a text that was separated by tabs, semicolons, commas or bars, row by row without empty ones. Exports put an apostrophe
 * before what a spreadsheet would take for a formula; it is taken away again. `separator` is guessed where it is not said.
 */
export function readCsv(text: string, separator?: string): string[][] {
  const { data } = parse<string[]>(text.replace(/^\ufeff/, ''), {
    ...(separator === undefined ? { delimitersToGuess: ['\t', ';', ',', '|'] } : { delimiter: separator }),
    skipEmptyLines: 'greedy',
    preview: mostRows,
  });
  return data.map(row => row.map(cell => (cell[0] === "'" && formula.test(cell.slice(1)) ? cell.slice(1) : cell)));
}
