import { Unzip, UnzipInflate } from 'fflate';

export type Unpacked =
  | { ok: true; names: string[]; files: Record<string, Uint8Array> }
  | { ok: false; problem: 'broken' | 'too-many' };

/** Bytes that are unpacked before what they became is counted; they become a thousand times as many at most. */
const step = 8 * 1024;

/** Unpacks the wanted files of a zip until they hold more than `most` bytes together: what the zip says of their sizes is not believed. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, most: number): Unpacked {
  if (!isWhole(bytes)) return { ok: false, problem: 'broken' };
  const parts = new Map<string, Uint8Array[]>();
  const names: string[] = [];
  let size = 0;
  let isBroken = false;
  const unzip = new Unzip(file => {
    names.push(file.name);
    if (!wanted(file.name)) return;
    const own: Uint8Array[] = [];
    parts.set(file.name, own);
    file.ondata = (error, chunk) => {
      isBroken ||= error !== null;
      if (isBroken) return;
      own.push(chunk);
      size += chunk.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && size <= most && !isBroken; at += step)
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch {
    // The library throws what it cannot read, wherever in the file it stands.
    isBroken = true;
  }
  if (isBroken) return { ok: false, problem: 'broken' };
  if (size > most) return { ok: false, problem: 'too-many' };
  return { ok: true, names, files: Object.fromEntries([...parts].map(([name, own]) => [name, joined(own)])) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The directory at the end of a zip closes with this mark and a comment of 64 KB at most; a file that was cut off has none. */
function isWhole(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  return false;
}
