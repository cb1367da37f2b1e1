import type { Cell } from './paper.ts';

type Loose = Omit<Cell, 'column' | 'row'>;

/**
 * Gives each cell its place, as browsers do (HTML, "Forming a table"): the first free column of its row. Two edits at once can leave
 * cells that reach over others or beyond the last row: these are made as small as fits, so that no two overlap.
 */
export function laidOut(rows: readonly (readonly Loose[])[]): { columns: number; rows: Cell[][] } {
  // For each column, the first row in which it is free again.
  const freeAt: number[] = [];
  const placed = rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell): Cell => {
      while ((freeAt[column] ?? 0) > row) column += 1;
      let width = 1;
      while (width < cell.columns && (freeAt[column + width] ?? 0) <= row) width += 1;
      const height = Math.min(cell.rows, rows.length - row);
      for (let at = column; at < column + width; at += 1) freeAt[at] = row + height;
      const set = { ...cell, column, row, columns: width, rows: height };
      column += width;
      return set;
    });
  });
  return { columns: Math.max(1, freeAt.length), rows: placed };
}
