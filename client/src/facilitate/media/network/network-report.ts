/** Whether a path through the network leads to the server; `absent` where the operator has not set it up. */
export type PathResult = 'works' | 'fails' | 'absent';

/** What was found out about a network. */
export type NetworkReport = {
  /** The transport of the text; null when not even that arrives. */
  text: 'websocket' | 'polling' | null;
  udp: PathResult;
  tcp: PathResult;
  relay: PathResult;
  /** ms; null when it could not be measured. */
  roundTrip: number | null;
};

/**
 * A report as a code that can be read out over the telephone: `N-WUTR-042`. In this order, after the N for network:
 *
 * - text: W over a WebSocket, P by polling, X not at all
 * - audio and video directly by UDP: U works, X fails
 * - by TCP: T works, X fails
 * - over the operator's relay: R works, X fails
 * - 0 in place of any letter: the operator has not set up this path
 * - the round trip in ms, at least three digits; ??? when it is not known
 */
export function supportCode({ text, udp, tcp, relay, roundTrip }: NetworkReport): string {
  const paths = [letter('U', udp), letter('T', tcp), letter('R', relay)].join('');
  const time = roundTrip === null ? '???' : String(Math.round(roundTrip)).padStart(3, '0');
  return `N-${text === null ? 'X' : text === 'websocket' ? 'W' : 'P'}${paths}-${time}`;
}

const letter = (works: string, result: PathResult) => (result === 'works' ? works : result === 'fails' ? 'X' : '0');
