import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { bytesOfWhole, packedWhole } from '@multaqa/shared/documents/wholes';
import { base64Of, bytesOf } from './base64.ts';

const deflated = promisify(deflateRaw);

// Below this many bytes a document is one or two packets of the network, packed or not.
const worthwhile = 1_000;

/**
 * A whole document as the store keeps it and browsers get it, packed where it is longer than a packet. What people write shrinks to a
 * third or less. Packs on a thread of Node's pool.
 */
export async function packWhole(bytes: Uint8Array): Promise<string> {
  if (bytes.length < worthwhile) return base64Of(bytes);
  return packedWhole(base64Of(await deflated(bytes)));
}

/** Its bytes again, in Yjs' first form. */
export const readWhole = (whole: string): Uint8Array =>
  bytesOfWhole(whole, { bytesOf, inflate: bytes => new Uint8Array(inflateRawSync(bytes)) });
