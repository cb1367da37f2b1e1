/**
 * How many people and towns meet in planned rounds, and how long planning takes: beside chance, beside the greedy search of "good-enough golfers",
 * and beside plain local search, in one run. The ceiling is the bound that no plan passes. Then how long the event loop stands still while
 * a thread plans. usage: node bench/rotate.ts [rounds]
 */

import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { tasks } from '../server/src/app.tasks.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';
import { temporaryFolder } from '../server/src/platform/testing/folder.ts';
import { openWorkPool } from '../server/src/platform/work-pool.ts';
import type { Guest } from '../shared/src/facilitate/breakouts/guest.ts';
import { guest, guestAt, rosterOf } from '../shared/src/facilitate/breakouts/guests.samples.ts';
import { brokenRules } from '../shared/src/facilitate/breakouts/preview.ts';
import { coverageOf, type Pairs, type RoundRooms } from '../shared/src/facilitate/breakouts/rotation/coverage.ts';
import { planRotation } from '../shared/src/facilitate/breakouts/rotation/plan.ts';
import { rulesOf, usualRotation } from '../shared/src/facilitate/breakouts/rotation/settings.ts';
import { yardsticksOf } from '../shared/src/facilitate/breakouts/rotation/yardsticks.ts';
import { chances } from '../shared/src/kernel/chances.ts';
import { type Asked, byChance, goodEnoughGolfers, localSearch, type Schedule } from './golfers.ts';
import { watchStalls } from './stalls.ts';

const [runs = 3] = process.argv.slice(2).map(Number);
const control = { progress() {}, isCancelled: () => false };
const free = { ...usualRotation, smallest: 1, largest: 500, sharedLanguage: false };

type Case = { people: number; rooms: number; rounds: number };
const cases: Case[] = [
  { people: 40, rooms: 8, rounds: 3 },
  { people: 40, rooms: 8, rounds: 5 },
  { people: 40, rooms: 8, rounds: 10 },
  { people: 100, rooms: 20, rounds: 5 },
  { people: 400, rooms: 50, rounds: 5 },
];

/** Two people from each town, but the last tenth alone: 40 people of 22 towns. */
const townOf = (at: number, people: number) => (at < people * 0.9 ? at >> 1 : at);
const guestsFor = (people: number): Guest[] =>
  Array.from({ length: people }, (_, at) => guest(at + 1, { town: `t${townOf(at, people)}` }));

const named = (schedule: Schedule): RoundRooms[] =>
  schedule.map(rooms => rooms.map(room => ({ people: room.map(person => guestAt(person + 1)) })));

function planned(guests: readonly Guest[], { rooms, rounds }: Case, seed: number): RoundRooms[] {
  const settings = { ...free, size: guests.length / rooms, seed };
  const rotation = planRotation(guests, { rounds, settings, before: [] }, control);
  if (rotation.status !== 'planned') throw new Error(JSON.stringify(rotation));
  return [...rotation.rounds];
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const share = (part: number, of: number) => (part / of).toFixed(3);

for (const one of cases) {
  const guests = guestsFor(one.people);
  const ways = new Map<string, { ms: number; met: Pairs }[]>();
  // The first run warms up.
  for (let run = 0; run <= runs; run += 1) {
    const numbers = guests.map((_, at) => townOf(at, one.people));
    const asked = (): Asked => ({ ...one, town: numbers, next: chances(run) });
    const all: Record<string, () => RoundRooms[]> = {
      planned: () => planned(guests, one, run),
      'good-enough golfers': () => named(goodEnoughGolfers(asked())),
      'local search': () => named(localSearch(asked())),
      chance: () => named(byChance(asked())),
    };
    for (const [way, make] of Object.entries(all)) {
      // Each of its generations copies whole rounds: a minute and a half with 400 people.
      if (way === 'good-enough golfers' && one.people > 100 && run !== 1) continue;
      const begun = performance.now();
      const rounds = make();
      const ms = performance.now() - begun;
      if (run > 0) ways.set(way, [...(ways.get(way) ?? []), { ms, met: coverageOf(guests, [], rounds).met }]);
    }
  }
  const { of } = coverageOf(guests, [], []);
  const { ceiling } = yardsticksOf(guests, [], Array<number>(one.rounds).fill(one.rooms), [], 1);
  console.log(
    `\n${one.people} people, ${one.rooms} rooms, ${one.rounds} rounds; ceiling ${share(ceiling.people, of.people)} of people, ${share(ceiling.towns, of.towns)} of towns`,
  );
  for (const [way, outcomes] of ways) {
    const people = median(outcomes.map(({ met }) => met.people));
    const towns = median(outcomes.map(({ met }) => met.towns));
    const ms = outcomes.map(outcome => outcome.ms);
    console.log(
      `  ${way}: people ${share(people, of.people)} (${share(people, ceiling.people)} of the ceiling), towns ${share(towns, of.towns)} (${share(towns, ceiling.towns)}); ${median(ms).toFixed(0)} ms (worst ${Math.max(...ms).toFixed(0)})`,
    );
  }
}

/** With languages, interpreters and facilitators to spread, as dialogues have them. */
console.log('\nrosters with languages, five rounds of five or more');
for (const people of [40, 100, 400]) {
  const outcomes = Array.from({ length: runs }, (_, seed) => {
    const guests = rosterOf(people, seed);
    const settings = { ...usualRotation, largest: 9, seed };
    const begun = performance.now();
    const rotation = planRotation(guests, { rounds: 5, settings, before: [] }, control);
    const ms = performance.now() - begun;
    if (rotation.status !== 'planned') throw new Error(JSON.stringify(rotation));
    const rooms = rotation.rounds.map(round => round.map((room, at) => ({ ...room, room: String(at) })));
    const { ceiling } = yardsticksOf(
      guests,
      [],
      rooms.map(round => round.length),
      [],
      1,
    );
    const { met } = coverageOf(guests, [], rooms);
    const broken = rooms.flatMap(round => brokenRules(guests, round, rulesOf(settings))).length;
    const counting = performance.now();
    coverageOf(guests, [], rooms);
    return { ms, met, ceiling, broken, counted: performance.now() - counting };
  });
  const of = (kind: keyof Pairs) => median(outcomes.map(({ met, ceiling }) => met[kind] / ceiling[kind])).toFixed(3);
  const ms = outcomes.map(outcome => outcome.ms);
  console.log(
    `  ${people} people: ${of('people')} of the ceiling, towns ${of('towns')}; rules broken ${Math.max(...outcomes.map(({ broken }) => broken))}; ${median(ms).toFixed(0)} ms (worst ${Math.max(...ms).toFixed(0)}); counted again in ${median(outcomes.map(({ counted }) => counted)).toFixed(2)} ms`,
  );
}

/** A dialogue with people as a roster has them, and a session. */
const { folder, remove } = temporaryFolder();
const address = { kind: 'sqlite', folder } as const;
const store = await openStore(address);
const pool = openWorkPool(tasks, { size: 1, memory: 512, queue: 10, grace: 1_000, idle: 60_000 });
const [dialogue, account, owner, session] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
await store.dialogues.create({ dialogue, at: 0, facts: [], excerpt: null, owner: { account, person: owner } });
const lease = await store.dialogues.lease(dialogue, 'bench', Date.now(), 3_600_000);
if (!lease) throw new Error('no lease');
const facts = [
  ...rosterOf(400, 1).map(({ person, town, languages, role }) => ({
    kind: 'people.added',
    data: { person, municipality: town, country: 'TN', languages, role, needs: [], vision: '' },
  })),
  {
    kind: 'sessions.planned',
    data: { session, title: 'Rounds', goal: '', startsAt: 0, minutes: 90, zone: 'Africa/Tunis' },
  },
].map((fact, at) => ({ ...fact, v: 1, personal: null, seq: at + 1, at, actor: 'engine' }));
await store.dialogues.append({ lease, after: 0, facts, done: [], excerpt: null, deadline: null });
const settings = { ...usualRotation, sessions: [{ session, rounds: 5 }], size: 8, largest: 9 };

console.log('\n400 people of a dialogue, five rounds');
await watchStalls('nothing', runs, () => new Promise(resolve => setTimeout(resolve, 600)));
await watchStalls('in a thread', runs, async () => {
  const { result } = await pool.run('rotation', {
    place: { address, rules: null, dialogue },
    input: { settings, fixed: [], now: 0 },
  });
  if (result.status !== 'planned') throw new Error(JSON.stringify(result));
});
await pool.close();
await store.close();
remove();
