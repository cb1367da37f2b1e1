import { limits } from '@multaqa/shared/limits';
import { type Carried, carriedType, readCarried } from './carried.ts';
import type { Rows } from './notes-from.ts';

/** What somebody pastes or drops: things of a board, pictures, or words. */
export type Pasted =
  | { kind: 'things'; carried: Carried }
  | { kind: 'images'; files: readonly File[] }
  | { kind: 'table'; file: File }
  | { kind: 'words'; text: string; isCut: boolean }
  | { kind: 'nothing' };

/** Characters of a pasted text that are looked at. */
const mostText = 400_000;

/** Reads a clipboard or what was dropped; what a board has put there comes first, then pictures, then words. */
export function readPasted(data: Pick<DataTransfer, 'getData' | 'files'>): Pasted {
  const carried = readCarried(data.getData(carriedType));
  if (carried) return { kind: 'things', carried };
  const files = [...data.files];
  const images = files.filter(({ type }) => type.startsWith('image/'));
  const whole = data.getData('text/plain');
  const text = whole.slice(0, mostText);
  // A spreadsheet puts a picture of its cells beside the cells.
  if (images.length > 0 && !text.trim()) return { kind: 'images', files: images };
  const [table] = files.filter(isTable);
  if (table) return { kind: 'table', file: table };
  return text.trim() ? { kind: 'words', text, isCut: whole.length > mostText } : { kind: 'nothing' };
}

const isTable = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  /\.(csv|tsv|txt)$/i.test(name) || type === 'text/csv' || type === 'text/plain';

/** Signs that begin the lines of a list: they are no part of what it says. */
const bullet = /^\s*(?:[-–—*•·▪◦‣]|\(?\d{1,3}[.)\]]|[٠-٩]{1,3}[.)-])\s+/u;

/** A cell of a single column with lines of its own, as spreadsheets copy it. */
const quoted = /(?:^|\n)"(?:[^"]|"")*\n(?:[^"]|"")*"(?=\r?\n|$)/;

/** A text as rows: cells where it came from a spreadsheet, lines without their bullets everywhere else. `cells` reads the former. */
export function rowsOf(text: string, cells: (text: string) => Rows): Rows {
  if (text.includes('\t') || quoted.test(text)) return cells(text);
  return text
    .split(/\r?\n/)
    .map(line => line.replace(bullet, '').trim())
    .filter(Boolean)
    .map(line => [line]);
}

/** A text as it becomes one note. */
export const asOneNote = (text: string): string => text.replace(/\r/g, '').trim().slice(0, limits.boardTextLength);
