import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Whether a proxy at this address, so many steps away from the server, is believed; Express compiles it from `trust proxy`. */
export type Trust = (address: string, distance: number) => boolean;

/**
 * The network address of the client: the last one that no trusted proxy has told, as Express finds it for `request.ip`.
 * What a client itself writes into `X-Forwarded-For` is never believed.
 */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, isTrusted: Trust): string {
  const told = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [socket.remoteAddress ?? '', ...told.map(part => part.trim()).reverse()].filter(
    (hop, at) => at === 0 || hop,
  );
  return hops.find((hop, at) => at === hops.length - 1 || !isTrusted(hop, at)) ?? '';
}

/** What one household or device holds of the address space: an IPv4 address, or the first 64 bits of an IPv6 address (RFC 6177). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  // The URL parser writes an address in its shortest form, without a zone or an embedded IPv4 address.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
