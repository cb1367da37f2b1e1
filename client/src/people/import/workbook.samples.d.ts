type Cell = string | number | null;
/** The files of a workbook with one sheet. */
export declare function workbookFiles(sheet: string, strings?: string): Record<string, Uint8Array>;
/** A workbook of these rows. */
export declare function workbookOf(rows: readonly (readonly Cell[])[]): Uint8Array;
/** The same files as programs write them that do not know sizes beforehand: these come after the data. */
export declare function streamed(files: Record<string, Uint8Array>): Uint8Array;
export {};
