import { parse } from 'papaparse';
import { type Column, columnOf } from './columns.ts';
import { formula } from './formula.ts';

/** One line of the table, by column, with its number in the file. */
export type Line = { number: number; cells: Partial<Record<Column, string>> };

export type Table = { ok: true; lines: Line[]; ignored: string[] } | { ok: false; problem: 'empty' | 'no-heading' };

/** Reads comma, semicolon or tab separated text whose first line names the columns. */
export function parseTable(text: string): Table {
  const { data } = parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: ['\t', ';', ',', '|'],
    skipEmptyLines: 'greedy',
  });
  const [heading, ...rest] = data;
  if (!heading) return { ok: false, problem: 'empty' };
  const order = heading.map(columnOf);
  if (!order.includes('name')) return { ok: false, problem: 'no-heading' };
  if (rest.length === 0) return { ok: false, problem: 'empty' };
  return {
    ok: true,
    ignored: heading.filter((name, at) => order[at] === null && name.trim() !== ''),
    lines: rest.map((cells, at) => ({ number: at + 2, cells: named(order, cells) })),
  };
}

function named(order: readonly (Column | null)[], cells: readonly string[]): Line['cells'] {
  const line: Line['cells'] = {};
  order.forEach((column, at) => {
    // An export puts an apostrophe before what a spreadsheet would take for a formula.
    if (column) line[column] = withoutGuard((cells[at] ?? '').trim());
  });
  return line;
}

const withoutGuard = (cell: string): string => (cell[0] === "'" && formula.test(cell.slice(1)) ? cell.slice(1) : cell);
