import { type Guest, guestsById } from '@multaqa/shared/facilitate/breakouts/guest';
import { rosterOf } from '@multaqa/shared/facilitate/breakouts/guests.samples';
import { brokenRules } from '@multaqa/shared/facilitate/breakouts/preview';
import { coverageOf } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { planRotation, type Wanted } from '@multaqa/shared/facilitate/breakouts/rotation/plan';
import { settingsFor } from '@multaqa/shared/facilitate/breakouts/rotation/rotation.samples';
import { rulesOf } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { yardsticksOf } from '@multaqa/shared/facilitate/breakouts/rotation/yardsticks';
import { chances } from '@multaqa/shared/kernel/chances';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/**
 * [R1] In each round everybody has one room, and nobody else has any.
 * [R2] No hard rule is broken; facilitators and note-takers are spread as evenly as they can be.
 * [R3] The same people and settings give the same rounds, in whichever order people come.
 * [R4] More pairs meet than by chance, of people and of towns.
 */

// Two cores may carry ten other things: slow is not wrong.
const patience = 240_000;
/** How many times as many rosters as every day. */
const more = Number(process.env.ROSTERS ?? 1);

const quiet = { progress() {}, isCancelled: () => false };
type Settings = Wanted['settings'];
const ask = (guests: readonly Guest[], settings: Settings, rounds: number) =>
  planRotation(guests, { rounds, settings, before: [] }, quiet);

/** Many small rosters and few large ones, each with rules of its own; 204 in all. */
const rosters = [
  [7, 110],
  [15, 60],
  [40, 24],
  [100, 8],
  [400, 2],
] as const;

describe.each(rosters)('[R1] [R2] [R3] [R4] of %i people', (people, count) => {
  test(
    `${count} rosters keep every rule and everybody, and more pairs meet than by chance`,
    () => {
      const cases = fc.sample(settingsFor(people), { numRuns: count * more, seed: people });
      let planned = 0;
      for (const [seed, { settings, rounds }] of cases.entries()) {
        const guests = rosterOf(people, seed);
        const rotation = ask(guests, settings, rounds);
        if (rotation.status === 'impossible') {
          expect(rotation.demands.length).toBeGreaterThan(0);
          continue;
        }
        planned += 1;
        if (rotation.status !== 'planned') throw new Error(rotation.status);
        const made = rotation.rounds;
        expect(made).toHaveLength(rounds);
        for (const rooms of made) expectRoundOf(guests, settings, rooms);
        const counts = made.map(rooms => rooms.length);
        const { met } = coverageOf(guests, [], made);
        const { random, ceiling } = yardsticksOf(guests, [], counts, settings.apart, seed);
        expect(met.people).toBeLessThanOrEqual(ceiling.people);
        expect(met.towns).toBeLessThanOrEqual(ceiling.towns);
        if (isFree(settings)) {
          expect(met.people).toBeGreaterThanOrEqual(Math.floor(random.people));
          expect(met.towns).toBeGreaterThanOrEqual(Math.floor(random.towns));
        }
        if (seed < 5 && people < 400) expect(ask(shuffled(guests, seed), settings, rounds)).toEqual(rotation);
      }
      expect(planned).toBeGreaterThanOrEqual((count * more) / 3);
    },
    patience * more,
  );
});

/** True when nothing but sizes stands in the way of meeting. */
const isFree = ({ sharedLanguage, apart }: Settings) => !sharedLanguage && apart.length === 0;

function expectRoundOf(
  guests: readonly Guest[],
  settings: Settings,
  rooms: readonly { people: readonly string[]; facilitator: string | null }[],
): void {
  const known = guestsById(guests);
  expect(rooms.flatMap(({ people }) => people).sort()).toEqual([...known.keys()].sort());
  const named = rooms.map((room, at) => ({ ...room, room: `r${at}` }));
  expect(brokenRules(guests, named, rulesOf(settings))).toEqual([]);
  for (const role of ['facilitator', 'note-taker'] as const) {
    const counts = rooms.map(({ people }) => people.filter(person => known.get(person)?.role === role).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
}

function shuffled(guests: readonly Guest[], seed: number): Guest[] {
  const next = chances(seed);
  return guests
    .map(one => ({ one, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
