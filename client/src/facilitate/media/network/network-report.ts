/** Whether a way through the network leads to the server; `absent` where the operator has set none up. */
export type PathResult = 'works' | 'fails' | 'absent';

/** What was found out about somebody's network. */
export type NetworkReport = {
  /** What text goes over; null when not even that arrives. */
  text: 'websocket' | 'polling' | null;
  udp: PathResult;
  tcp: PathResult;
  relay: PathResult;
  /** There and back, ms; null when it could not be measured. */
  delay: number | null;
};

/**
 * A report as a code that can be read out over the telephone: `N-WUTR-042`. In this order, after the N for network:
 *
 * - text: W over a WebSocket, P by polling, X not at all
 * - voice and picture straight by UDP: U works, X fails
 * - by TCP: T works, X fails
 * - over the operator's relay: R works, X fails
 * - 0 in place of any letter: the operator has set up no such way
 * - the delay there and back in ms, at least three digits; ??? when it is not known
 */
export function supportCode({ text, udp, tcp, relay, delay }: NetworkReport): string {
  const ways = [letter('U', udp), letter('T', tcp), letter('R', relay)].join('');
  const time = delay === null ? '???' : String(Math.round(delay)).padStart(3, '0');
  return `N-${text === null ? 'X' : text === 'websocket' ? 'W' : 'P'}${ways}-${time}`;
}

const letter = (works: string, result: PathResult) => (result === 'works' ? works : result === 'fails' ? 'X' : '0');
