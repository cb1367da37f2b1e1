import { formula } from '@multaqa/shared/formula';

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * A table as CSV (RFC 4180), with the mark that tells spreadsheets that it is UTF-8. Cells that a spreadsheet would take for formulas
 * are disarmed by an apostrophe.
 */
export const csvOf = (fields: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[fields, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
