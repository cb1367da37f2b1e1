/** Hands a text, or bytes, to the browser as a file of this name and type. */
export function saveFile(name: string, type: string, ...parts: readonly (string | Uint8Array<ArrayBuffer>)[]): void {
  const charset = type.startsWith('text/') ? ';charset=utf-8' : '';
  const url = URL.createObjectURL(new Blob([...parts], { type: `${type}${charset}` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
