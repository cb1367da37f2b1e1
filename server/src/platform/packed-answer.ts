import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packers = {
  // Beyond this quality it takes longer than the line saves.
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} as const;

/** Answers with JSON as short as the caller can read it (RFC 9110, 12.5.3), for what goes over thin lines. */
export async function sendPacked(
  { headers }: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  value: unknown,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(value));
  const accepted = String(headers['accept-encoding'] ?? '')
    .split(',')
    .map(one => one.trim().toLowerCase());
  const way = (['br', 'gzip'] as const).find(one => accepted.includes(one));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Vary', 'Accept-Encoding');
  if (way) response.setHeader('Content-Encoding', way);
  response.end(way ? await packers[way](bytes) : bytes);
}
