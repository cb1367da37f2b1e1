import { inflateSync, strFromU8 } from 'fflate';

/** The bytes that a raw deflate stream was made of. */
export const inflateBytes = (bytes: Uint8Array): Uint8Array => inflateSync(bytes);

/** Decodes base64 of a raw deflate stream to text. Synchronous, so that later messages need not wait; `DecompressionStream` is not, and older phones lack it. */
export const inflate = (base64: string): string =>
  strFromU8(inflateSync(Uint8Array.from(atob(base64), character => character.charCodeAt(0))));
