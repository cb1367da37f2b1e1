/** Says that a raw deflate stream (RFC 1951) follows in base64 (RFC 4648); no base64 begins so. */
const mark = 'deflate:';

export type Unpacking = { bytesOf(base64: string): Uint8Array; inflate(bytes: Uint8Array): Uint8Array };

/** A whole document as it is kept and sent, from the base64 of its bytes deflated. */
export const packedWhole = (base64: string): string => mark + base64;

/** The bytes, in Yjs' first form, of a whole document: base64 of them as they are, or packed. */
export const bytesOfWhole = (whole: string, { bytesOf, inflate }: Unpacking): Uint8Array =>
  whole.startsWith(mark) ? inflate(bytesOf(whole.slice(mark.length))) : bytesOf(whole);
