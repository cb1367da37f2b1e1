import { fileTypeFromBuffer } from 'file-type';

/** The media type of a file by what is in it, never by its name: `text/plain` for any text, null for what nobody knows. */
export async function mediaTypeIn(bytes: Uint8Array): Promise<string | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  // A table whose first word is BM is no bitmap; of all kinds that begin with letters only PDF may go on without other bytes.
  return found !== 'application/pdf' && isText(bytes) ? 'text/plain' : found;
}

/**
 * Text has no control characters but tab, line feed, form feed and carriage return. That holds for UTF-8 and for the older
 * code pages in which spreadsheets still write, such as Windows-1256; UTF-16 says so by its first two bytes.
 */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}
