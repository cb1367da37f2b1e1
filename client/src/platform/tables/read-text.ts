/**
 * The text of a file of unknown encoding: UTF-8 or UTF-16 when it says so or reads well as UTF-8,
 * otherwise what spreadsheets on Windows write: their Arabic code page when letters follow each other in it, else their western one.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const arabic = decode(bytes, 'windows-1256');
    return /[\u0621-\u064a]{2}/.test(arabic) ? arabic : decode(bytes, 'windows-1252');
  }
}

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);
