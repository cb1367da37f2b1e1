/** The kinds of files that notes are saved as, and how browsers are told of each. */
export const paperFormats = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
export type PaperFormat = keyof typeof paperFormats;

/** True for the name of such a kind. */
export const isPaperFormat = (name: string): name is PaperFormat => Object.hasOwn(paperFormats, name);
