import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { TransportListenInfo } from 'mediasoup/types';

/** A host name or IP address, and the first port; 0 for any free port. */
export type ListenAddress = { host: string; port: number };

// Every address is one more ICE candidate for each client to try. More than a few are usually container networks.
const mostAddresses = 4;

/**
 * The `listenInfos` of a worker's WebRtcServer: UDP and TCP on one port of every address (any free ports when it is 0).
 * `announced` is the public address for ICE candidates, when the machine does not have it itself.
 */
export function listenInfos({ host, port }: ListenAddress, announced: string | null): TransportListenInfo[] {
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

/** This machine's IPv4 addresses, loopback last; for `localhost` loopback alone. */
const ownAddresses = (host: string): string[] =>
  Object.values(networkInterfaces())
    .flatMap(entries => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && (internal || host !== 'localhost'))
    .sort((a, b) => Number(a.internal) - Number(b.internal))
    .slice(-mostAddresses)
    .map(({ address }) => address);
