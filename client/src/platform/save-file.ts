/** Hands a text, or bytes, to the browser as a file of this name and type. */
export function saveFile(name: string, type: string, ...parts: readonly (string | Uint8Array<ArrayBuffer>)[]): void {
  const charset = type.startsWith('text/') ? ';charset=utf-8' : '';
  const url = URL.createObjectURL(new Blob([...parts], { type: `${type}${charset}` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name that every file system takes and that reads the same in any direction: without the signs they refuse and marks of direction. */
const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +(?=\.|$)|^ +| +(?= )/g, '');
