import { describe, expect, test } from 'vitest';
import { sampleOf } from './sample.ts';
import type { InboundCounters, TransportStats } from './stats.ts';

const reading = (more: Partial<TransportStats>): TransportStats => ({
  at: 0,
  bytes: 0,
  traffic: { send: { requests: 0, received: 0 }, receive: { requests: 0, received: 0 } },
  packets: { sent: 0, sentLost: 0, video: 0 },
  inbound: new Map(),
  roundTrip: null,
  availableBitrate: null,
  ...more,
});

const stream = (more: Partial<InboundCounters>): InboundCounters => ({
  received: 0,
  lost: 0,
  samples: 0,
  concealedSamples: 0,
  frozen: 0,
  ...more,
});
const arriving = (streams: Record<string, Partial<InboundCounters>>): Pick<TransportStats, 'inbound'> => ({
  inbound: new Map(Object.entries(streams).map(([id, more]) => [id, stream(more)])),
});

describe('a sample', () => {
  const before = reading(arriving({ voice: {}, face: {} }));

  test('is what happened between two readings', () => {
    const after = reading({
      at: 2_500,
      packets: { sent: 100, sentLost: 5, video: 50 },
      ...arriving({
        voice: { received: 90, lost: 10, samples: 100_000, concealedSamples: 2_000 },
        face: { received: 80, lost: 20, frozen: 500 },
      }),
      roundTrip: 120,
      availableBitrate: 400_000,
    });
    expect(sampleOf(before, after, 50)).toEqual({
      at: 2_500,
      lossIn: 0.1,
      lossOut: 0.05,
      queueing: 70,
      availableBitrate: 400_000,
      concealed: 0.02,
      frozen: 0.2,
    });
    const voiceAlone = { ...after, packets: { ...after.packets, video: 0 } };
    expect(sampleOf(before, voiceAlone, 50).availableBitrate).toBeNull();
  });

  test('does not blame this network for what somebody else sends badly', () => {
    const after = reading({
      at: 2_500,
      ...arriving({ voice: { received: 50, lost: 50 }, face: { received: 100, lost: 0 } }),
    });
    expect(sampleOf(before, after, 50).lossIn).toBe(0);
  });

  test('draws no loss from a handful of packets, nor from streams that have ended or just begun', () => {
    const few = reading({
      at: 2_500,
      packets: { sent: 2, sentLost: 1, video: 0 },
      ...arriving({ voice: { received: 3, lost: 3 }, new: { received: 100, lost: 100 } }),
    });
    expect(sampleOf(before, few, 50)).toMatchObject({ lossIn: null, lossOut: null });
    expect(sampleOf(few, reading({ at: 5_000 }), 50)).toMatchObject({
      lossIn: null,
      lossOut: null,
      concealed: null,
      frozen: null,
    });
  });

  test('does not take a paused video for a frozen one', () => {
    const after = reading({ at: 2_500, ...arriving({ face: { received: 100, frozen: 30_000 } }) });
    expect(sampleOf(before, after, 50).frozen).toBeNull();
  });
});
