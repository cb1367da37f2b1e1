import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/browser';
import { kindOfZip, type WrongFile } from './file-kind.ts';
import { unpack } from './unpack.ts';

/** A list of people is far smaller than any of these. */
export const bounds = { unpacked: 30_000_000, rows: 5_000, columns: 200 };

export type Workbook = { ok: true; rows: string[][] } | { ok: false; problem: WrongFile | 'too-many' };

/** The cells of a workbook's first sheet as texts. What would grow beyond the bounds is refused before it does. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const unpacked = unpack(bytes, name => /\.(xml|rels)$/.test(name), bounds.unpacked);
  if (!unpacked.ok) return unpacked;
  const kind = kindOfZip(unpacked.names);
  if (kind !== 'xlsx') return { ok: false, problem: kind };
  const trouble = Object.entries(unpacked.files)
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, sheet]) => troubleIn(new TextDecoder().decode(sheet)))
    .find(found => found !== null);
  if (trouble) return { ok: false, problem: trouble };
  try {
    // Packed again without compression, the reader has nothing to inflate, for which it would start workers that the content policy forbids.
    const { buffer } = zipSync(unpacked.files, { level: 0 });
    const rows = await readSheet(buffer as ArrayBuffer, { parseNumber: digits => digits });
    return { ok: true, rows: rows.map(row => row.map(textOf)) };
  } catch {
    // Whatever the reader cannot make sense of is not a workbook that we can use.
    return { ok: false, problem: 'broken' };
  }
}

// The reader fills every gap before a cell, however far away the cell says it is.
const tag = /<(?:\w+:)?(row|c)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const place = /\br\s*=\s*(["'])(.*?)\1/;

/** What keeps a sheet from being read: a place that is none, or a cell far out. */
function troubleIn(sheet: string): 'broken' | 'too-many' | null {
  for (const [, name, attributes = ''] of sheet.matchAll(tag)) {
    const at = place.exec(attributes)?.[2] ?? null;
    const trouble = name === 'row' ? troubleOfRow(at) : attributes.endsWith('/') ? null : troubleOfCell(at);
    if (trouble) return trouble;
  }
  return null;
}

const troubleOfRow = (at: string | null) =>
  at === null || (/^\d{1,7}$/.test(at) && Number(at) <= 1_048_576) ? null : 'broken';

function troubleOfCell(at: string | null): 'broken' | 'too-many' | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(at ?? '') ?? [];
  if (!letters) return 'broken';
  return columnOf(letters) > bounds.columns || Number(digits) > bounds.rows ? 'too-many' : null;
}

/** A is 1, Z is 26, AA is 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function textOf(cell: unknown): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
