import { describe, expect, test } from 'vitest';
import { readStats } from './stats.ts';

const report = (...entries: Record<string, unknown>[]) =>
  new Map(entries.map((entry, at) => [String(at), entry])) as unknown as RTCStatsReport;

describe('a reading', () => {
  test('adds up what both connections report', () => {
    const send = report(
      { type: 'transport', bytesSent: 1_000, bytesReceived: 100 },
      {
        type: 'candidate-pair',
        nominated: true,
        state: 'succeeded',
        requestsSent: 4,
        responsesReceived: 4,
        currentRoundTripTime: 0.12,
        availableOutgoingBitrate: 300_000,
      },
      { type: 'outbound-rtp', packetsSent: 50 },
      { type: 'outbound-rtp', kind: 'video', packetsSent: 20 },
      { type: 'remote-inbound-rtp', packetsLost: 3 },
    );
    const receive = report(
      { type: 'transport', bytesSent: 10, bytesReceived: 5_000 },
      { type: 'inbound-rtp', mid: 'probator', packetsReceived: 500, packetsLost: 70 },
      { type: 'inbound-rtp', id: 'face', packetsReceived: 90, packetsLost: 10, totalFreezesDuration: 0.5 },
      {
        type: 'inbound-rtp',
        id: 'voice',
        packetsReceived: 10,
        concealedSamples: 700,
        silentConcealedSamples: 200,
        totalSamplesReceived: 48_000,
      },
    );
    expect(readStats(7, { send, receive })).toEqual({
      at: 7,
      bytes: 6_110,
      traffic: { send: { requests: 4, received: 104 }, receive: { requests: 0, received: 5_000 } },
      packets: { sent: 70, sentLost: 3, video: 20 },
      inbound: new Map([
        ['face', { received: 90, lost: 10, samples: 0, concealedSamples: 0, frozen: 500 }],
        ['voice', { received: 10, lost: 0, samples: 48_000, concealedSamples: 500, frozen: 0 }],
      ]),
      roundTrip: 120,
      availableBitrate: 300_000,
    });
  });

  test('counts by path where a browser does not count by connection', () => {
    const pair = { type: 'candidate-pair', bytesSent: 200, bytesReceived: 300 };
    expect(readStats(0, { send: report(pair), receive: report({ type: 'transport' }, pair) }).bytes).toBe(1_000);
  });
});

test('the delay is that of the path in use, not of one that was good before', () => {
  const pair = { type: 'candidate-pair', nominated: true, state: 'succeeded' };
  const send = report(
    { type: 'transport', selectedCandidatePairId: 'new' },
    { ...pair, id: 'old', currentRoundTripTime: 3 },
    { ...pair, id: 'new', currentRoundTripTime: 0.05 },
  );
  expect(readStats(0, { send, receive: report() }).roundTrip).toBe(50);
});
