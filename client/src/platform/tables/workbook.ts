import { strToU8, zipSync } from 'fflate';
import { saveFile } from '../save-file.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schemas = 'http://schemas.openxmlformats.org';
const main = `xmlns="${schemas}/spreadsheetml/2006/main"`;
const office = `${schemas}/officeDocument/2006/relationships`;
const packages = `${schemas}/package/2006`;
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a cell of a workbook can hold at most, in UTF-16 units. */
const cellLength = 32_767;
/** Widths in characters. */
const widths = { least: 8, most: 60 };

/** One sheet of a workbook: its headings, and rows of texts. */
export type Sheet = {
  name: string;
  fields: readonly string[];
  rows: readonly (readonly string[])[];
  direction: 'ltr' | 'rtl';
};

/**
 * A workbook with one sheet, whose headings stay in sight (SpreadsheetML of ISO/IEC 29500). Every cell is a text, so that nothing in it is a
 * formula; what XML cannot hold is left out.
 */
export function workbookOf({ name, fields, rows, direction }: Sheet): Uint8Array<ArrayBuffer> {
  const view = `<sheetViews><sheetView workbookViewId="0"${direction === 'rtl' ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const lines = [fields, ...rows].map(
    (cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cellOf(text, row, column)).join('')}</row>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${main}><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${view}${columnsOf(fields, rows)}<sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(head + text)])));
}

/** Hands a workbook to the browser as a file. */
export const saveWorkbook = (name: string, sheet: Sheet): void => saveFile(name, `${kind}.sheet`, workbookOf(sheet));

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const cellOf = (text: string, row: number, column: number): string =>
  `<c r="${letters(column)}${row + 1}"${row === 0 ? ' s="1"' : ''} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function columnsOf(fields: readonly string[], rows: Sheet['rows']): string {
  const columns = fields.map((field, column) => {
    const longest = Math.max(field.length, ...rows.map(row => row[column]?.length ?? 0));
    const width = Math.min(widths.most, Math.max(widths.least, longest + 2));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

/** A column by its letters: A to Z, AA and on. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A sheet's name has 31 characters at most, and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);

// Characters that XML has no way to write.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text
    .slice(0, cellLength)
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
