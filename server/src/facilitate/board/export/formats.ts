/** The kinds of files that a board is saved as, and how browsers are told of each. */
export const boardFormats = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const;
export type BoardFormat = keyof typeof boardFormats;

/** True for the name of such a kind. */
export const isBoardFormat = (name: string): name is BoardFormat => Object.hasOwn(boardFormats, name);
