import type { IncomingMessage } from 'node:http';

/**
 * True when a browser page of this server, or no browser at all, sent the request.
 * Browsers name the Origin on every WebSocket and on every POST, and on GET they say where the page came from in `Sec-Fetch-Site`.
 */
export function isOwnOrigin(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  publicUrl: string | null,
): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return method === 'GET' && headers.upgrade === undefined;
  const from = URL.canParse(origin) ? new URL(origin) : null;
  if (!from) return false;
  return from.host === host || (publicUrl !== null && from.origin === new URL(publicUrl).origin);
}
