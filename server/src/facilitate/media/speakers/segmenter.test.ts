import { batch } from '@multaqa/shared/facilitate/exchange/exchange.samples';
import { allEnded, noSpeech, withRuns } from '@multaqa/shared/facilitate/exchange/speech';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, type Spoken, synthesise } from './audio.samples.ts';
import { openSegmenter, type Run } from './segmenter.ts';

const packetMs = 20;

/** The runs that a segmenter tells of these levels, asked every so many ms. */
function runsOf(levels: readonly number[], every: number): Run[] {
  const segmenter = openSegmenter();
  const runs: Run[] = [];
  levels.forEach((below, at) => {
    segmenter.packet(below, at * packetMs);
    if ((at * packetMs) % every === 0) runs.push(...segmenter.take(segmenter.knownTo(at * packetMs)));
  });
  return [...runs, ...segmenter.cut()];
}

/** The turns that the rules make of runs. */
function turnsOf(runs: readonly Run[]): Run[] {
  const {
    room,
    to,
    runs: told,
  } = batch(
    '',
    runs.map(({ from, to }) => ['cleo', from, to] as const),
  );
  const spoken = told.map(run => ({ ...run, as: 'voice' as const }));
  return room === '' ? [...allEnded(withRuns(noSpeech, { to, runs: spoken }, [])).turns.last] : [];
}

const isNear = (a: Run, b: Run) => Math.abs(a.from - b.from) <= 300 && Math.abs(a.to - b.to) <= 300;
const shareOf = (some: readonly Run[], among: readonly Run[]) =>
  some.filter(one => among.some(other => isNear(one, other))).length / some.length;

describe('the segmenter', () => {
  const rooms = [
    { name: 'a quiet room', noise: -70, voice: -24 },
    { name: 'a fan', noise: -52, voice: -26 },
    { name: 'a street', noise: -44, voice: -22 },
    { name: 'a far microphone', noise: -62, voice: -38 },
    { name: 'a browser that sends silence as zeros', noise: -200, voice: -30 },
  ];

  it.each(rooms)('finds nine of ten turns in $name, and hardly any that is none', ({ noise, voice }) => {
    const found: Run[] = [];
    const known: Run[] = [];
    for (let seed = 1; seed <= 4; seed += 1) {
      const { samples, turns } = synthesise({ seed, seconds: 120, noise, voice });
      found.push(...turnsOf(runsOf(levelsOf(samples), 3_000)).map(run => shifted(run, seed)));
      known.push(...turns.map(run => shifted(run, seed)));
    }
    expect(known.length).toBeGreaterThan(40);
    expect(shareOf(known, found), 'recall').toBeGreaterThanOrEqual(0.9);
    expect(shareOf(found, known), 'precision').toBeGreaterThanOrEqual(0.9);
  });

  it('hears nobody in noise that goes on, however loud, nor in single clicks', () => {
    for (const level of [-70, -40, -30]) {
      const { samples } = synthesise({ seed: 7, seconds: 60, noise: level, voice: level - 60 });
      const late = runsOf(levelsOf(samples), 1_000).filter(({ from }) => from > 2_000);
      expect(turnsOf(late)).toEqual([]);
    }
    const clicks = Array.from({ length: 500 }, (_, at) => (at % 25 === 0 ? 15 : 70));
    expect(runsOf(clicks, 1_000)).toEqual([]);
  });

  it('tells the same speech however often it is asked', () => {
    const { samples } = synthesise({ seed: 3, seconds: 60, noise: -55, voice: -28 });
    const levels = levelsOf(samples);
    const whole = turnsOf(runsOf(levels, 60_000));
    expect(whole.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), packets => {
        expect(turnsOf(runsOf(levels, packets * packetMs))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('never says that it knows what it tells later', () => {
    const { samples } = synthesise({ seed: 5, seconds: 60, noise: -55, voice: -28 });
    const segmenter = openSegmenter();
    let known = Number.NEGATIVE_INFINITY;
    levelsOf(samples).forEach((below, at) => {
      segmenter.packet(below, at * packetMs);
      if (at % 7 > 0) return;
      const to = Math.max(known, segmenter.knownTo(at * packetMs));
      for (const run of segmenter.take(to)) {
        expect(run.from).toBeGreaterThanOrEqual(known);
        expect(run.to).toBeLessThanOrEqual(to);
      }
      known = to;
    });
  });
});

const shifted = ({ from, to }: Spoken, seed: number): Run => ({ from: from + seed * 1e6, to: to + seed * 1e6 });
