import { brokenRules } from '@multaqa/shared/cluster/analysis/check';
import { distancesOf } from '@multaqa/shared/cluster/analysis/distance';
import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { rosterOf } from '@multaqa/shared/cluster/analysis/profiles.samples';
import { chances } from '@multaqa/shared/kernel/chances';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, arrange, costOf, moveChange, swapChange } from './arrangement.ts';
import { problemOf } from './problem.ts';
import { propose } from './propose.ts';
import { settingsFor } from './rosters.samples.ts';

test('what a change is said to do is what it does, and nothing drifts over many of them', () => {
  fc.assert(
    fc.property(settingsFor(16), fc.nat(), fc.integer({ min: 2, max: 5 }), ({ rules }, seed, count) => {
      const roster = rosterOf(16, seed);
      const problem = problemOf(roster, distancesOf(roster, usualSettings.weights, []), rules);
      const next = chances(seed);
      const size = problem.units.length;
      const arrangement = arrange(
        problem,
        count,
        Int32Array.from({ length: size }, (_, at) => at % count),
      );
      const draw = (below: number) => Math.floor(next() * below);
      for (let round = 0; round < 40; round += 1) {
        const [one, two, to] = [draw(size), draw(size), draw(count)];
        const [here, there] = [arrangement.of[one] ?? 0, arrangement.of[two] ?? 0];
        const before = { cost: costOf(arrangement), broken: arrangement.broken };
        const change = round % 2 ? moveChange(arrangement, one, to) : swapChange(arrangement, one, two);
        if (!change || here === (round % 2 ? to : there)) continue;
        apply(arrangement, one, round % 2 ? to : there);
        if (round % 2 === 0) apply(arrangement, two, here);
        expect(costOf(arrangement)).toBeCloseTo(before.cost + change.cost, 9);
        expect(arrangement.broken).toBe(before.broken + change.broken);
        const again = arrange(problem, count, arrangement.of.slice());
        expect(again.broken).toBe(arrangement.broken);
        expect(costOf(again)).toBeCloseTo(costOf(arrangement), 9);
      }
    }),
    { numRuns: 60 },
  );
});

/** Every way of putting so many people into clusters, each once. */
function* placings(people: number, of: number[] = []): Generator<number[]> {
  if (of.length === people) yield of;
  else
    for (let cluster = 0; cluster <= Math.max(-1, ...of) + 1; cluster += 1) yield* placings(people, [...of, cluster]);
}

test('something is proposed exactly when one of all possible placings keeps the rules', async () => {
  const seen = { proposed: 0, impossible: 0, nobody: 0 };
  const people = 6;
  for (const [seed, settings] of fc.sample(settingsFor(people), { numRuns: 120, seed: 9 }).entries()) {
    const roster = rosterOf(people, seed);
    const isPossible = [...placings(people)].some(of => {
      if (settings.count !== null && new Set(of).size !== settings.count) return false;
      const placing = Object.fromEntries(roster.map(({ person }, at) => [person, `c${of[at]}`]));
      return brokenRules(roster, placing, settings.rules).length === 0;
    });
    const { status } = await propose(roster, [], settings, { progress() {}, isCancelled: () => false });
    seen[status] += 1;
    expect(status, JSON.stringify(settings)).toBe(isPossible ? 'proposed' : 'impossible');
  }
  expect(Math.min(seen.proposed, seen.impossible)).toBeGreaterThan(20);
});
