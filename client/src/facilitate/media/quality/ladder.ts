import { type Rung, rungs } from '../media-state.ts';
import type { Sample } from './sample.ts';

/*
 * Laws
 * [L1] One bad sample changes nothing; two in a row lead one rung down.
 * [L2] Two grave samples in a row lead down to audio only at once.
 * [L3] The way up is one rung at a time, after `wait` of nothing but good samples.
 * [L4] A fall soon after a step up doubles the wait for the next one, up to a bound; after a long time without a fall the wait is as at first.
 * [L5] A sample that is neither good nor bad ends a row of bad ones, and restarts the wait.
 * [L6] What was not measured counts neither way; a sample without any measure is good: a network that carries nothing has no reason to be on a low rung.
 */

/** Where the quality ladder stands, and what it remembers of the samples. Times in ms. */
export type Ladder = {
  rung: Rung;
  /** Bad, and among them grave samples in a row. */
  bad: number;
  grave: number;
  goodSince: number | null;
  /** ms of good samples before the next step up. */
  wait: number;
  climbedAt: number | null;
};

const waits = { first: 20_000, longest: 320_000 };
/** A fall within this time (ms) after a step up is a relapse. */
const relapse = 60_000;
const enough = 2;

/** A ladder that begins on a rung. */
export const ladderAt = (rung: Rung): Ladder => ({
  rung,
  bad: 0,
  grave: 0,
  goodSince: null,
  wait: waits.first,
  climbedAt: null,
});

/** The ladder after one more sample. */
export function nextRung(ladder: Ladder, sample: Sample): Ladder {
  switch (verdictOn(sample)) {
    case 'good':
      return climb(ladder, sample.at);
    case 'fair':
      return { ...ladder, bad: 0, grave: 0, goodSince: null };
    case 'bad':
      return fall({ ...ladder, bad: ladder.bad + 1, grave: 0, goodSince: null }, sample.at);
    case 'grave':
      return fall({ ...ladder, bad: ladder.bad + 1, grave: ladder.grave + 1, goodSince: null }, sample.at);
  }
}

function climb(ladder: Ladder, at: number): Ladder {
  const goodSince = ladder.goodSince ?? at;
  const steady = { ...ladder, bad: 0, grave: 0, goodSince };
  const higher = rungs[rungs.indexOf(ladder.rung) - 1];
  const hasStayed = ladder.climbedAt === null || at - ladder.climbedAt >= relapse;
  if (!higher) return hasStayed ? { ...steady, wait: waits.first } : steady;
  if (at - goodSince < ladder.wait) return steady;
  return { ...steady, rung: higher, goodSince: at, climbedAt: at };
}

function fall(ladder: Ladder, at: number): Ladder {
  const lower = rungs[rungs.indexOf(ladder.rung) + 1];
  if (ladder.bad < enough || !lower) return ladder;
  const hasRelapsed = ladder.climbedAt !== null && at - ladder.climbedAt < relapse;
  return {
    rung: ladder.grave >= enough ? 'audio-only' : lower,
    bad: 0,
    grave: 0,
    goodSince: null,
    wait: hasRelapsed ? Math.min(waits.longest, ladder.wait * 2) : ladder.wait,
    climbedAt: null,
  };
}

type Verdict = 'good' | 'fair' | 'bad' | 'grave';

/** Above which value a measure is no longer good, is bad, is grave. A long way alone is normal on some networks, and allows video; what waits in a queue does not. */
const bounds = {
  lossIn: [0.03, 0.08, 0.2],
  lossOut: [0.03, 0.08, 0.2],
  concealed: [0.04, 0.1, 0.25],
  // Video also freezes on a slow machine, and where the network of its sender is weak.
  frozen: [0.15],
  queueing: [600, 1_500, 4_500],
} as const satisfies Partial<Record<keyof Sample, readonly number[]>>;
const tooLittle = [200_000, 120_000, 60_000] as const;
const verdicts = ['good', 'fair', 'bad', 'grave'] as const;

/** The worst of all that was measured. */
export function verdictOn(sample: Sample): Verdict {
  const { availableBitrate } = sample;
  const steps = (Object.keys(bounds) as (keyof typeof bounds)[]).map(name => {
    const value = sample[name];
    return value === null ? 0 : bounds[name].filter(bound => value > bound).length;
  });
  const worst = Math.max(
    ...steps,
    availableBitrate === null ? 0 : tooLittle.filter(bound => availableBitrate < bound).length,
  );
  return verdicts[worst] ?? 'grave';
}
