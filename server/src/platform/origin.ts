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
  return host !== undefined && ownOrigins(host, publicUrl).includes(origin);
}

/**
 * The origins of our pages as browsers serialise them (RFC 6454, section 6.2). A proxy may have ended TLS, so that the
 * scheme is known of the public address alone.
 */
function ownOrigins(host: string, publicUrl: string | null): string[] {
  const own = publicUrl === null ? null : new URL(publicUrl);
  if (own?.host === host) return [own.origin];
  return [`http://${host}`, `https://${host}`, ...(own ? [own.origin] : [])];
}
