import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { TransportListenInfo } from 'mediasoup/types';

export type Listen = { host: string; port: number };

// Each address costs every client a candidate to try; more than a few means container networks that lead nowhere.
const mostAddresses = 4;

/**
 * Where a worker listens: UDP and TCP on one port of every address (any free ports when it is 0).
 * `announced` is the address that clients are told when the machine does not know it itself.
 */
export function listenInfos({ host, port }: Listen, announced: string | null): TransportListenInfo[] {
  const isName = isIP(host) === 0;
  const addresses = announced === null && (isAny(host) || isName) ? ownAddresses(host) : [isName ? '0.0.0.0' : host];
  return addresses.flatMap(ip =>
    (['udp', 'tcp'] as const).map(protocol => ({
      protocol,
      ip,
      ...(announced !== null && { announcedAddress: announced }),
      ...(port !== 0 && { port }),
    })),
  );
}

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** This machine's IPv4 addresses, its own loopback last and for `localhost` alone. */
const ownAddresses = (host: string): string[] =>
  Object.values(networkInterfaces())
    .flatMap(entries => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && (internal || host !== 'localhost'))
    .sort((a, b) => Number(a.internal) - Number(b.internal))
    .slice(-mostAddresses)
    .map(({ address }) => address);
