import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';

type Cell = string | number | null;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The rows of a sheet as Excel writes them, texts in a list that they share. */
function sheetOf(rows: readonly (readonly Cell[])[]): { sheet: string; strings: string } {
  const strings: string[] = [];
  const cell = (value: Cell, at: string) => {
    if (value === null) return `<c r="${at}" s="1"/>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    strings.push(value);
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const lines = rows.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((value, column) => cell(value, `${letters(column)}${at + 1}`)).join('')}</row>`,
  );
  return {
    sheet: `<sheetData>${lines.join('')}</sheetData>`,
    strings: strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
  };
}

/** The files of a workbook with one sheet. */
export function workbookFiles(sheet: string, strings = ''): Record<string, Uint8Array> {
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    'docProps/thumbnail.jpeg': 'not a picture',
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(head + text)]));
}

/** A workbook of these rows. */
export function workbookOf(rows: readonly (readonly Cell[])[]): Uint8Array {
  const { sheet, strings } = sheetOf(rows);
  return zipSync(workbookFiles(sheet, strings));
}

/** The same files as programs write them that do not know sizes beforehand: these come after the data. */
export function streamed(files: Record<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return new Uint8Array(parts.flatMap(part => [...part]));
}
