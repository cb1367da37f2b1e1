/**
 * A cell that a spreadsheet would take for a formula: also behind blanks and quotation marks, in full-width letters, and
 * after characters that some spreadsheets skip. Exports put an apostrophe before it, imports take it away again.
 */
export const formula = /^[\s\0'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\0]/;
