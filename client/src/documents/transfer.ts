import { bytesOfWhole } from '@multaqa/shared/documents/wholes';
import type { DocumentInput, DocumentReply, DocumentRequestName } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import { inflateBytes } from '../platform/inflate.ts';
import { base64Of, bytesOf } from './base64.ts';

export type Request = <Name extends DocumentRequestName>(
  name: Name,
  input: DocumentInput<Name>,
) => Promise<DocumentReply<Name>>;

/** Takes what the server gives in parts, after the first one; with the refusal where it gives no more. Rejects as `request` does. */
export async function receiveWhole(
  request: Request,
  document: string,
  first: { bytes: string; size: number },
): Promise<Uint8Array | { refusal: string }> {
  let text = first.bytes;
  while (text.length < first.size) {
    const next = await request('more', { document, at: text.length });
    if (!next.ok) return { refusal: next.refusal };
    text += next.bytes;
  }
  return bytesOfWhole(text, { bytesOf, inflate: inflateBytes });
}

/** Sends an update, in parts where it is long. Rejects as `request` does. */
export async function sendWhole(
  request: Request,
  document: string,
  bytes: Uint8Array,
): Promise<DocumentReply<'update'>> {
  const size = limits.documentPartBytes;
  if (bytes.length <= size) return request('update', { document, bytes: base64Of(bytes) });
  for (let at = 0; ; at += size) {
    const isLast = at + size >= bytes.length;
    const part = { document, bytes: base64Of(bytes.subarray(at, at + size)), part: { at, isLast } };
    const answer = await request('update', part);
    if (isLast || !answer.ok) return answer;
  }
}
