import { formula } from '@multaqa/shared/formula';
import type { Field } from '@multaqa/shared/people/form/form.state';
import { parse } from 'papaparse';
import { type Column, columnOf } from './columns.ts';

/** One line of the table, by column, with its number in the file. */
export type Line = { number: number; cells: Partial<Record<Column, string>> };

export type Table = { ok: true; lines: Line[]; ignored: string[] } | { ok: false; problem: 'empty' | 'no-heading' };

/** Above the headings some lists have a title, and what it is about. */
const furthestHeading = 10;

/** Reads comma, semicolon or tab separated text, one line of which names the columns; these may be an organiser's own questions. */
export function parseTable(text: string, questions: readonly Field[] = []): Table {
  const { data } = parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: ['\t', ';', ',', '|'],
    skipEmptyLines: 'greedy',
  });
  return tableOf(data, questions);
}

/** The table in rows of cells, one of the first of which names the columns. */
export function tableOf(rows: readonly (readonly string[])[], questions: readonly Field[] = []): Table {
  const filled = rows
    .map((cells, at) => ({ cells, number: at + 1 }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  if (filled.length === 0) return { ok: false, problem: 'empty' };
  const found = filled
    .slice(0, furthestHeading)
    .findIndex(({ cells }) => cells.some(cell => columnOf(cell, questions) === 'name'));
  const heading = filled[found]?.cells;
  if (!heading) return { ok: false, problem: 'no-heading' };
  const rest = filled.slice(found + 1);
  if (rest.length === 0) return { ok: false, problem: 'empty' };
  const order = heading.map(name => columnOf(name, questions));
  return {
    ok: true,
    ignored: heading.filter((name, at) => order[at] === null && name.trim() !== ''),
    lines: rest.map(({ cells, number }) => ({ number, cells: named(order, cells) })),
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
