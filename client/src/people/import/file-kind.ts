/** What a file is that holds no list for us, as its first bytes or its contents tell; its name may say otherwise. */
export type WrongFile =
  | 'xls'
  | 'protected'
  | 'ods'
  | 'numbers'
  | 'word'
  | 'slides'
  | 'archive'
  | 'pdf'
  | 'picture'
  | 'web-page'
  | 'broken'
  | 'unknown';

/** The kinds of files: a text may be a table, a zip may be a spreadsheet. */
export function kindOf(bytes: Uint8Array): 'text' | 'zip' | WrongFile {
  const begins = (...values: number[]) => values.every((value, at) => bytes[at] === value);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return isEncrypted(bytes) ? 'protected' : 'xls';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46, 0x38)) return 'picture';
  const isWide = begins(0xff, 0xfe) || begins(0xfe, 0xff);
  const start = bytes.subarray(0, 4096);
  if (!isWide && start.includes(0)) return 'unknown';
  const words = new TextDecoder('windows-1252').decode(start).replaceAll('\0', '');
  return /^[^<]{0,4}\s*<(!doctype html|html|table|\?xml)/i.test(words) ? 'web-page' : 'text';
}

/** What a zip is, by the names of what is in it. */
export function kindOfZip(names: readonly string[]): 'xlsx' | WrongFile {
  const holds = (pattern: RegExp) => names.some(name => pattern.test(name));
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  if (names.includes('word/document.xml')) return 'word';
  if (names.includes('ppt/presentation.xml')) return 'slides';
  if (names.includes('mimetype') && names.includes('content.xml')) return 'ods';
  if (holds(/\.iwa$/)) return 'numbers';
  return holds(/^xl\//) ? 'unknown' : 'archive';
}

// A workbook with a password lies in a stream of this name, in two bytes a letter.
const encrypted = [...'EncryptedPackage'].map(letter => `${letter}\0`).join('');
const isEncrypted = (bytes: Uint8Array): boolean => new TextDecoder('windows-1252').decode(bytes).includes(encrypted);
