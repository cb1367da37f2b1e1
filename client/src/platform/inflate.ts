import { inflateSync, strFromU8 } from 'fflate';

/** The text behind the base64 of a raw deflate stream. At once, so that what comes after it need not wait; browsers' own streams answer later, and older phones have none. */
export const inflate = (base64: string): string =>
  strFromU8(inflateSync(Uint8Array.from(atob(base64), character => character.charCodeAt(0))));
