import type { Direction } from '@multaqa/shared/facilitate/media/signalling';

/** What the two transports have counted since they began, as of one moment. */
export type TransportStats = {
  /** ms since the epoch */
  at: number;
  /** Both ways, with all overhead of audio and video. */
  bytes: number;
  /** STUN requests whether the other end is there, and whatever came from there. */
  traffic: Record<Direction, { requests: number; received: number }>;
  /** Packets that were sent, how many of them were lost, and how many carried video. */
  packets: { sent: number; sentLost: number; video: number };
  /** Each stream that arrives, by the browser's id for it. */
  inbound: ReadonlyMap<string, InboundCounters>;
  /** Round trip in ms; null before it was measured. */
  roundTrip: number | null;
  /** Estimate of what can be sent, bits a second; null where the browser gives none. */
  availableBitrate: number | null;
};

/** What has been counted of one stream: packets, samples of audio, and the time (ms) for which video was frozen. */
export type InboundCounters = {
  received: number;
  lost: number;
  samples: number;
  concealedSamples: number;
  frozen: number;
};

type Entry = { type: string; [name: string]: unknown };

/** Adds up what the browser reports of both transports; `at` in ms since the epoch. */
export function readStats(at: number, reports: Record<Direction, RTCStatsReport>): TransportStats {
  const sent = entriesOf(reports.send);
  const received = entriesOf(reports.receive);
  const out = ofType(sent, 'outbound-rtp');
  const echo = ofType(sent, 'remote-inbound-rtp');
  // The server probes the bandwidth with packets of their own, which are no stream.
  const into = ofType(received, 'inbound-rtp').filter(({ mid }) => mid !== 'probator');
  return {
    at,
    bytes: bytesOf(sent) + bytesOf(received),
    traffic: { send: trafficOf(sent), receive: trafficOf(received) },
    packets: {
      sent: sum(out, 'packetsSent'),
      sentLost: sum(echo, 'packetsLost'),
      video: sum(
        out.filter(({ kind }) => kind === 'video'),
        'packetsSent',
      ),
    },
    inbound: new Map(into.map(entry => [String(entry.id), incomingOf(entry)])),
    roundTrip: delayOf([...inUse(sent), ...inUse(received)]),
    availableBitrate:
      inUse(sent)
        .map(pair => numberOf(pair, 'availableOutgoingBitrate'))
        .find(value => value > 0) ?? null,
  };
}

const incomingOf = (entry: Entry): InboundCounters => ({
  received: numberOf(entry, 'packetsReceived'),
  lost: numberOf(entry, 'packetsLost'),
  samples: numberOf(entry, 'totalSamplesReceived'),
  concealedSamples: numberOf(entry, 'concealedSamples') - numberOf(entry, 'silentConcealedSamples'),
  frozen: numberOf(entry, 'totalFreezesDuration') * 1_000,
});

function entriesOf(report: RTCStatsReport): Entry[] {
  const entries: Entry[] = [];
  report.forEach((entry: Entry) => {
    entries.push(entry);
  });
  return entries;
}

const ofType = (entries: readonly Entry[], type: string) => entries.filter(entry => entry.type === type);

function numberOf(entry: Entry, name: string): number {
  const value = entry[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

const sum = (entries: readonly Entry[], name: string) =>
  entries.reduce((total, entry) => total + numberOf(entry, name), 0);

/** The paths that carry something now; several may have been found good before. */
function inUse(entries: readonly Entry[]): Entry[] {
  const pairs = ofType(entries, 'candidate-pair');
  const selected = new Set(ofType(entries, 'transport').map(({ selectedCandidatePairId }) => selectedCandidatePairId));
  const known = pairs.filter(({ id }) => id !== undefined && selected.has(id));
  return known.length > 0 ? known : pairs.filter(({ nominated, state }) => nominated === true && state === 'succeeded');
}

/** Some browsers count for the whole connection, the others for each path that it has tried. */
function counted(entries: readonly Entry[]): Entry[] {
  const whole = ofType(entries, 'transport');
  return whole.some(entry => 'bytesSent' in entry) ? whole : ofType(entries, 'candidate-pair');
}

const bytesOf = (entries: readonly Entry[]) =>
  sum(counted(entries), 'bytesSent') + sum(counted(entries), 'bytesReceived');

function trafficOf(entries: readonly Entry[]): { requests: number; received: number } {
  const pairs = ofType(entries, 'candidate-pair');
  const received =
    sum(pairs, 'responsesReceived') + sum(pairs, 'requestsReceived') + sum(counted(entries), 'bytesReceived');
  return { requests: sum(pairs, 'requestsSent'), received };
}

function delayOf(pairs: readonly Entry[]): number | null {
  const delays = pairs.map(pair => numberOf(pair, 'currentRoundTripTime') * 1_000).filter(delay => delay > 0);
  return delays.length > 0 ? Math.max(...delays) : null;
}
