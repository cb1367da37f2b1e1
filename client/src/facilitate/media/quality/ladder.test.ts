import { describe, expect, test } from 'vitest';
import { rungs } from '../media-state.ts';
import { type Ladder, ladderAt, nextRung, verdictOn } from './ladder.ts';
import type { Sample } from './sample.ts';

const good: Omit<Sample, 'at'> = {
  lossIn: 0,
  lossOut: 0,
  queueing: 80,
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

  test('[L2] two grave samples in a row lead down to audio only at once', () => {
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

  test('[L6] what was not measured counts neither way, and a network that carries nothing is led up', () => {
    const nothing = {
      lossIn: null,
      lossOut: null,
      queueing: null,
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
    expect(verdictWith({ queueing: 500 })).toBe('good');
    expect(verdictWith({ queueing: 2_000 })).toBe('bad');
    expect(verdictWith({ lossOut: 0.05 })).toBe('fair');
    expect(verdictWith({ lossOut: 0.05, availableBitrate: 50_000 })).toBe('grave');
    expect(verdictWith({ frozen: 0.9 })).toBe('fair');
  });
});
