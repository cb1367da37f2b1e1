import { chances } from '../../../kernel/chances.ts';
import { dealByChance } from '../dealing/deal.ts';
import { evenSizes } from '../dealing/sizes.ts';
import { type Guest, meets } from '../guest.ts';
import type { RoomRules } from '../preview.ts';
import { type Before, openPairs, type Pairs, pairsOf } from './coverage.ts';

/** What rounds can be compared with: `ceiling` is a bound that no rounds pass, `random` what dealing by chance gives on average. */
export type Yardsticks = { ceiling: Pairs; random: Pairs };

/** Deals by chance that are averaged: enough for the average to be right to a hundredth. */
const deals = 24;

/**
 * How many pairs can have met after rounds of so many rooms, and how many would by chance. Pairs that are kept apart are not among those
 * that can meet; languages are not looked at. The same people, rooms and seed give the same numbers.
 */
export function yardsticksOf(
  guests: readonly Guest[],
  before: Before,
  rooms: readonly number[],
  apart: RoomRules['apart'],
  seed: number,
): Yardsticks {
  return { ceiling: ceilingOf(guests, before, rooms, apart), random: randomOf(guests, before, rooms, seed) };
}

function randomOf(guests: readonly Guest[], before: Before, rooms: readonly number[], seed: number): Pairs {
  const next = chances(seed);
  const meeting = guests.filter(meets);
  const sum = { people: 0, towns: 0 };
  for (let deal = 0; deal < deals; deal += 1) {
    const known = openPairs(meeting);
    for (const { one, two, times } of before) if (times > 0) known.meet(one, two);
    for (const count of rooms)
      for (const { people } of dealByChance(meeting, count, Math.floor(next() * 0xffffffff)).rooms)
        known.meetAll(people);
    const { people, towns } = known.count();
    sum.people += people;
    sum.towns += towns;
  }
  return { people: sum.people / deals, towns: sum.towns / deals };
}

function ceilingOf(
  guests: readonly Guest[],
  before: Before,
  rooms: readonly number[],
  apart: RoomRules['apart'],
): Pairs {
  const meeting = guests.filter(meets);
  const known = openPairs(meeting);
  for (const { one, two, times } of before) if (times > 0) known.meet(one, two);
  const met = known.count();
  const { towns } = known.left();
  // Whoever is kept apart from somebody has met them, as far as pairs are left.
  for (const list of apart) known.meetAll(list);
  const places = rooms.map(count => Math.ceil(meeting.length / count) - 1).reduce((sum, others) => sum + others, 0);
  const byPerson = half([...known.left().people.values()].map(others => Math.min(places, others)));
  const fresh = Math.min(byPerson, seatsFor(meeting.length, rooms));
  const byTown = half(towns.map(({ people, others }) => Math.min(places * people, others)));
  return { people: met.people + fresh, towns: met.towns + Math.min(fresh, byTown) };
}

const half = (counts: readonly number[]): number => Math.floor(counts.reduce((sum, count) => sum + count, 0) / 2);

/**
 * Pairs that fit into rounds of so many rooms: those in the rooms of each round, less what must meet again. People of one room who
 * go to fewer rooms than they are meet again there, in each two rounds; it costs fewest pairs when the same ones meet in every round.
 */
function seatsFor(people: number, rooms: readonly number[]): number {
  const pairs = rooms.map(count => evenSizes(people, count).reduce((sum, size) => sum + pairsOf(size), 0));
  const all = pairs.reduce((sum, count) => sum + count, 0);
  let again = 0;
  rooms.forEach((one, at) => {
    for (const two of rooms.slice(at + 1)) again += Math.max(meetAgain(people, one, two), meetAgain(people, two, one));
  });
  return Math.floor(all - (2 * again) / Math.max(1, rooms.length));
}

const meetAgain = (people: number, from: number, to: number): number =>
  evenSizes(people, from)
    .flatMap(size => evenSizes(size, to))
    .reduce((sum, size) => sum + pairsOf(size), 0);
