import { describe, expect, test } from 'vitest';
import { rungs } from '../media-state.ts';
import { type Ladder, ladderAt, nextRung, type Sample, sampleOf, verdictOn } from './ladder.ts';
import type { InboundCounters, TransportStats } from './stats.ts';

const good: Omit<Sample, 'at'> = {
  lossIn: 0,
  lossOut: 0,
  roundTrip: 80,
  availableBitrate: null,
  concealed: 0,
  frozen: 0,
};
const fair = { ...good, lossIn: 0.05 };
const bad = { ...good, lossIn: 0.1 };
const grave = { ...good, lossIn: 0.4 };

/** Goes through samples that come every 2.5 seconds. */
function run(ladder: Ladder, samples: readonly Omit<Sample, 'at'>[], from = 0): { ladder: Ladder; at: number } {
  const at = from + samples.length * 2_500;
  return {
    ladder: samples.reduce(
      (now, sample, index) => nextRung(now, { ...sample, at: from + (index + 1) * 2_500 }),
      ladder,
    ),
    at,
  };
}
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('the ladder', () => {
  test('[L1] one bad sample changes nothing; two in a row lead one rung down', () => {
    expect(run(ladderAt('everything'), [bad]).ladder.rung).toBe('everything');
    expect(run(ladderAt('everything'), [bad, bad]).ladder.rung).toBe('small-faces');
    expect(run(ladderAt('everything'), many(4, bad)).ladder.rung).toBe('no-faces');
    expect(run(ladderAt('everything'), many(40, bad)).ladder.rung).toBe('audio-only');
  });

  test('[L2] two grave samples in a row lead down to sound at once', () => {
    expect(run(ladderAt('everything'), [grave, bad]).ladder.rung).toBe('small-faces');
    expect(run(ladderAt('everything'), [grave, grave]).ladder.rung).toBe('audio-only');
  });

  test('[L3] the way up is one rung at a time, after 20 s of nothing but good samples', () => {
    expect(run(ladderAt('audio-only'), many(8, good)).ladder.rung).toBe('audio-only');
    expect(run(ladderAt('audio-only'), many(9, good)).ladder.rung).toBe('no-faces');
    expect(run(ladderAt('audio-only'), many(16, good)).ladder.rung).toBe('no-faces');
    expect(run(ladderAt('audio-only'), many(17, good)).ladder.rung).toBe('small-faces');
    expect(run(ladderAt('audio-only'), many(60, good)).ladder.rung).toBe('everything');
  });

  test('[L4] who falls back soon after a step up waits twice as long, up to a bound, until all has been well for long', () => {
    let step = run(ladderAt('no-faces'), many(9, good));
    expect(step.ladder.rung).toBe('small-faces');
    for (const wait of [40_000, 80_000, 160_000, 320_000, 320_000]) {
      step = run(step.ladder, [bad, bad], step.at);
      expect(step.ladder).toMatchObject({ rung: 'no-faces', wait });
      step = run(step.ladder, many(wait / 2_500, good), step.at);
      expect(step.ladder.rung).toBe('no-faces');
      step = run(step.ladder, [good], step.at);
      expect(step.ladder.rung).toBe('small-faces');
    }
    step = run(step.ladder, many(200, good), step.at);
    expect(step.ladder).toMatchObject({ rung: 'everything', wait: 20_000 });
  });

  test('[L5] a sample that is neither good nor bad ends a row of bad ones, and starts the wait over', () => {
    expect(run(ladderAt('everything'), [bad, fair, bad]).ladder.rung).toBe('everything');
    expect(run(ladderAt('audio-only'), [...many(8, good), fair, ...many(8, good)]).ladder.rung).toBe('audio-only');
  });

  test('[L6] what was not measured counts neither way, and a line on which nothing flows is led up', () => {
    const nothing = {
      lossIn: null,
      lossOut: null,
      roundTrip: null,
      availableBitrate: null,
      concealed: null,
      frozen: null,
    };
    expect(verdictOn({ ...nothing, at: 0 })).toBe('good');
    expect(verdictOn({ ...nothing, concealed: 0.15, at: 0 })).toBe('bad');
  });

  test('it never leaves its rungs, whatever the samples', () => {
    let ladder = ladderAt('everything');
    for (let at = 0; at < 500; at += 1) {
      const sample = [good, fair, bad, grave][(at * 7 + Math.floor(at / 13)) % 4] ?? good;
      const before = rungs.indexOf(ladder.rung);
      ladder = nextRung(ladder, { ...sample, at: at * 2_500 });
      expect(rungs).toContain(ladder.rung);
      expect(before - rungs.indexOf(ladder.rung)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a verdict', () => {
  test('is that of the worst measure', () => {
    const verdictWith = (part: Partial<Sample>) => verdictOn({ ...good, ...part, at: 0 });
    expect(verdictWith({})).toBe('good');
    expect(verdictWith({ roundTrip: 800 })).toBe('good');
    expect(verdictWith({ roundTrip: 2_000 })).toBe('bad');
    expect(verdictWith({ lossOut: 0.05 })).toBe('fair');
    expect(verdictWith({ lossOut: 0.05, availableBitrate: 50_000 })).toBe('grave');
    expect(verdictWith({ frozen: 0.9 })).toBe('fair');
  });
});

const reading = (more: Partial<TransportStats>): TransportStats => ({
  at: 0,
  bytes: 0,
  traffic: { send: { requests: 0, received: 0 }, receive: { requests: 0, received: 0 } },
  packets: { sent: 0, sentLost: 0, pictures: 0 },
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

  test('is what happened between two looks', () => {
    const after = reading({
      at: 2_500,
      packets: { sent: 100, sentLost: 5, pictures: 50 },
      ...arriving({
        voice: { received: 90, lost: 10, samples: 100_000, concealedSamples: 2_000 },
        face: { received: 80, lost: 20, frozen: 500 },
      }),
      roundTrip: 120,
      availableBitrate: 400_000,
    });
    expect(sampleOf(before, after)).toEqual({
      at: 2_500,
      lossIn: 0.1,
      lossOut: 0.05,
      roundTrip: 120,
      availableBitrate: 400_000,
      concealed: 0.02,
      frozen: 0.2,
    });
    const voiceAlone = { ...after, packets: { ...after.packets, pictures: 0 } };
    expect(sampleOf(before, voiceAlone).availableBitrate).toBeNull();
  });

  test('does not blame this line for what somebody else sends badly', () => {
    const after = reading({
      at: 2_500,
      ...arriving({ voice: { received: 50, lost: 50 }, face: { received: 100, lost: 0 } }),
    });
    expect(sampleOf(before, after).lossIn).toBe(0);
  });

  test('draws no loss from a handful of packets, nor from streams that have ended or just begun', () => {
    const few = reading({
      at: 2_500,
      packets: { sent: 2, sentLost: 1, pictures: 0 },
      ...arriving({ voice: { received: 3, lost: 3 }, new: { received: 100, lost: 100 } }),
    });
    expect(sampleOf(before, few)).toMatchObject({ lossIn: null, lossOut: null });
    expect(sampleOf(few, reading({ at: 5_000 }))).toMatchObject({
      lossIn: null,
      lossOut: null,
      concealed: null,
      frozen: null,
    });
  });

  test('does not take a picture that rested for one that stood still', () => {
    const after = reading({ at: 2_500, ...arriving({ face: { received: 100, frozen: 30_000 } }) });
    expect(sampleOf(before, after).frozen).toBeNull();
  });
});
