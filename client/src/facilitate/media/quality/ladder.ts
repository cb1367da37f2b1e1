import { type Rung, rungs } from '../media-state.ts';
import type { InboundCounters, TransportStats } from './stats.ts';

/*
 * Laws
 * [L1] One bad sample changes nothing; two in a row lead one rung down.
 * [L2] Two grave samples in a row lead down to audio only at once.
 * [L3] The way up is one rung at a time, after `wait` of nothing but good samples.
 * [L4] Who falls back soon after a step up waits twice as long for the next one, up to a bound; who stays up for long waits as at first.
 * [L5] A sample that is neither good nor bad ends a row of bad ones, and starts the wait over.
 * [L6] What was not measured counts neither way; a sample without any measure is good, for a line on which nothing flows has no reason to be low.
 */

/** What happened on the line between two looks; shares from 0 to 1, null for what was not measured. */
export type Sample = {
  at: number;
  lossIn: number | null;
  lossOut: number | null;
  /** ms */
  roundTrip: number | null;
  /** Bits a second that can be sent while a picture is sent. */
  availableBitrate: number | null;
  concealed: number | null;
  frozen: number | null;
};

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
/** Who falls within this time after a step up has relapsed. */
const relapse = 60_000;
const enough = 2;

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

/** From where on a measure is no longer good, is bad, is grave. A long delay alone is the way of some lines, and bears pictures. */
const bounds = {
  lossIn: [0.03, 0.08, 0.2],
  lossOut: [0.03, 0.08, 0.2],
  concealed: [0.04, 0.1, 0.25],
  // Pictures also stand still on a slow machine, and where their sender's line is weak.
  frozen: [0.15],
  roundTrip: [900, 1_800, 5_000],
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

/**
 * What happened between two looks. Too few packets say nothing. Of all that arrives the best stream counts: what is
 * wrong with one's own line is wrong with each of them, and the others suffer from the lines of those who send them.
 */
export function sampleOf(before: TransportStats, after: TransportStats): Sample {
  const time = after.at - before.at;
  const flowing = [...after.inbound].flatMap(([id, now]) => {
    const then = before.inbound.get(id);
    const change = then && differenceOf(then, now);
    return change && change.received + change.lost >= enoughPackets ? [change] : [];
  });
  const best = (shares: readonly number[]) => (shares.length > 0 ? Math.min(...shares) : null);
  const sent = Math.max(0, after.packets.sent - before.packets.sent);
  const sentLost = Math.max(0, after.packets.sentLost - before.packets.sentLost);
  return {
    at: after.at,
    lossIn: best(flowing.map(({ received, lost }) => lost / (received + lost))),
    lossOut: sent >= enoughPackets ? Math.min(1, sentLost / sent) : null,
    roundTrip: after.roundTrip,
    // A guess of the browser that is not tried by anything that is sent says nothing.
    availableBitrate: after.packets.pictures > before.packets.pictures ? after.availableBitrate : null,
    concealed: best(
      flowing.flatMap(({ samples, concealedSamples }) => (samples >= enoughSound ? [concealedSamples / samples] : [])),
    ),
    // A picture that rested has stood still for longer than the time between two looks, and for no fault of the line.
    frozen: best(flowing.flatMap(({ samples, frozen }) => (samples === 0 && frozen <= time ? [frozen / time] : []))),
  };
}

const enoughPackets = 20;
const enoughSound = 8_000;

function differenceOf(then: InboundCounters, now: InboundCounters): InboundCounters {
  const since = (name: keyof InboundCounters) => Math.max(0, now[name] - then[name]);
  return {
    received: since('received'),
    lost: since('lost'),
    samples: since('samples'),
    concealedSamples: since('concealedSamples'),
    frozen: since('frozen'),
  };
}
